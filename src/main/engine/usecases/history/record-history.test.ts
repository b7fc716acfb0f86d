import { describe, expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { moneyline } from '#domain/board/testing/outcomes.ts';
import { type HistoryBatch, NO_TEXT, TEXT_END } from '../../ports/history.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { GATHER_MS, HistoryRecorder } from './record-history.ts';

/** A recorder with what it sends; its disk is as slow as a test says. */
function recording() {
  const clock = new ManualClock();
  const board = new Board();
  const sent: HistoryBatch[] = [];
  const disk = { isBehind: false };
  const recorder = new HistoryRecorder({
    clock,
    board,
    history: {
      get isBehind() {
        return disk.isBehind;
      },
      waiting: 0,
      noteDamage: () => undefined,
      retain: () => undefined,
      writePlays: () => undefined,
      stop: () => Promise.resolve(),
      write: (batch) => sent.push(batch),
    },
  });
  const price = (american: number, key = 'Lakers'): void => {
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: {
          sportsbook: 'fanduel',
          sport: 'NBA',
          game: 'Lakers vs Celtics, 2027-01-15, 07',
          home: 'Lakers',
          away: 'Celtics',
          startsAtMs: null,
          universalId: null,
        },
        outcomes: [moneyline(key, american)],
      },
      clock.nowMs(),
    );
    recorder.note(board.changes);
  };
  return { clock, sent, disk, recorder, price };
}

/** What a batch has to tell a writer that knows nothing. */
const EVERYTHING = {
  sportsbooksFrom: 0,
  sportsbooks: ['fanduel'],
  games: [{ game: 0, label: 'Lakers vs Celtics, 2027-01-15, 07' }],
  selections: { count: 1 },
  changes: { count: 1 },
};

describe('what a selection is', () => {
  it('is told in the words of the feed, its marks as blanks, before the changes that speak of it', () => {
    const { clock, sent, recorder, price } = recording();
    price(-110, 'São Paulo \u{1f3c0}');
    price(-115, 'São Paulo \u{1f3c0}');
    price(-120, 'A\u001fB\u001eC');
    clock.pass(GATHER_MS);
    recorder.stop();
    const { selections, changes } = sent[0]!;
    const texts = new TextDecoder().decode(selections.texts).split(TEXT_END);
    expect([texts[0], texts[5], texts.length]).toEqual(['São Paulo \u{1f3c0}', 'A B C', 11]);
    expect(texts.slice(1, 5)).toEqual(['Moneyline', NO_TEXT, NO_TEXT, 'São Paulo \u{1f3c0}']);
    expect([...selections.from]).toEqual([0, 2]);
    expect([...changes.selection.subarray(0, changes.count)]).toEqual([0, 0, 1]);
    expect([...selections.selection]).toEqual([0, 1]);
  });
});

describe('after a new database has begun', () => {
  it('everything is defined again, also where nothing moved for a while', () => {
    for (const quietMs of [0, 2 * GATHER_MS]) {
      const { clock, sent, recorder, price } = recording();
      price(-110);
      clock.pass(GATHER_MS);
      expect(sent.at(-1)).toMatchObject(EVERYTHING);
      price(-115);
      recorder.beginAnew();
      clock.pass(quietMs);
      price(-120);
      clock.pass(GATHER_MS);
      expect(sent).toHaveLength(2);
      expect(sent.at(-1)).toMatchObject(EVERYTHING);
    }
  });
});

describe('while the disk is too slow', () => {
  it('changes are left out and counted, and what comes later is defined again', () => {
    const { clock, sent, disk, recorder, price } = recording();
    price(-110);
    clock.pass(GATHER_MS);
    price(-115);
    disk.isBehind = true;
    for (const american of [-120, -125, -130]) price(american);
    clock.pass(GATHER_MS);
    expect(recorder.leftOut).toBe(4);
    disk.isBehind = false;
    price(-135);
    clock.pass(GATHER_MS);
    expect(sent).toHaveLength(2);
    expect(sent.at(-1)).toMatchObject(EVERYTHING);
    expect(recorder.leftOut).toBe(4);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { BetNews } from '#contract/bets.ts';
import type { Outcome } from '#domain/board/messages.ts';
import { compared } from '#domain/comparison/testing/compared.ts';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import { americanOdds, NOT_OFFERED } from '#domain/odds/american.ts';
import { HistoryReader } from '../../adapters/cache/history/history-reader.ts';
import { HistoryWriter } from '../../adapters/cache/history/history-writer.ts';
import { openHistory } from '../../adapters/cache/history/open-history.ts';
import { openDatabase } from '../../adapters/cache/open-database.ts';
import { createSqliteBets } from '../../adapters/cache/sqlite-bets.ts';
import { writeBets } from '../../adapters/export/write-bets.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { HistoryRecorder } from '../history/record-history.ts';
import { ClosingLines } from './follow-closings.ts';
import { Ledger } from './keep-ledger.ts';

const GAME = 'Lakers vs Celtics, 2027-01-15, 03';
const MINUTE_MS = 60_000;

let folder: string;
let clock: ManualClock;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-ledger-'));
  clock = new ManualClock();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One run of the program on the same folder: ledger, board and what follows the closing prices. */
function run() {
  const database = openDatabase(folder);
  const news: BetNews[] = [];
  const ledger = new Ledger({ store: createSqliteBets(database), changed: (each) => news.push(each) });
  const on = compared();
  const { board, fixtures, comparison } = on;
  const feed = { isLive: true };
  const historyDatabase = openHistory(folder);
  const writer = new HistoryWriter(historyDatabase);
  const reader = new HistoryReader(historyDatabase);
  const recorder = new HistoryRecorder({
    clock,
    board,
    history: {
      isBehind: false,
      waiting: 0,
      write: (batch) => writer.write(structuredClone(batch)),
      stop: () => Promise.resolve(),
      noteDamage: () => undefined,
      retain: () => undefined,
      writePlays: () => undefined,
    },
  });
  const closings = new ClosingLines({
    ledger,
    board,
    fixtures,
    comparison,
    isLive: () => feed.isLive,
    readSeries: async (query) => reader.series(query),
    clock,
    notice: (text) => {
      throw new Error(text);
    },
  });
  closings.start();
  const state = (sportsbook: string, prices: readonly [number, number], game = GAME) => {
    const [home, away] = game.split(',')[0]!.split(' vs ') as [string, string];
    const side = (target: string, line: number, american: number): Outcome => ({
      key: `${target} spread`,
      name: 'Spread',
      line: String(line),
      overUnder: null,
      target,
      american,
      link: null,
    });
    const at = { sportsbook, sport: 'NBA', game, home, away, startsAtMs: null, universalId: 'u1' };
    const lakersLine = home === 'Lakers' ? [home, away] : [away, home];
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at,
        outcomes: [side(lakersLine[0]!, -3.5, prices[0]), side(lakersLine[1]!, 3.5, prices[1])],
      },
      clock.nowMs(),
    );
    on.note();
    closings.note(board.changes);
    recorder.note(board.changes);
  };
  const note = (part: Partial<BetNote> = {}): NotedBet => {
    const outcome = ledger.note(betNote(part));
    if (!outcome.ok) throw new Error(outcome.message);
    closings.lookNow();
    return outcome.value;
  };
  const end = () => {
    closings.stop();
    recorder.stop();
    historyDatabase.close();
    database.close();
  };
  return { ledger, closings, feed, news, state, note, end, database };
}

function betNote(part: Partial<BetNote>): BetNote {
  return {
    sport: 'NBA',
    game: GAME,
    sportsbook: 'draftkings',
    wording: 'Lakers −3.5',
    subject: { market: 'game|spread|-3.5', side: 'home' },
    american: americanOdds(105),
    stakeHundredths: 10_000,
    currency: 'USD',
    placedAtMs: clock.nowMs(),
    startsAtMs: clock.nowMs() + 30 * MINUTE_MS,
    comment: '',
    result: 'open',
    ...part,
  };
}

describe('the closing line of a noted bet', () => {
  it('is that of the team that was meant where the match is listed twice, teams flipped, whichever listing came first', () => {
    const twin = GAME.replace('Lakers vs Celtics', 'Celtics vs Lakers');
    expect(twin).not.toBe(GAME);
    const { ledger, state, note, end } = run();
    state('fanduel', [-115, -105], twin);
    state('draftkings', [102, -122]);
    note();
    note({ game: twin, subject: { market: 'game|spread|3.5', side: 'home' }, sportsbook: 'fanduel' });
    const closings = () =>
      Object.fromEntries(ledger.bets().map(({ sportsbook, closing }) => [sportsbook, closing?.american]));
    expect(closings()).toEqual({ draftkings: 102, fanduel: -105 });
    end();
  });

  it('is the last price before the start, at its sportsbook and without margin over all', () => {
    const { ledger, state, note, end } = run();
    state('draftkings', [105, -125]);
    state('fanduel', [-110, -110]);
    state('consensus', [300, -400]);
    const { betId } = note();
    expect(ledger.bets()[0]!.closing).toMatchObject({ american: 105, sportsbooks: 2, isFinal: false });
    clock.pass(29 * MINUTE_MS);
    state('draftkings', [-120, 100]);
    clock.pass(59_000);
    state('fanduel', [-120, 100]);
    clock.pass(2000);
    const closing = ledger.bets()[0]!.closing!;
    expect(closing).toMatchObject({ american: -120, sportsbooks: 2, isFinal: true });
    expect(closing.fairProbability).toBeCloseTo(6 / 11 / (6 / 11 + 0.5), 6);
    expect(clock.nowMs() - closing.seenAtMs).toBeLessThan(2000);
    state('draftkings', [-400, 300]);
    clock.pass(10 * MINUTE_MS);
    expect(ledger.bets().find((bet) => bet.betId === betId)!.closing).toEqual(closing);
    end();
  });

  it('is the last one offered when the sportsbook suspends the bet before the start', () => {
    const { ledger, state, note, end } = run();
    state('draftkings', [105, -125]);
    note();
    clock.pass(25 * MINUTE_MS);
    state('draftkings', [-115, -105]);
    clock.pass(MINUTE_MS);
    state('draftkings', [NOT_OFFERED, NOT_OFFERED]);
    clock.pass(10 * MINUTE_MS);
    expect(ledger.bets()[0]!.closing).toMatchObject({ american: -115, sportsbooks: 1, isFinal: true });
    end();
  });

  it('is the last one seen when the game starts while the program is off', () => {
    const before = run();
    before.state('draftkings', [-118, -102]);
    before.note();
    clock.pass(5 * MINUTE_MS);
    before.state('draftkings', [-125, 105]);
    const seenAtMs = clock.nowMs();
    before.end();
    clock.reboot();
    clock.pass(3 * 60 * MINUTE_MS);
    const after = run();
    after.state('draftkings', [-900, 600]);
    clock.pass(MINUTE_MS);
    expect(after.ledger.bets()[0]!.closing).toMatchObject({ american: -125, isFinal: true, seenAtMs });
    after.end();
  });

  it('takes no price that is not current', () => {
    const { ledger, state, note, feed, end } = run();
    state('draftkings', [105, -125]);
    note();
    const seenAtMs = clock.nowMs();
    feed.isLive = false;
    state('draftkings', [-200, 170]);
    clock.pass(40 * MINUTE_MS);
    expect(ledger.bets()[0]!.closing).toMatchObject({ american: 105, isFinal: true, seenAtMs });
    end();
  });

  it('follows a match under both of its labels, teams flipped', () => {
    const { ledger, state, note, end } = run();
    state('draftkings', [105, -125]);
    state('fanduel', [-110, -110], 'Celtics vs Lakers, 2027-01-15, 03');
    note({ sportsbook: 'fanduel' });
    expect(ledger.bets()[0]!.closing).toMatchObject({ american: -110, sportsbooks: 2 });
    end();
  });

  test.each([
    ['placed in play', { startsAtMs: -MINUTE_MS }],
    ['in the user’s own words', { subject: null }],
  ])('a bet that was %s has none', (_what, part) => {
    const { ledger, state, note, end } = run();
    state('draftkings', [105, -125]);
    note('startsAtMs' in part ? { startsAtMs: clock.nowMs() + part.startsAtMs } : part);
    clock.pass(60 * MINUTE_MS);
    expect(ledger.bets()[0]!.closing).toBeNull();
    end();
  });

  it('of a bet that is noted after the start is the one that was recorded', async () => {
    const { ledger, state, note, end } = run();
    const startsAtMs = clock.nowMs() + 30 * MINUTE_MS;
    state('draftkings', [105, -125]);
    state('fanduel', [-110, -110]);
    clock.pass(20 * MINUTE_MS);
    state('draftkings', [-120, 100]);
    clock.pass(20 * MINUTE_MS);
    state('draftkings', [-400, 300]);
    clock.pass(5 * MINUTE_MS);
    note({ placedAtMs: startsAtMs - MINUTE_MS, startsAtMs });
    await vi.waitFor(() => expect(ledger.bets()[0]!.closing).not.toBeNull());
    expect(ledger.bets()[0]!.closing).toMatchObject({ american: -120, sportsbooks: 2, isFinal: true });
    expect(ledger.bets()[0]!.closing!.fairProbability).toBeCloseTo((6 / 11 / (6 / 11 + 0.5) + 0.5) / 2, 6);
    end();
  });

  it('of a game that nobody quoted says so once it has started', async () => {
    const { ledger, note, end } = run();
    note();
    clock.pass(31 * MINUTE_MS);
    await vi.waitFor(() => expect(ledger.bets()[0]!.closing).not.toBeNull());
    expect(ledger.bets()[0]!.closing).toMatchObject({ american: null, fairProbability: null, isFinal: true });
    end();
  });

  it('stays with a changed bet, but not with one that is on something else now', () => {
    const { ledger, state, note, end } = run();
    state('draftkings', [105, -125]);
    const bet = note();
    const kept = ledger.bets()[0]!.closing;
    ledger.change({ betId: bet.betId, note: { ...bet, stakeHundredths: 5, result: 'won' } });
    expect(ledger.bets()[0]).toMatchObject({ stakeHundredths: 5, result: 'won', closing: kept });
    ledger.change({ betId: bet.betId, note: { ...bet, sportsbook: 'fanduel' } });
    expect(ledger.bets()[0]!.closing).toBeNull();
    end();
  });
});

it('no timer runs while no bet waits for its game to start', () => {
  const { state, note, end } = run();
  expect(clock.planned).toBe(0);
  state('draftkings', [105, -125]);
  clock.pass(MINUTE_MS);
  const idle = clock.planned;
  note();
  expect(clock.planned).toBe(idle + 1);
  clock.pass(31 * MINUTE_MS);
  expect(clock.planned).toBe(idle);
  end();
});

describe('the ledger', () => {
  it('is there again at the next start, whole and in order', () => {
    const before = run();
    before.note({ wording: 'first', comment: 'a "quoted", line' });
    before.note({ wording: 'second', startsAtMs: null, subject: null });
    const bets = before.ledger.bets();
    before.end();
    const after = run();
    expect(after.ledger.bets()).toEqual(bets);
    expect(bets.map(({ wording }) => wording)).toEqual(['second', 'first']);
    after.end();
  });

  it('brings a removed bet back, until the next start', () => {
    const before = run();
    const first = before.note({ wording: 'first' });
    const second = before.note({ wording: 'second' });
    expect(before.ledger.remove(first.betId)).toEqual({ ok: true, value: null });
    expect(before.ledger.remove(first.betId)).toMatchObject({ ok: false, code: 'unknown-bet' });
    expect(before.news.at(-1)).toEqual({ changed: [], removed: [first.betId] });
    expect(before.ledger.restore(first.betId)).toMatchObject({ ok: true, value: { wording: 'first' } });
    before.ledger.remove(second.betId);
    before.end();
    const after = run();
    expect(after.ledger.bets().map(({ wording }) => wording)).toEqual(['first']);
    expect(after.ledger.restore(second.betId)).toMatchObject({ ok: false, code: 'unknown-bet' });
    after.end();
  });

  it('says why a bet could not be kept, and keeps none of it', () => {
    const { ledger, note, end, database } = run();
    note();
    database.pragma('query_only = ON');
    expect(ledger.note(betNote({}))).toMatchObject({ ok: false, code: 'not-saved' });
    expect(ledger.bets()).toHaveLength(1);
    database.pragma('query_only = OFF');
    end();
  });

  it('is written as CSV that says it all, or not at all', () => {
    const { ledger, state, note, end } = run();
    state('draftkings', [-120, 100]);
    note({ comment: 'a "quoted", line', result: 'won' });
    const file = path.join(folder, 'bets.csv');
    writeBets(file, ledger.bets());
    const [head, line] = readFileSync(file, 'utf8').split('\r\n');
    expect(head!.split(',').slice(0, 4)).toEqual(['placed_at', 'sport', 'game', 'starts_at']);
    expect(line).toContain('"Lakers vs Celtics, 2027-01-15, 03"');
    expect(line).toContain(',105,100,USD,won,105,-120,');
    expect(line!.endsWith(',"a ""quoted"", line"')).toBe(true);
    expect(() => writeBets(path.join(folder, 'no', 'bets.csv'), [])).toThrow(/ENOENT/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    end();
  });
});

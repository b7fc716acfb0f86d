import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorageState } from '#contract/storage.ts';
import { Board } from '#domain/board/board.ts';
import type { Outcome } from '#domain/board/messages.ts';
import { ChangeColumns } from '#domain/history/recorded-changes.ts';
import type { HistoryBatch } from '../../../ports/history.ts';
import { NOTHING_DEFINED } from '../../../testing/history-batch.ts';
import { ManualClock } from '../../../testing/manual-clock.ts';
import { HistoryRecorder } from '../../../usecases/history/record-history.ts';
import { HistoryKeeper } from './history-keeper.ts';
import { HistoryReader } from './history-reader.ts';
import { HISTORY_FILE, openHistoryToRead } from './open-history.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-faults-'));
});
const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, HISTORY_FILE);

/** A program that records into the folder; its clock stands still. */
function program() {
  const clock = new ManualClock();
  const board = new Board();
  const states: StorageState[] = [];
  let run = 0;
  let keeper: HistoryKeeper;
  const recorder = new HistoryRecorder({
    clock,
    board,
    history: {
      isBehind: false,
      waiting: 0,
      noteDamage: () => undefined,
      retain: () => undefined,
      writePlays: () => undefined,
      stop: () => Promise.resolve(),
      write(batch: HistoryBatch) {
        keeper.write(structuredClone(batch));
      },
    },
  });
  keeper = new HistoryKeeper({
    folder,
    clock,
    state: (state) => states.push(state),
    done: () => undefined,
    beganAnew: () => {
      run += 1;
      recorder.beginAnew();
    },
  });
  let american = -110;
  const program = {
    clock,
    states,
    get keeper() {
      return keeper;
    },
    get runs() {
      return run;
    },
    /** Records so many prices of one outcome, each another one. */
    record(count: number) {
      for (let n = 0; n < count; n += 1) {
        american -= 1;
        const outcome: Outcome = {
          key: 'H',
          american,
          name: 'Moneyline',
          line: null,
          overUnder: null,
          target: 'Home',
          link: null,
        };
        const at = {
          sportsbook: 'circa',
          sport: 'NBA',
          game: 'g',
          home: 'Home',
          away: 'Away',
          startsAtMs: null,
          universalId: null,
        };
        board.fold(
          { kind: 'prices', mode: 'merge', origin: 'update', at, outcomes: [outcome] },
          clock.nowMs(),
        );
        recorder.note(board.changes);
        clock.pass(150);
      }
    },
    stop: () => keeper.stop(),
  };
  undo.push(() => keeper.stop());
  return program;
}

/** The prices of the one outcome as they are on disk. */
function kept(): number[] {
  const database = openHistoryToRead(folder);
  const reader = new HistoryReader(database);
  const of = { kind: 'outcome', sportsbook: 'circa', outcome: 'H' } as const;
  const query = { games: [{ label: 'g', isFlipped: false }], of, fromMs: 0, toMs: 9e15, columns: 9999 };
  const prices = reader.series(query)[0]?.points.map(({ american }) => american) ?? [];
  database.close();
  return prices;
}

function spoil(page: number): void {
  const open = openSync(file(), 'r+');
  writeSync(open, new Uint8Array(4096).fill(0xa7), 0, 4096, page * 4096);
  closeSync(open);
}

describe('a damaged history', () => {
  it.each(['first', 'last', 'middle'])('is set aside, told in words, and begun anew: %s page', (which) => {
    const before = program();
    before.record(300);
    before.stop();
    const pages = statSync(file()).size / 4096;
    spoil({ first: 0, middle: Math.floor(pages / 2), last: pages - 1 }[which]!);
    const damaged = readFileSync(file());
    const after = program();
    after.record(3);
    const { condition, detail } = after.keeper.state;
    expect(condition).toBe('recovered');
    const name = /kept as (\S+)\.$/.exec(detail)?.[1];
    expect(readFileSync(path.join(folder, name!)).equals(damaged)).toBe(true);
    expect(kept()).toEqual([-111, -112, -113]);
    after.stop();
    const later = program();
    expect(later.keeper.state.condition).toBe('ok');
  });

  it('that shows only when it is read is set aside as well, and what comes afterwards is kept', () => {
    const running = program();
    running.record(2);
    running.keeper.noteDamage('database disk image is malformed');
    expect(running.runs).toBe(1);
    running.record(2);
    expect(running.keeper.state.condition).toBe('recovered');
    expect(kept()).toEqual([-113, -114]);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).not.toEqual([]);
  });
});

describe('a history of a newer Linewatch', () => {
  it('is refused in words and still read; what is not kept is counted', () => {
    const before = program();
    before.record(2);
    before.stop();
    const newer = new Database(file());
    newer.pragma('user_version = 99');
    newer.close();
    const after = program();
    after.record(3);
    const { condition, detail, leftOut, written } = after.keeper.state;
    expect({ condition, leftOut, written }).toEqual({ condition: 'read-only', leftOut: 3, written: 0 });
    expect(detail).toMatch(/made by a newer Linewatch/);
    expect(kept()).toEqual([-111, -112]);
  });
});

describe('a history that another program writes', () => {
  it('is tried again until it is free; nothing of the meantime is lost', () => {
    const first = program();
    const second = program();
    second.record(2);
    expect(second.keeper.state).toMatchObject({ condition: 'locked', waiting: 2, written: 0 });
    expect(second.keeper.state.detail).toMatch(/Close it, or choose another data folder/);
    first.stop();
    second.clock.pass(3_000);
    expect(second.keeper.state).toMatchObject({ condition: 'ok', detail: '', waiting: 0, written: 2 });
    expect(kept()).toEqual([-111, -112]);
  });
});

describe('a batch that cannot be written as it is', () => {
  /** A change of a selection that nobody has defined. */
  function undefinedSelection(): HistoryBatch {
    const changes = new ChangeColumns();
    changes.add(999, 1, -110, 0);
    return { ...NOTHING_DEFINED, changes };
  }

  /** SQLite's binding refuses it with an error that damage has as well. */
  function unboundText(): HistoryBatch {
    const { changes } = undefinedSelection();
    const game = { game: 7, label: {} as string, sport: 'NBA', home: 'Home', away: 'Away' };
    return { ...NOTHING_DEFINED, games: [{ ...game, startsAtMs: null, universalId: null }], changes };
  }

  it.each([
    ['a selection that was not defined', undefinedSelection, /Selection 999 was not defined/],
    ['a text that is none', unboundText, /Too few parameter values/],
  ])('is left out, counted and told, and what comes afterwards is kept: %s', (_, batch, words) => {
    const running = program();
    running.record(2);
    running.keeper.write(batch());
    expect(running.keeper.state).toMatchObject({ condition: 'ok', waiting: 0, written: 2, leftOut: 1 });
    expect(running.keeper.state.detail).toMatch(words);
    expect(running.states.at(-1)?.detail).toMatch(/left out of the history/);
    expect(running.runs).toBe(1);
    running.record(2);
    expect(running.keeper.state).toMatchObject({ condition: 'ok', waiting: 0, written: 4, leftOut: 1 });
    expect(kept()).toEqual([-111, -112, -113, -114]);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('nor do such plays hold up what comes afterwards', () => {
    const running = program();
    running.keeper.writePlays([{ game: 'g', play: {} as string, arrivedAtMs: 1, body: '{}' }]);
    expect(running.keeper.state).toMatchObject({ condition: 'ok', leftOut: 0 });
    expect(running.keeper.state.detail).toMatch(/left out of the history/);
    running.record(2);
    expect(kept()).toEqual([-111, -112]);
  });
});

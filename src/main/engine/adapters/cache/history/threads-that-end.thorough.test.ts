import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StorageState } from '#contract/storage.ts';
import { Board } from '#domain/board/board.ts';
import { moneyline } from '#domain/board/testing/outcomes.ts';
import { ManualClock } from '../../../testing/manual-clock.ts';
import { threadFiles } from '../../../threads.ts';
import { HistoryRecorder } from '../../../usecases/history/record-history.ts';
import { WorkerHistory } from './worker-history.ts';
import { WorkerReader } from './worker-reader.ts';

const THREADS = threadFiles(new URL('../../../worker.ts', import.meta.url).href);
const GAME = 'Away vs Home, 2026-01-18, 07';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-threads-'));
});
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0)) await each();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A board whose every change is recorded by a real thread. */
function recording() {
  const clock = new ManualClock();
  const board = new Board();
  const states: StorageState[] = [];
  const history = new WorkerHistory({
    folder,
    thread: THREADS.historyWriter,
    clock,
    events: { state: (state) => states.push(state), beganAnew: () => recorder.beginAnew() },
  });
  const recorder = new HistoryRecorder({ clock, board, history });
  undo.push(() => history.stop(1_000));
  const price = (american: number) => {
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: {
          sportsbook: 'circa',
          sport: 'NBA',
          game: GAME,
          home: 'Home',
          away: 'Away',
          startsAtMs: null,
          universalId: null,
        },
        outcomes: [moneyline('Home', american)],
      },
      clock.nowMs(),
    );
    recorder.note(board.changes);
    clock.pass(100);
  };
  /** What no engine sends: nobody in the thread catches what it does there. */
  const poison = async () => {
    const ended = states.length;
    history.writePlays(null as never);
    await vi.waitFor(() => expect(states.slice(ended).at(-1)?.condition).toBe('paused'), 10_000);
  };
  const isWritten = (changes: number) =>
    vi.waitFor(() => {
      expect(states.at(-1)?.written).toBe(changes);
      expect(history.waiting).toBe(0);
    }, 10_000);
  return { clock, states, history, recorder, price, poison, isWritten };
}

const kept = async () => {
  const reader = new WorkerReader(folder, THREADS.historyReader, () => undefined);
  undo.push(() => reader.stop());
  return (await reader.ask('contents', null)).changes;
};

describe('the thread that writes the history', () => {
  it('is begun again when it has ended; what comes then is kept, what came meanwhile is counted', async () => {
    const { clock, states, history, recorder, price, poison, isWritten } = recording();
    price(-110);
    await isWritten(1);
    await poison();
    expect(states.at(-1)?.detail).toMatch(/^What writes the history has ended \(.+\)\. It is begun again;/);
    expect(history.isBehind).toBe(true);
    price(-112);
    expect(recorder.leftOut).toBe(1);

    clock.pass(1_000);
    expect(history.isBehind).toBe(false);
    price(-114);
    price(-116);
    await isWritten(3);
    expect(states.at(-1)).toMatchObject({ condition: 'ok', detail: '' });
    expect(await kept()).toBe(3);
  }, 30_000);

  it('is begun three times within ten minutes, and then again when they are over', async () => {
    const { clock, states, history, price, poison, isWritten } = recording();
    for (const waitMs of [500, 3_000, 15_000]) {
      await poison();
      clock.pass(waitMs);
      expect(history.isBehind).toBe(false);
    }
    await poison();
    expect(states.at(-1)?.detail).toMatch(/It has ended too often and is begun again in (9|10) min;/);
    clock.pass(500_000);
    expect(history.isBehind).toBe(true);
    clock.pass(100_000);
    expect(history.isBehind).toBe(false);
    price(-110);
    await isWritten(1);
  }, 60_000);

  it('is not begun again after the stop', async () => {
    const { clock, history, poison } = recording();
    await poison();
    await history.stop(1_000);
    clock.pass(60_000);
    expect(history.isBehind).toBe(true);
  }, 30_000);
});

describe('the thread that reads the history', () => {
  it.each([
    ['throws', 'throw new Error("thrown on purpose")', 'thrown on purpose'],
    ['ends', 'process.exit(3)', 'What reads the history has ended; ask again.'],
  ])('that %s leaves no question open, and the next one is asked of a new thread', async (_, deed, words) => {
    const file = path.join(folder, 'thread.mjs');
    const read = (code: string) =>
      writeFileSync(
        file,
        `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ id }) => { ${code} });`,
      );
    read(deed);
    const reader = new WorkerReader(folder, pathToFileURL(file), () => undefined);
    undo.push(() => reader.stop());
    await expect(reader.ask('plays', { game: GAME })).rejects.toThrow(words);
    read(`parentPort.postMessage({ kind: 'answer', id, value: [] })`);
    expect(await reader.ask('plays', { game: GAME })).toEqual([]);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import { saveBoard, saveBoardNow } from '#domain/board/save-board.ts';
import { writeInitialState } from '#simulator/wire/odds-frames.ts';
import { World } from '#simulator/world/world.ts';
import { decodeOddsFrame } from '../feed/decode-odds.ts';
import { createBoardFile } from './board-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-board-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const START_MS = Date.UTC(2026, 0, 18, 18);
const HEARD_MS = START_MS + 60_000;

/** A simulated evening on a board; its games in two connections, so that not all prices are of one time. */
function evening(): Board {
  const world = new World({
    seed: 5,
    books: 4,
    games: 8,
    ratePerSecond: 50,
    startMs: START_MS,
    consensus: true,
  });
  const board = new Board();
  const messages: BoardMessage[] = [];
  for (const sheet of world.listedSheets()) {
    const frame = writeInitialState(sheet, START_MS, null);
    if (frame === null) continue;
    decodeOddsFrame(frame, {
      message: (message) => {
        if (message.kind === 'board') messages.push(message.message);
      },
      refused: () => undefined,
    });
  }
  const half = Math.floor(messages.length / 2);
  for (const message of messages.slice(0, half)) board.fold(message, START_MS);
  board.beginConnection(START_MS + 1);
  for (const message of messages.slice(half)) board.fold(message, START_MS + 5);
  return board;
}

/** What is said of a selection, its link left out. */
const words = (board: Board) => describeSelections(board).map(({ link: _link, ...rest }) => rest);

/** Every selection with the time until which it was current. */
function asOf(board: Board): Map<string, number | undefined> {
  const times = new Map<string, number | undefined>();
  for (const [, listing] of board.listings.onBoard()) {
    for (let each = listing.head; each !== -1; each = board.selections.next(each)) {
      const at = `${listing.sportsbook} ${board.games.at(listing.game).label} ${board.selections.key(each)}`;
      times.set(at, board.epochEndedAtMs(board.selections.epoch(each)));
    }
  }
  return times;
}

describe('the last board', () => {
  it('comes back as it was, every price stale and with its own time', async () => {
    const board = evening();
    const store = createBoardFile(folder);
    await store.save(saveBoardNow(board, HEARD_MS));
    const loaded = new Board();
    loaded.restore(store.load()!, HEARD_MS + 1);
    expect(words(loaded).length).toBeGreaterThan(500);
    expect(words(loaded)).toEqual(words(board));
    expect([...loaded.games.numbers()].map((game) => loaded.games.at(game))).toEqual(
      [...board.games.numbers()].map((game) => board.games.at(game)),
    );
    const times = asOf(loaded);
    expect(new Set(times.values())).toEqual(new Set([START_MS + 1, HEARD_MS]));
    for (const [at, time] of asOf(board)) expect(times.get(at)).toBe(time ?? HEARD_MS);
    expect(loaded.changes.count).toBe(0);
    for (let each = 0; each < loaded.selections.end; each += 1) expect(loaded.isConfirmed(each)).toBe(false);
  });

  it('goes on as any board: what is stated is confirmed, the rest is swept, and no stale price moves', () => {
    const board = evening();
    const loaded = new Board();
    loaded.restore(saveBoardNow(board, HEARD_MS), HEARD_MS);
    const [first, second] = describeSelections(board);
    const game = board.games.at(board.games.find(first!.game)!);
    const state = {
      kind: 'prices',
      mode: 'replace',
      origin: 'snapshot',
      at: { ...game, game: game.label, sportsbook: first!.sportsbook },
      outcomes: [
        {
          key: first!.outcome,
          american: 12_345,
          name: undefined,
          line: undefined,
          overUnder: undefined,
          target: undefined,
          link: undefined,
        },
      ],
    } as const;
    loaded.fold(state, HEARD_MS + 5);
    expect(loaded.changes.previous(0)).toBe(0);
    loaded.sweep(null, HEARD_MS + 6);
    expect(describeSelections(loaded).map(({ outcome, american }) => [outcome, american])).toEqual([
      [first!.outcome, 12_345],
    ]);
    expect(second).toBeDefined();
    // texts that nobody holds any more are let go
    loaded.fold({ kind: 'book-cleared', sportsbook: first!.sportsbook }, HEARD_MS + 7);
    loaded.fold({ kind: 'book-cleared', sportsbook: 'nobody' }, HEARD_MS + 8);
    expect(loaded.selections.wordings.size).toBe(0);
    expect(loaded.selections.size).toBe(0);
  });

  it('is saved in slices, and folds may come between two', () => {
    const board = evening();
    const saver = saveBoard(board, HEARD_MS);
    let slices = 0;
    for (let step = saver.next(); ; step = saver.next()) {
      if (step.done) {
        const loaded = new Board();
        loaded.restore(step.value, HEARD_MS);
        const gone = new Set(words(board).map((each) => JSON.stringify(each)));
        expect(words(loaded).filter((each) => gone.has(JSON.stringify(each)))).toHaveLength(gone.size);
        break;
      }
      slices += 1;
      if (slices === 1) board.fold({ kind: 'book-cleared', sportsbook: 'consensus' }, HEARD_MS);
    }
    expect(slices).toBeGreaterThan(0);
  });

  it('a file that was cut or changed counts as none; writing one leaves nothing else behind', () => {
    const store = createBoardFile(folder);
    expect(store.load()).toBeUndefined();
    store.saveNow(saveBoardNow(evening(), HEARD_MS));
    expect(readdirSync(folder)).toEqual(['last-board']);
    const file = path.join(folder, 'last-board');
    const bytes = readFileSync(file);
    expect(store.load()).toBeDefined();
    for (const damaged of [
      bytes.subarray(0, -1),
      bytes.subarray(0, 10),
      Buffer.concat([bytes.subarray(0, 5000), Buffer.from([bytes[5000]! ^ 1]), bytes.subarray(5001)]),
      Buffer.from('not a board at all, but long enough to be one'),
    ]) {
      writeFileSync(file, damaged);
      expect(store.load()).toBeUndefined();
    }
  });
});

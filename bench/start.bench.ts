import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Board } from '#domain/board/board.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import { saveBoard, saveBoardNow } from '#domain/board/save-board.ts';
import { createBoardFile } from '#engine/adapters/cache/board-file.ts';
import { isQuick, medianOf, report, rounded, timeMs } from './report.ts';

/** The last board, from the disk into the memory: what the window waits for before its first row. */
const GAMES = 120;
const BOOKS = 25;
const OUTCOMES = isQuick() ? 30 : 100;
const ROUNDS = isQuick() ? 3 : 7;

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-start-'));
const store = createBoardFile(folder);
const board = new Board();
for (let game = 0; game < GAMES; game += 1) {
  for (let book = 0; book < BOOKS; book += 1) {
    board.fold(
      {
        kind: 'prices',
        mode: 'replace',
        origin: 'snapshot',
        at: {
          sportsbook: `book ${book}`,
          sport: `League ${game % 10}`,
          game: `Home ${game} vs Away ${game}, 2026-01-18, 07`,
          home: `Home ${game}`,
          away: `Away ${game}`,
          startsAtMs: Date.UTC(2026, 0, 19),
          universalId: null,
        },
        outcomes: Array.from({ length: OUTCOMES }, (_, n) => ({
          key: `Player ${n} of Home ${game} Over ${n}.5 Points`,
          american: -110 - n,
          name: 'Points',
          line: `${n}.5`,
          overUnder: 'Over',
          target: `Player ${n} of Home ${game}`,
          link: null,
        })),
      },
      1,
    );
  }
}
store.saveNow(saveBoardNow(board, Date.now()));
const bytes = statSync(path.join(folder, 'last-board')).size;

const ours: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(
    timeMs(() => {
      const loaded = new Board();
      loaded.restore(store.load()!, 1);
      new Fixtures(loaded.games).note(loaded.changes);
    }),
  );
}
const slices: number[] = [];
const saver = saveBoard(board, 1);
for (let isDone = false; !isDone; )
  slices.push(
    timeMs(() => {
      isDone = saver.next().done ?? false;
    }),
  );
report({
  work: `start: the last board of ${board.selections.size} selections from disk to memory`,
  limit: '1000 ms to the first row',
  peer: '-',
  ours: `${Math.round(medianOf(ours))} ms (${rounded(bytes / 2 ** 20, 1)} MiB)`,
  ratio: Math.round(medianOf(ours)),
  target: '<= 500 ms',
  met: medianOf(ours) <= 500,
});
report({
  work: 'start: saving it in slices, the longest',
  limit: '16 ms',
  peer: '-',
  ours: `${rounded(Math.max(...slices), 1)} ms of ${slices.length} slices`,
  ratio: rounded(Math.max(...slices), 1),
  target: '<= 16 ms',
  met: Math.max(...slices) <= 16,
});
rmSync(folder, { recursive: true, force: true });

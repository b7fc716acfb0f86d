import type { ScreenQuery } from '#contract/odds-screen.ts';
import { Board } from '#domain/board/board.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import type { BoardMessage, Outcome } from '#domain/board/messages.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { lookAtOdds } from '#engine/usecases/screen/look-at.ts';
import { ScreenPublisher } from '#engine/usecases/screen/publish-screen.ts';
import { LEAGUE, type MarketPlan, type MarketSays, type MarketWants } from './market-words.ts';

/**
 * The engine of a window's benchmark, in a thread of its own as in the app: board, view and publisher are the product's, the
 * prices are made up. Moves so many prices a second, anywhere on the board or among the first rows.
 */
const FOLD_EVERY_MS = 10;
const GAME_EVERY_MS = 60_000;
const FIRST_GAME_MS = Date.now();

const say = (news: MarketSays): void => postMessage(news);
const board = new Board();
const fixtures = new Fixtures(board.games);
const comparison = new Comparison(board, fixtures);
const publisher = new ScreenPublisher({
  board,
  look: (query: ScreenQuery) => lookAtOdds({ board, fixtures, comparison }, query),
  clock: {
    nowMs: () => Date.now(),
    moment: () => ({ wallMs: Date.now(), uptimeMs: performance.now(), boot: 'bench' }),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  },
  isLive: () => true,
  send: (batch) => say({ kind: 'batch', batch }),
});

let seed = 7;
/** A whole number in [0, below); the same ones in every run. */
function chance(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

function prices(
  game: number,
  book: number,
  mode: 'merge' | 'replace',
  outcomes: readonly Outcome[],
): BoardMessage {
  const [home, away] = teamsOf(game);
  return {
    kind: 'prices',
    mode,
    origin: mode === 'replace' ? 'snapshot' : 'update',
    at: {
      sportsbook: `book ${book}`,
      sport: LEAGUE,
      game: `${home} vs ${away}, ${game}`,
      home,
      away,
      startsAtMs: FIRST_GAME_MS + game * GAME_EVERY_MS,
      universalId: null,
    },
    outcomes,
  };
}

function teamsOf(game: number): readonly [home: string, away: string] {
  return [`Springfield ${2 * game}`, `Shelbyville ${2 * game + 1}`];
}

function outcome(game: number, side: number, american: number): Outcome {
  const [home, away] = teamsOf(game);
  const line = (game % 13) / 2 - 3;
  return {
    key: side === 0 ? away : home,
    american,
    name: 'Spread',
    line: side === 0 ? -line : line,
    overUnder: null,
    target: side === 0 ? away : home,
    link: null,
  };
}

function fold(message: BoardMessage): void {
  board.fold(message, Date.now());
  fixtures.note(board.changes);
  comparison.note(board.changes);
  publisher.note(board.changes);
}

let movingRows = 0;

function begin({ rows, books, ratePerSecond, ...plan }: MarketPlan): void {
  movingRows = plan.movingRows;
  for (let game = 0; game < rows; game += 1) {
    for (let book = 0; book < books; book += 1)
      fold(
        prices(
          game,
          book,
          'replace',
          [0, 1].map((side) => outcome(game, side, -110 - chance(20))),
        ),
      );
  }
  let done = 0;
  const startedAtMs = performance.now();
  setInterval(() => {
    const due = ((performance.now() - startedAtMs) / 1000) * ratePerSecond;
    for (; done < due; done += 1) {
      const [game, book, side] = [chance(movingRows), chance(books), chance(2)];
      fold(prices(game, book, 'merge', [outcome(game, side, -100 - chance(40))]));
    }
  }, FOLD_EVERY_MS);
}

addEventListener('message', ({ data }: MessageEvent<MarketWants>) => {
  if (data.kind === 'begin') {
    begin(data.plan);
    say({ kind: 'ready' });
  } else if (data.kind === 'move') movingRows = data.rows;
  else if (data.kind === 'open') say({ kind: 'opened', batch: publisher.open(data.query) });
  else publisher.painted(data.generation, data.number);
});

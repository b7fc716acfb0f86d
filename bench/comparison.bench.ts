import { Board } from '#domain/board/board.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import { NONE } from '#domain/board/selections.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { betIdentity, namesWithDraw } from '#domain/identity/selection/selection-identity.ts';
import { decodeOddsFrame } from '#engine/adapters/feed/decode-odds.ts';
import { eveningFrames } from './frames.ts';
import { cpuMs, isQuick, medianOf, report, rounded } from './report.ts';

/**
 * What it costs to know what other sportsbooks offer for exactly this bet: to read all matches of an evening for the
 * first time, and to keep them right while prices move. The peer reads every selection's words by itself.
 */
const ROUNDS = isQuick() ? 3 : 7;
const { snapshot, news } = eveningFrames(isQuick() ? 4_000 : 20_000);

interface World {
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly comparison: Comparison;
}

function fold(frames: readonly Buffer[], { board, fixtures, comparison }: World, isCompared: boolean): void {
  for (const frame of frames)
    decodeOddsFrame(frame.toString('utf8'), {
      message: (message) => {
        if (message.kind !== 'board') return;
        board.fold(message.message, 0);
        fixtures.note(board.changes);
        if (isCompared) comparison.note(board.changes);
      },
      refused: () => undefined,
    });
}

function evening(): World {
  const board = new Board();
  const fixtures = new Fixtures(board.games);
  const world = { board, fixtures, comparison: new Comparison(board, fixtures) };
  fold(snapshot, world, true);
  return world;
}

function lookAtAll({ board, fixtures, comparison }: World): void {
  for (const game of board.games.numbers()) comparison.marketsOf(fixtures.matchOf(game));
}

/** Every selection read by itself, nothing remembered. */
function readEach({ board, fixtures }: World): void {
  const { selections } = board;
  for (const [, listing] of board.listings.onBoard()) {
    const offered = [];
    for (let each = listing.head; each !== NONE; each = selections.next(each))
      offered.push(selections.words(each));
    const game = {
      ...board.games.at(listing.game),
      isFlipped: fixtures.isFlipped(listing.game),
      withDraw: namesWithDraw(offered),
    };
    for (const parts of offered) betIdentity(parts, game);
  }
}

const firstMs: number[] = [];
const eachMs: number[] = [];
const plainMs: number[] = [];
const comparedMs: number[] = [];
let count = 0;
let matches = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const [world, other] = [evening(), evening()];
  count = world.board.selections.size;
  matches = new Set([...world.board.games.numbers()].map((game) => world.fixtures.matchOf(game))).size;
  eachMs.push(cpuMs(() => readEach(world)));
  firstMs.push(cpuMs(() => lookAtAll(world)));
  plainMs.push(cpuMs(() => fold(news, other, false)));
  comparedMs.push(cpuMs(() => fold(news, world, true)));
}

const usEach = (ms: number, of: number) => rounded((ms * 1000) / of);
const FRAME_MS = 16;
const matchMs = medianOf(firstMs) / matches;
report({
  work: `markets of a match read for the first time, ${Math.round(count / matches)} selections`,
  limit: `${FRAME_MS} ms, a frame of a 60 Hz display`,
  peer: `${usEach(medianOf(eachMs), count)} us a selection, each read by itself`,
  ours: `${usEach(medianOf(firstMs), count)} us a selection, ${rounded(matchMs)} ms`,
  ratio: rounded(medianOf(eachMs) / medianOf(firstMs)),
  target: `below ${FRAME_MS} ms`,
  met: matchMs < FRAME_MS,
});
const extra = medianOf(comparedMs) / medianOf(plainMs) - 1;
report({
  work: `${news.length} frames of news with every match compared`,
  limit: '10 % of decoding and folding',
  peer: `${usEach(medianOf(plainMs), news.length)} us a frame without`,
  ours: `${usEach(medianOf(comparedMs), news.length)} us a frame with`,
  ratio: rounded(1 + extra),
  target: 'at most 1.1',
  met: extra <= 0.1,
});

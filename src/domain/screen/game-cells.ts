import type { Board } from '../board/board.ts';
import type { Game } from '../board/games.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import {
  AWAY,
  DRAW,
  HOME,
  OVER,
  parseLine,
  parseOverUnder,
  teamSide,
  UNDER,
} from '../catalogue/outcome-side.ts';
import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';
import { impliedProbability } from '../odds/convert.ts';

/** Most sides that a row has: away, home, draw. */
export const MAX_SIDES = 3;

/** What stands in one cell: a selection and the line it is offered at (`NaN` where the market has none). */
export interface Cell {
  readonly selection: number;
  readonly line: number;
}

/** A row's cells at one sportsbook, by side; `undefined` where the sportsbook has no such selection. */
export type GameCells = (Cell | undefined)[];

/** Whether a market name belongs to the market on the screen. */
export type IsMarket = (name: string | null) => boolean;

/**
 * Picks what an odds screen shows of a game at a sportsbook in one market. Of several lines (alternates) it takes
 * the main one: both sides offered and closest to even, the smaller line on a tie.
 * `market` is `moneyline`, `spread` or `total`.
 */
export function gameCells(
  board: Board,
  listing: Listing,
  game: Game,
  market: string,
  isMarket: IsMarket,
): GameCells {
  const pick =
    market === 'total' ? totalCandidate : market === 'spread' ? spreadCandidate : moneylineCandidate;
  const pairs = new Map<number, GameCells>();
  for (let selection = listing.head; selection !== NONE; selection = board.selections.next(selection)) {
    if (!isMarket(board.selections.name(selection))) continue;
    const candidate = pick(board, selection, game);
    if (candidate === undefined) continue;
    const pair = pairs.get(candidate.group) ?? [];
    if (isBetter(board, selection, pair[candidate.side]))
      pair[candidate.side] = { selection, line: candidate.line };
    pairs.set(candidate.group, pair);
  }
  let best: GameCells = [];
  let bestScore = Number.POSITIVE_INFINITY;
  for (const [group, pair] of pairs) {
    const score = imbalance(board, pair) + Math.abs(group) * 1e-6;
    if (best.length === 0 || score < bestScore) [best, bestScore] = [pair, score];
  }
  return best;
}

/** A selection that may stand in a cell. Selections of one `group` are the sides of one bet. */
interface Candidate {
  readonly side: number;
  readonly line: number;
  readonly group: number;
}

function moneylineCandidate(board: Board, selection: number, game: Game): Candidate | undefined {
  const side = teamSide(board.selections.target(selection), game.home, game.away);
  return side === -1 ? undefined : { side, line: Number.NaN, group: 0 };
}

function spreadCandidate(board: Board, selection: number, game: Game): Candidate | undefined {
  const side = teamSide(board.selections.target(selection), game.home, game.away);
  const line = parseLine(board.selections.line(selection));
  if ((side !== AWAY && side !== HOME) || Number.isNaN(line)) return undefined;
  return { side, line, group: side === HOME ? line : -line };
}

function totalCandidate(board: Board, selection: number, game: Game): Candidate | undefined {
  const target = board.selections.target(selection);
  const isOfTheGame =
    target === null || target === '' || target === game.label || parseOverUnder(target) !== null;
  if (!isOfTheGame) return undefined;
  const stated = parseOverUnder(board.selections.overUnder(selection)) ?? parseOverUnder(target);
  if (stated === null) return undefined;
  const own = parseLine(board.selections.line(selection));
  const line = Number.isNaN(own) ? (stated.line ?? Number.NaN) : own;
  if (Number.isNaN(line)) return undefined;
  return { side: stated.side === 'over' ? OVER : UNDER, line, group: line };
}

/** Of two selections for one side the offered one wins; the first stays otherwise. */
function isBetter(board: Board, selection: number, held: Cell | undefined): boolean {
  if (held === undefined) return true;
  const { selections } = board;
  return (
    selections.american(held.selection) === NOT_OFFERED && selections.american(selection) !== NOT_OFFERED
  );
}

/** 0 = both sides even; grows as the sides part, and more where one of them is not offered. */
function imbalance(board: Board, pair: GameCells): number {
  const [first, second] = [pair[0], pair[1]].map((cell) =>
    cell === undefined ? NOT_OFFERED : board.selections.american(cell.selection),
  ) as [number, number];
  if (first === NOT_OFFERED && second === NOT_OFFERED) return pair[DRAW] === undefined ? 20 : 15;
  if (first === NOT_OFFERED || second === NOT_OFFERED) return 10;
  return Math.abs(impliedProbability(first as AmericanOdds) - impliedProbability(second as AmericanOdds));
}

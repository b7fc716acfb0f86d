import type { Board } from '../board/board.ts';
import { DRAW, SIDE_PLACES } from '../catalogue/outcome-side.ts';
import type { BetIdentity } from '../identity/selection/selection-identity.ts';
import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';
import { impliedProbability } from '../odds/convert.ts';

/** What stands in one cell: a selection and the line it is offered at (`NaN` where the market has none). */
export interface Cell {
  readonly selection: number;
  readonly line: number;
}

/** A row's cells at one sportsbook, by side; `undefined` where the sportsbook has no such selection. */
export type GameCells = (Cell | undefined)[];

/** What a selection is a bet on; `null` where that can't be told for sure. */
export type BetOf = (selection: number) => BetIdentity | null;

/** What a sportsbook offers for a row: the question with two outcomes, and the one in which the draw is a bet. */
export interface OfferedCells {
  readonly two: GameCells | undefined;
  readonly three: GameCells | undefined;
}

/** A bet that a listing offers in a market, the sides as the match has them: on each the cells of those who state it. */
interface ListedBet {
  readonly market: string;
  readonly ways: 2 | 3;
  readonly line: number;
  readonly sides: (Cell[] | undefined)[];
}

/** What a listing offers in a market. It holds, whatever its prices do, until it offers other bets. */
export type ListedBets = readonly ListedBet[];

/** Reads what those of a listing's selections that may be bets in a market are. `market`: `moneyline`, `spread` or `total`. */
export function listedBets(selections: readonly number[], market: string, betOf: BetOf): ListedBets {
  const bets = new Map<string, ListedBet>();
  for (const selection of selections) {
    const bet = betOf(selection);
    if (bet === null || bet.kind !== market || bet.period !== 'game') continue;
    const side = SIDE_PLACES[bet.side];
    if (side === undefined || bet.ways === null) continue;
    let listed = bets.get(bet.market);
    if (listed === undefined) {
      listed = { market: bet.market, ways: bet.ways, line: Math.abs(bet.line ?? 0), sides: [] };
      bets.set(bet.market, listed);
    }
    listed.sides[side] ??= [];
    listed.sides[side].push({ selection, line: bet.line ?? Number.NaN });
  }
  return [...bets.values()];
}

/**
 * Picks what an odds screen shows of a match at a sportsbook in one market, by what each listing of the match offers in it.
 * Of several lines (alternates) it takes the main one: both sides offered and closest to even, the smaller line on a tie. Of a
 * match that is listed twice the listing that is current and offers most has its line shown, and a side that the other one
 * states later, or alone, is taken from there. Bets that are settled otherwise (a moneyline with a draw and one without) never
 * share a row of cells.
 */
export function gameCells(board: Board, listings: readonly ListedBets[]): OfferedCells {
  return { two: shownCells(board, listings, 2), three: shownCells(board, listings, 3) };
}

function shownCells(
  board: Board,
  listings: readonly ListedBets[],
  ways: ListedBet['ways'],
): GameCells | undefined {
  let shown: { readonly market: string; readonly cells: GameCells } | undefined;
  for (const bets of listings) {
    const main = mainBet(board, bets, ways);
    if (main === undefined) continue;
    const cells = takeInto([], board, main);
    if (shown === undefined || worth(board, cells) > worth(board, shown.cells))
      shown = { market: main.market, cells };
  }
  if (shown === undefined || listings.length === 1) return shown?.cells;
  for (const bets of listings)
    for (const bet of bets) if (bet.market === shown.market) takeInto(shown.cells, board, bet);
  return shown.cells;
}

/** Puts the cells of a bet on their sides, where none stands that goes before them. */
function takeInto(cells: GameCells, board: Board, { sides }: ListedBet): GameCells {
  for (let side = 0; side < sides.length; side += 1) {
    const first = firstCell(board, sides[side]);
    const held = cells[side];
    if (first === undefined) continue;
    if (held === undefined || bySide(board, first.selection, held.selection) < 0) cells[side] = first;
  }
  return cells;
}

/** Of the cells of one side the one that stands on the screen. */
function firstCell(board: Board, cells: readonly Cell[] | undefined): Cell | undefined {
  let first = cells?.[0];
  if (cells === undefined || first === undefined) return undefined;
  for (let at = 1; at < cells.length; at += 1)
    if (bySide(board, cells[at]!.selection, first.selection) < 0) first = cells[at]!;
  return first;
}

/** Grows with every side, more when it is offered, most when it is current. */
function worth(board: Board, cells: GameCells): number {
  let sum = 0;
  for (const cell of cells) {
    if (cell === undefined) continue;
    const isOffered = board.selections.american(cell.selection) !== NOT_OFFERED;
    sum += 1 + (isOffered ? 10 : 0) + (board.isConfirmed(cell.selection) ? 100 : 0);
  }
  return sum;
}

function mainBet(board: Board, bets: ListedBets, ways: ListedBet['ways']): ListedBet | undefined {
  let best: ListedBet | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const bet of bets) {
    if (bet.ways !== ways) continue;
    const score = imbalance(board, bet) + bet.line * 1e-6;
    if (best === undefined || score < bestScore) [best, bestScore] = [bet, score];
  }
  return best;
}

/**
 * Order of two selections for one side, the one that stands on the screen first: the one that a newer connection has
 * stated, then the one that is offered, then the one that moved last, then any, but always the same. Losing the connection
 * changes none of that.
 */
export function bySide({ selections }: Board, left: number, right: number): number {
  const worth = (selection: number) => (selections.american(selection) === NOT_OFFERED ? 0 : 1);
  return (
    selections.epoch(right) - selections.epoch(left) ||
    worth(right) - worth(left) ||
    selections.changedAtMs(right) - selections.changedAtMs(left) ||
    left - right
  );
}

/** 0 = both sides even; grows as the sides part, and more where one of them is not offered. */
function imbalance(board: Board, { sides }: ListedBet): number {
  const first = priceOf(board, sides[0]);
  const second = priceOf(board, sides[1]);
  if (first === NOT_OFFERED && second === NOT_OFFERED) return sides[DRAW] === undefined ? 20 : 15;
  if (first === NOT_OFFERED || second === NOT_OFFERED) return 10;
  return Math.abs(impliedProbability(first as AmericanOdds) - impliedProbability(second as AmericanOdds));
}

function priceOf(board: Board, cells: readonly Cell[] | undefined): number {
  const cell = firstCell(board, cells);
  return cell === undefined ? NOT_OFFERED : board.selections.american(cell.selection);
}

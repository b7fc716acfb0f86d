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

/**
 * Picks what an odds screen shows of a match at a sportsbook in one market, the sides as the match has them. Of several
 * lines (alternates) it takes the main one: both sides offered and closest to even, the smaller line on a tie. Of a match
 * that is listed twice the listing that is current and offers most has its line shown, and a side that the other one states
 * later, or alone, is taken from there. Bets that are settled otherwise (a moneyline with a draw and one without) never
 * share a row of cells. `market` is `moneyline`, `spread` or `total`; `listed`: the selections of each listing of the match
 * that may be bets in it.
 */
export function gameCells(
  board: Board,
  listed: readonly (readonly number[])[],
  market: string,
  betOf: BetOf,
): OfferedCells {
  const read = listed.map((selections) => groupsOf(board, selections, market, betOf));
  return { two: shownCells(board, read, 2), three: shownCells(board, read, 3) };
}

/** The bets of one listing, by the key of their market. */
type Groups = ReadonlyMap<string, Group>;

function groupsOf(board: Board, selections: readonly number[], market: string, betOf: BetOf): Groups {
  const groups = new Map<string, Group>();
  for (const selection of selections) {
    const bet = betOf(selection);
    if (bet === null || bet.kind !== market || bet.period !== 'game') continue;
    const side = SIDE_PLACES[bet.side];
    if (side === undefined || bet.ways === null) continue;
    let group = groups.get(bet.market);
    if (group === undefined) {
      group = { market: bet.market, ways: bet.ways, line: Math.abs(bet.line ?? 0), cells: [] };
      groups.set(bet.market, group);
    }
    take(board, group.cells, side, { selection, line: bet.line ?? Number.NaN });
  }
  return groups;
}

function shownCells(board: Board, read: readonly Groups[], ways: Group['ways']): GameCells | undefined {
  let shown: Group | undefined;
  for (const groups of read) {
    const main = mainGroup(board, groups, ways);
    if (main !== undefined && worth(board, main.cells) > worth(board, shown?.cells)) shown = main;
  }
  if (shown === undefined || read.length === 1) return shown?.cells;
  const cells = [...shown.cells];
  for (const groups of read)
    for (const [side, cell] of (groups.get(shown.market)?.cells ?? []).entries())
      if (cell !== undefined) take(board, cells, side, cell);
  return cells;
}

/** Grows with every side, more when it is offered, most when it is current. */
function worth(board: Board, cells: GameCells | undefined): number {
  let sum = 0;
  for (const cell of cells ?? []) {
    if (cell === undefined) continue;
    const isOffered = board.selections.american(cell.selection) !== NOT_OFFERED;
    sum += 1 + (isOffered ? 10 : 0) + (board.isConfirmed(cell.selection) ? 100 : 0);
  }
  return sum;
}

/** The sides of one bet. */
interface Group {
  readonly market: string;
  readonly ways: 2 | 3;
  readonly line: number;
  readonly cells: GameCells;
}

function mainGroup(board: Board, groups: Groups, ways: Group['ways']): Group | undefined {
  let best: Group | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const group of groups.values()) {
    if (group.ways !== ways) continue;
    const score = imbalance(board, group.cells) + group.line * 1e-6;
    if (best === undefined || score < bestScore) [best, bestScore] = [group, score];
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

/** Puts a cell on its side, where none stands that goes before it. */
function take(board: Board, cells: GameCells, side: number, cell: Cell): void {
  const held = cells[side];
  if (held === undefined || bySide(board, cell.selection, held.selection) < 0) cells[side] = cell;
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

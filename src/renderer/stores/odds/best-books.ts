import { CELL_PRICED } from '#contract/odds-screen.ts';
import type { CellTable } from './cell-table.ts';

/** Which of two lines a bettor would rather have: `higher` for a spread or an Under, `lower` for an Over. */
export type BetterLine = 'higher' | 'lower';

/** What is looked at to find the best price of one side of a game. */
export interface SideOffer {
  readonly cells: CellTable;
  readonly rowId: number;
  readonly side: number;
  /** Columns that may be best: bettable sportsbooks only, so never `consensus`. */
  readonly columns: readonly number[];
  readonly betterLine: BetterLine;
  /** Whether prices are live at all, and the connection that must have confirmed them. */
  readonly live: boolean;
  readonly epoch: number;
}

/**
 * The columns with the best price of a side: the most favourable line first, then the price that pays most.
 * Only live, offered prices count; equal ones share. Empty when there is none.
 */
export function bestBooks(offer: SideOffer): readonly number[] {
  const { cells, rowId, side, columns, betterLine, live, epoch } = offer;
  let best: number[] = [];
  if (!live) return best;
  let bestLine = Number.NaN;
  let bestPrice = 0;
  for (const column of columns) {
    const index = cells.indexOf(rowId, side, column);
    if (index < 0 || cells.state[index] !== CELL_PRICED || cells.epoch[index] !== epoch) continue;
    const line = cells.line[index]!;
    const price = payout(cells.american[index]!);
    const order = best.length === 0 ? 1 : compareLines(line, bestLine, betterLine) || price - bestPrice;
    if (order > 0) {
      best = [column];
      bestLine = line;
      bestPrice = price;
    } else if (order === 0) {
      best.push(column);
    }
  }
  return best;
}

/** The line a bettor on this side would rather have. */
export function betterLineOf(sideName: string): BetterLine {
  return /^over$/i.test(sideName) ? 'lower' : 'higher';
}

/** A price with a line beats one without: the latter belongs to another market, or is unreadable. */
function compareLines(left: number, right: number, better: BetterLine): number {
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(!Number.isNaN(left)) - Number(!Number.isNaN(right));
  return better === 'higher' ? left - right : right - left;
}

/** American prices on one scale: +100 and -100 pay the same. */
function payout(american: number): number {
  return american === -100 ? 100 : american;
}

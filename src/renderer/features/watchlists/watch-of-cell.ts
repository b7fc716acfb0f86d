import type { ScreenRow } from '#contract/odds-screen.ts';
import { subjectOfCell } from '#domain/ledger/cell-subject.ts';
import type { WatchSubject } from '#domain/watchlist/watchlist.ts';

/** A cell of the odds screen that the cursor stands on. */
interface WatchedCell {
  readonly market: string;
  readonly row: ScreenRow;
  readonly side: number;
  /** `NaN` where the market has none. */
  readonly line: number;
}

/** What is watched when a cell is: its bet at every sportsbook; `null` where the cell has none. */
export function watchOfCell({ market, row, side, line }: WatchedCell): WatchSubject | null {
  const subject = subjectOfCell({ market, sides: row.sides.length, side, line });
  return subject && { kind: 'bet', game: row.game, universalId: null, ...subject };
}

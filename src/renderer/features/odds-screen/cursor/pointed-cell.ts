import type { ScreenRow } from '#contract/odds-screen.ts';
import { subjectOfCell } from '#domain/ledger/cell-subject.ts';
import { bestBooks, betterLineOf } from '../../../stores/odds/best-books.ts';
import { rowFigures } from '../../../stores/odds/row-figures.ts';
import type { Pointed } from '../../../stores/pointed.ts';
import { mainBetWords } from '../cells/side-words.ts';
import { type BoardRow, type BoardView, isBook, offerOf } from '../grid/board-view.ts';
import { FIXED_COLUMNS } from '../grid/grid-metrics.ts';
import type { Cursor } from './grid-cursor.ts';

/** What a cell of the odds screen is: its bet at its own line, or at the one that most sportsbooks have. */
export function pointedCell(
  { sport, market }: { readonly sport: string; readonly market: string },
  rows: readonly ScreenRow[],
  at: Cursor,
  view: BoardView,
): Pointed | null {
  const row = rows.find(({ rowId }) => rowId === at.rowId);
  if (!row) return null;
  const { game, home, away, startsAtMs, sides } = row;
  const line = lineAt(row, at, view);
  const subject = subjectOfCell({ market, sides: sides.length, side: at.side, line });
  const wording = mainBetWords(market, sides[at.side] ?? '', line);
  return {
    game: { sport, game, home, away, startsAtMs },
    bet: subject && { ...subject, wording, player: null },
    ...pricesAt(row, at, view),
    text: null,
    isPlay: false,
  };
}

/** The price of a cell, `null` for a cell of no sportsbook; and the best one beside it. */
export function pricesAt(
  row: BoardRow,
  { side, column }: Cursor,
  view: BoardView,
): Pick<Pointed, 'price' | 'best'> {
  const { cells, freshness } = view.store;
  const priced = (at: number) => cells.priceAt(row.rowId, side, at);
  const book = view.columns[column - FIXED_COLUMNS];
  const [best] = bestBooks({
    cells,
    rowId: row.rowId,
    side,
    columns: view.bettableColumns,
    betterLine: betterLineOf(row.sides[side] ?? ''),
    ...freshness.read(),
  });
  return {
    price: book && isBook(book) ? { sportsbook: book.id, american: priced(book.column) } : null,
    best: best === undefined ? 0 : priced(best),
  };
}

function lineAt(row: ScreenRow, { side, column }: Cursor, view: BoardView): number {
  const book = view.columns[column - FIXED_COLUMNS];
  const { cells } = view.store;
  const index = book && isBook(book) ? cells.indexOf(row.rowId, side, book.column) : -1;
  const own = index < 0 ? Number.NaN : cells.line[index]!;
  if (!Number.isNaN(own)) return own;
  return rowFigures(offerOf(row, view))?.sides[side]?.line ?? Number.NaN;
}

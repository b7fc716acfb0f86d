import { texts } from '../../texts.ts';
import { priceText } from '../../ui/odds-text.ts';
import { exactTimeText } from '../../ui/time-text.ts';
import type { BoardView } from './board-view.ts';
import type { Cursor } from './grid-cursor.ts';
import { FIXED_COLUMNS } from './grid-metrics.ts';

/** What a price cell tells when pointed at: whose price, since when, and what it was. Empty for other cells. */
export function cellTitle({ rowId, side, column }: Cursor, { store, books, format }: BoardView): string {
  const book = books[column - FIXED_COLUMNS];
  if (!book) return '';
  const index = store.cells.indexOf(rowId, side, book.column);
  if (index < 0) return book.name;
  const changedAtMs = store.cells.changedAtMs[index]!;
  const movedFrom = store.cells.movedFrom[index]!;
  return [
    book.name,
    changedAtMs > 0 ? texts.cell.changed(exactTimeText(changedAtMs)) : '',
    movedFrom !== 0 ? texts.cell.was(priceText(movedFrom, format)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../../texts.ts';
import { priceText } from '../../../ui/odds-text.ts';
import { exactTimeText, momentText } from '../../../ui/time-text.ts';
import { type BoardRow, type BoardView, isBook } from '../grid/board-view.ts';
import { FIXED_COLUMNS } from '../grid/grid-metrics.ts';
import type { Cursor } from './grid-cursor.ts';

/** What a price cell tells when pointed at: whose price, since when, and what it was. Empty for other cells. */
export function cellTitle(
  { rowId, side, column }: Cursor,
  { store, columns, format, scheduler, openers }: BoardView,
  row: BoardRow | undefined,
): string {
  const book = columns[column - FIXED_COLUMNS];
  if (!book) return '';
  if (!isBook(book)) {
    const opener =
      book.figure === 'opener' && row?.game !== undefined
        ? openers?.of({ game: row.game, sides: row.sides })
        : null;
    return opener
      ? texts.columns.openedAt(sportsbookName(opener.sportsbook), momentText(opener.atMs, scheduler.nowMs()))
      : texts.columns.meanings[book.figure];
  }
  const index = store.cells.indexOf(rowId, side, book.column);
  if (index < 0) return book.name;
  const changedAtMs = store.cells.changedAtMs[index]!;
  const movedFrom = store.cells.movedFrom[index]!;
  return [
    book.name,
    staleSince(index, store, scheduler.nowMs()),
    changedAtMs > 0 ? texts.cell.changed(exactTimeText(changedAtMs)) : '',
    movedFrom !== 0 ? texts.cell.was(priceText(movedFrom, format)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Until when a price that is not current was; empty for a current one. */
function staleSince(index: number, store: BoardView['store'], nowMs: number): string {
  const epoch = store.cells.epoch[index]!;
  const { live, epoch: current } = store.freshness.read();
  if (live && epoch === current) return '';
  const asOfMs = store.asOfMs(epoch) ?? store.updatedAtMs;
  return asOfMs === null ? texts.cell.stale : texts.cell.asOf(momentText(asOfMs, nowMs));
}

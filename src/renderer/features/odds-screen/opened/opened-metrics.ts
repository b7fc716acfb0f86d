import { columnsHeld } from '../../../stores/odds/main-line.ts';
import { type BoardRow, type BoardView, isBook } from '../grid/board-view.ts';

/** So many lines at least, and so many sportsbooks at most, stand below each other. */
const LEAST_LINES = 8;
const LEAST_BOOKS = 4;
const MOST_BOOKS = 12;
/** What stands above the sportsbooks, and around all. Unit: px. */
const HEAD_HEIGHT = 28;
const PADDING = 17;

/** How many of so many sportsbooks stand below each other: two blocks side by side where that is enough. */
export function blockBooks(books: number, isLined: boolean): number {
  return Math.max(isLined ? LEAST_LINES : LEAST_BOOKS, Math.min(MOST_BOOKS, Math.ceil(books / 2)));
}

/** How high a game is that is open in its row, besides the row itself. Unit: px. */
export function openedHeight(
  row: BoardRow,
  { store, offered, sideHeight }: BoardView,
  isLined: boolean,
): number {
  const columns = offered.filter(isBook).map(({ column }) => column);
  const books = columnsHeld(store.cells, columns, row);
  return HEAD_HEIGHT + blockBooks(books, isLined) * sideHeight + PADDING;
}

import type { ScreenBook } from '#contract/odds-screen.ts';
import type { OddsFormat } from '#contract/settings.ts';
import type { OddsScreenStore } from '../../stores/odds/odds-screen.ts';
import type { Scheduler } from '../../stores/scheduler.ts';
import type { Stores } from '../../stores/stores.ts';
import { CONSENSUS, compareSportsbooks, sportsbookName } from '../../ui/sportsbook-names.ts';

/** One sportsbook's column as it stands on the screen. */
export interface BookColumn {
  readonly bookId: number;
  /** The provider's id. */
  readonly id: string;
  /** The name for people. */
  readonly name: string;
  /** Where its prices stand in the cell table. */
  readonly column: number;
  /** Whether anybody can bet there. */
  readonly bettable: boolean;
}

/** How the board is looked at: everything that shapes a cell's text but the price itself. */
export interface BoardView {
  readonly store: OddsScreenStore;
  readonly scheduler: Scheduler;
  readonly books: readonly BookColumn[];
  /** The cell table's columns of the bettable books. */
  readonly bettableColumns: readonly number[];
  readonly format: OddsFormat;
  /** No motion: arrows stay, nothing fades. */
  readonly still: boolean;
}

/** Lays the books out as columns, in reading order. */
export function boardView(
  { screen: store, scheduler }: Pick<Stores, 'screen' | 'scheduler'>,
  screenBooks: readonly ScreenBook[],
  format: OddsFormat,
  still: boolean,
): BoardView {
  const books = [...screenBooks]
    .sort((left, right) => compareSportsbooks(left.name, right.name))
    .map(({ bookId, name: id }) => ({
      bookId,
      id,
      name: sportsbookName(id),
      column: store.cells.columnOf(bookId),
      bettable: id !== CONSENSUS,
    }));
  const bettableColumns = books.filter(({ bettable }) => bettable).map(({ column }) => column);
  return { store, scheduler, books, bettableColumns, format, still };
}

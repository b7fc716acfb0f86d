import type { ScreenBook } from '#contract/odds-screen.ts';
import type { Settings } from '#contract/settings.ts';
import type { OddsScreenStore } from '../../stores/odds/odds-screen.ts';
import type { Scheduler } from '../../stores/scheduler.ts';
import type { Stores } from '../../stores/stores.ts';
import { CONSENSUS, sportsbookName, sportsbookOrderOf } from '../../ui/sportsbook-names.ts';
import { SIDE_HEIGHT } from './grid-metrics.ts';

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
  readonly format: Settings['oddsFormat'];
  /** Height of one side of a game, px. */
  readonly sideHeight: number;
  /** No motion: arrows stay, nothing fades. */
  readonly still: boolean;
}

/** What the user chose of how the board is looked at. */
export type BoardLook = Pick<Settings, 'oddsFormat' | 'density' | 'sportsbookOrder' | 'hiddenSportsbooks'>;

/** Lays the books out as columns, in the user's order, without those that are hidden. */
export function boardView(
  { screen: store, scheduler }: Pick<Stores, 'screen' | 'scheduler'>,
  screenBooks: readonly ScreenBook[],
  { oddsFormat: format, density, sportsbookOrder, hiddenSportsbooks }: BoardLook,
  still: boolean,
): BoardView {
  const compare = sportsbookOrderOf(sportsbookOrder);
  const books = screenBooks
    .filter(({ name }) => !hiddenSportsbooks.includes(name))
    .sort((left, right) => compare(left.name, right.name))
    .map(({ bookId, name: id }) => ({
      bookId,
      id,
      name: sportsbookName(id),
      column: store.cells.columnOf(bookId),
      bettable: id !== CONSENSUS,
    }));
  const bettableColumns = books.filter(({ bettable }) => bettable).map(({ column }) => column);
  return { store, scheduler, books, bettableColumns, format, sideHeight: SIDE_HEIGHT[density], still };
}

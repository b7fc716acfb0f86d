import type { ScreenBook } from '#contract/odds-screen.ts';
import type { LeagueColumns, Settings } from '#contract/settings.ts';
import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import { Sources } from '#domain/catalogue/sources.ts';
import { sharedSources } from '#domain/catalogue/sportsbook-groups.ts';
import { sportsbookName, sportsbookOrderOf } from '#domain/catalogue/sportsbook-names.ts';
import {
  FIGURES,
  type Figure,
  figureId,
  type GroupSpan,
  groupSpans,
  inOrder,
} from '../../../stores/odds/league-columns.ts';
import type { PriceSource } from '../../../stores/odds/odds-screen.ts';
import type { OpenersOfMarket } from '../../../stores/odds/openers.ts';
import type { RowOffer } from '../../../stores/odds/row-figures.ts';
import type { Scheduler } from '../../../stores/scheduler.ts';
import { texts } from '../../../texts.ts';
import { METRICS, SIDE_HEIGHT } from './grid-metrics.ts';

/** A row of a table of prices: a line per side. */
export interface BoardRow {
  readonly rowId: number;
  readonly sides: readonly string[];
  /** The provider's label of its game, where a row is a game. */
  readonly game?: string;
}

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
  /** The name of the group that it stands in, `null` = none. */
  readonly group: string | null;
}

/** A column of a figure that all sportsbooks together give. */
export interface FigureColumn {
  readonly figure: Figure;
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
}

/** What scrolls sideways: sportsbooks and figures. */
export type BoardColumn = BookColumn | FigureColumn;

/** How the board is looked at: everything that shapes a cell's text but the price itself. */
export interface BoardView {
  /** The league whose columns these are. */
  readonly sport: string;
  readonly store: PriceSource;
  readonly scheduler: Scheduler;
  /** The columns on the screen, from left to right. */
  readonly columns: readonly BoardColumn[];
  /** The groups that they stand in. */
  readonly groups: readonly GroupSpan[];
  /** Those that can be had, hidden ones too, in the same order. */
  readonly offered: readonly BoardColumn[];
  /** Those of `columns` that are sportsbooks. */
  readonly books: readonly BookColumn[];
  /** The cell table's columns of the bettable books. */
  readonly bettableColumns: readonly number[];
  /** Of each of them where its prices come from, see `RowOffer`. */
  readonly bettableSources: readonly string[];
  /** Widths that the user chose by the columns' ids, px. */
  readonly widths: LeagueColumns['widths'];
  readonly format: Settings['oddsFormat'];
  /** Height of one side of a game, px. */
  readonly sideHeight: number;
  /** Height of the names of groups above those of the columns, px. */
  readonly groupsHeight: number;
  /** No motion: arrows stay, nothing fades. */
  readonly still: boolean;
  /** What a cell is to a screen reader: one of a table, or a picture of a price that says it in words. */
  readonly cellRole: 'gridcell' | 'img';
  /** What the rows' market opened at; `null` where a row is not one of the main markets. */
  readonly openers: OpenersOfMarket | null;
}

/** What the user chose of how the board is looked at. */
export interface BoardLook
  extends Pick<
    Settings,
    'oddsFormat' | 'density' | 'sportsbookOrder' | 'sportsbookGroups' | 'hiddenSportsbooks'
  > {
  readonly sport: string;
  /** What was chosen for this league alone, `null` where nothing was. */
  readonly league: LeagueColumns | null;
}

/** Lays figures and books out as columns, in the user's order, without those that are hidden. */
export function boardView(
  { screen: store, scheduler }: { readonly screen: PriceSource; readonly scheduler: Scheduler },
  screenBooks: readonly ScreenBook[],
  look: BoardLook,
  still: boolean,
  openers: OpenersOfMarket | null = null,
): BoardView {
  const { oddsFormat: format, density, sportsbookGroups, sport, league } = look;
  const compare = sportsbookOrderOf(look.sportsbookOrder);
  const books = screenBooks
    .toSorted((left, right) => compare(left.name, right.name))
    .map(({ bookId, name: id }) => ({
      bookId,
      id,
      name: sportsbookName(id),
      column: store.cells.columnOf(bookId),
      bettable: id !== CONSENSUS,
    }));
  const figures = FIGURES.filter((figure) => figure !== 'opener' || openers !== null).map((figure) => ({
    figure,
    id: figureId(figure),
    name: texts.columns.figures[figure],
  }));
  const offered = inOrder([...figures, ...books], league?.order ?? [], sportsbookGroups);
  const hidden = league?.hidden ?? look.hiddenSportsbooks;
  const columns = offered.filter(({ id }) => !hidden.includes(id));
  const groups = groupSpans(columns);
  const shownBooks = columns.filter(isBook);
  const bettable = shownBooks.filter((book) => book.bettable);
  const sources = new Sources(sharedSources(sportsbookGroups));
  return {
    sport,
    store,
    scheduler,
    columns,
    groups,
    offered,
    books: shownBooks,
    bettableColumns: bettable.map(({ column }) => column),
    bettableSources: bettable.map(({ id }) => sources.of(id)),
    widths: league?.widths ?? {},
    format,
    sideHeight: SIDE_HEIGHT[density],
    groupsHeight: groups.length > 0 ? METRICS.groupsHeight : 0,
    still,
    cellRole: 'gridcell',
    openers,
  };
}

/** Whether a column is a sportsbook's. */
export function isBook(column: BoardColumn): column is BookColumn {
  return 'bookId' in column;
}

/** What the figures of a row are worked out from. */
export function offerOf(
  { rowId, sides }: BoardRow,
  { store, bettableColumns, bettableSources }: BoardView,
): RowOffer {
  return {
    cells: store.cells,
    rowId,
    sides: sides.length,
    columns: bettableColumns,
    sources: bettableSources,
    ...store.freshness.read(),
  };
}

import type { Density, LeagueColumns, OddsFormat } from '#contract/settings.ts';
import type { Figure } from '../../../stores/odds/league-columns.ts';

/** Sizes of the table that both the virtual scroll and the styles must know. Unit: px. */
export const METRICS = {
  headHeight: 32,
  /** The names of groups, where there are some. */
  groupsHeight: 18,
  /** The rule under a game. */
  gameRule: 1,
  startWidth: 80,
  gameWidth: 176,
  /** A cell that holds a line and a price; wide prices add to it. */
  cellMinWidth: 92,
  cellMaxWidth: 136,
  priceWidth: 39,
  /** A figure that is a share of the stakes. */
  holdWidth: 64,
  /** Room for the vertical scroll bar. */
  scrollBarWidth: 10,
} as const;

/** Height of one side of a game. Unit: px. */
export const SIDE_HEIGHT = { comfortable: 24, compact: 20 } satisfies Record<Density, number>;

/** Columns that do not scroll sideways: start, game, best. */
export const FIXED_COLUMNS = 3;

/** What a price needs over and above an American one: `100/101` is the longest that is common. */
const WIDER_BY: Readonly<Record<OddsFormat, number>> = {
  american: 0,
  decimal: 0,
  implied: 0,
  fractional: 20,
};

/** Widths that follow from the room there is, from how prices are written, and from the user. Unit: px. */
export interface ColumnWidths {
  readonly price: number;
  readonly first: number;
  /** Of the best price, and with start and game of all that does not scroll sideways. */
  readonly best: number;
  readonly fixed: number;
  /** Of each column that scrolls, and where each begins. */
  readonly columns: readonly number[];
  readonly starts: readonly number[];
  readonly table: number;
}

/** Shares what room there is among the columns whose width the user did not choose, within what reads well. */
export function columnWidths(
  tableWidth: number,
  firstWidth: number,
  chosen: readonly (number | undefined)[],
  format: OddsFormat,
): ColumnWidths {
  const wider = WIDER_BY[format];
  const best = METRICS.cellMinWidth + wider;
  const fixed = firstWidth + METRICS.gameWidth + best;
  const taken = chosen.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const sharing = chosen.filter((width) => width === undefined).length;
  const share = Math.floor((tableWidth - fixed - METRICS.scrollBarWidth - taken) / Math.max(1, sharing));
  const shared = Math.min(METRICS.cellMaxWidth + wider, Math.max(best, share));
  const columns = chosen.map((width) => width ?? shared);
  let end = 0;
  const starts = columns.map((width) => {
    end += width;
    return end - width;
  });
  return {
    price: METRICS.priceWidth + wider,
    first: firstWidth,
    best,
    fixed,
    columns,
    starts,
    table: fixed + end,
  };
}

/** The widths that the columns on the screen were given, by the user or by what stands in them; `undefined` = any. */
export function chosenWidths({
  columns,
  widths,
}: {
  readonly columns: readonly { readonly id: string; readonly figure?: Figure }[];
  readonly widths: LeagueColumns['widths'];
}): readonly (number | undefined)[] {
  return columns.map(({ id, figure }) => widths[id] ?? (figure === 'hold' ? METRICS.holdWidth : undefined));
}

/** Height of a game with so many sides of that height. Unit: px. */
export function gameHeight(sides: number, sideHeight: number): number {
  return sides * sideHeight + METRICS.gameRule;
}

/** Where a column that scrolls begins among those that do, for the styles; it follows a column that is being resized. */
export function columnStart(at: number): string {
  return columnsWidth(0, at);
}

/** The width of so many columns beside each other, for the styles. */
export function columnsWidth(from: number, count: number): string {
  return count === 0
    ? '0px'
    : `calc(${Array.from({ length: count }, (_, at) => columnWidth(from + at)).join(' + ')})`;
}

/** The width of a scrolling column as the styles know it: the table sets it, so that a new width lays nothing out anew. */
export function columnWidth(at: number): string {
  return `var(--column-${at})`;
}

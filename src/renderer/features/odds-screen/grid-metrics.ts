import type { Density, OddsFormat } from '#contract/settings.ts';

/** Sizes of the table that both the virtual scroll and the styles must know. Unit: px. */
export const METRICS = {
  headHeight: 32,
  /** The rule under a game. */
  gameRule: 1,
  startWidth: 72,
  gameWidth: 176,
  /** A cell that holds a line and a price; wide prices add to it. */
  cellMinWidth: 92,
  cellMaxWidth: 136,
  priceWidth: 39,
  /** Room for the vertical scroll bar. */
  scrollBarWidth: 10,
} as const;

/** Height of one side of a game. Unit: px. */
export const SIDE_HEIGHT = { comfortable: 24, compact: 20 } satisfies Record<Density, number>;

/** Columns before the first sportsbook: start, game, best. */
export const FIXED_COLUMNS = 3;

/** What a price needs over and above an American one: `100/101` is the longest that is common. */
const WIDER_BY: Readonly<Record<OddsFormat, number>> = {
  american: 0,
  decimal: 0,
  implied: 0,
  fractional: 20,
};

/** Widths that follow from the room there is and from how prices are written. Unit: px. */
export interface ColumnWidths {
  readonly price: number;
  /** Of the best price, and with start and game of all that does not scroll sideways. */
  readonly best: number;
  readonly fixed: number;
  readonly book: number;
  readonly table: number;
}

/** Shares what room there is among the sportsbooks, within what reads well. */
export function columnWidths(tableWidth: number, books: number, format: OddsFormat): ColumnWidths {
  const wider = WIDER_BY[format];
  const best = METRICS.cellMinWidth + wider;
  const fixed = METRICS.startWidth + METRICS.gameWidth + best;
  const share = Math.floor((tableWidth - fixed - METRICS.scrollBarWidth) / Math.max(1, books));
  const book = Math.min(METRICS.cellMaxWidth + wider, Math.max(best, share));
  return { price: METRICS.priceWidth + wider, best, fixed, book, table: fixed + books * book };
}

/** Height of a game with so many sides of that height. Unit: px. */
export function gameHeight(sides: number, sideHeight: number): number {
  return sides * sideHeight + METRICS.gameRule;
}

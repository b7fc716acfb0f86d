/** Sizes of the table that both the virtual scroll and the styles must know. Unit: px. */
export const METRICS = {
  headHeight: 32,
  sideHeight: 24,
  /** The rule under a game. */
  gameRule: 1,
  startWidth: 72,
  gameWidth: 176,
  bestWidth: 88,
  bookMinWidth: 88,
  bookMaxWidth: 124,
  /** Room for the vertical scroll bar. */
  scrollBarWidth: 10,
} as const;

/** Columns before the first sportsbook: start, game, best. */
export const FIXED_COLUMNS = 3;
/** Width of the columns that do not scroll sideways. */
export const FIXED_WIDTH = METRICS.startWidth + METRICS.gameWidth + METRICS.bestWidth;

/** Height of a game with so many sides. */
export function gameHeight(sides: number): number {
  return sides * METRICS.sideHeight + METRICS.gameRule;
}

/** Width of one sportsbook's column: shares what is free, within what reads well. */
export function bookWidth(tableWidth: number, books: number): number {
  const share = Math.floor((tableWidth - FIXED_WIDTH - METRICS.scrollBarWidth) / Math.max(1, books));
  return Math.min(METRICS.bookMaxWidth, Math.max(METRICS.bookMinWidth, share));
}

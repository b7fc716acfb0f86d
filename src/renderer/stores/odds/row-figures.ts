import { CELL_PRICED } from '#contract/odds-screen.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { type DecimalOdds, fromDecimal, impliedProbability } from '#domain/odds/convert.ts';
import { withoutMargin } from '#domain/odds/no-vig.ts';
import type { CellTable } from './cell-table.ts';

/** What is looked at to work out the figures of a row. */
export interface RowOffer {
  readonly cells: CellTable;
  readonly rowId: number;
  /** How many sides the row has; a sportsbook counts only where it prices all of them. */
  readonly sides: number;
  /** Columns that count: bettable sportsbooks only, so never `consensus`. */
  readonly columns: readonly number[];
  /** Of each of these columns where its prices come from, equal for those that share a source. */
  readonly sources: readonly string[];
  /** Whether prices are live at all, and the connection that must have confirmed them. */
  readonly live: boolean;
  readonly epoch: number;
}

/** One side of the market as all sportsbooks together see it. */
export interface SideFigures {
  /** The line that most sportsbooks have, `NaN` where the market has none. */
  readonly line: number;
  /** The mean price, margin included. */
  readonly average: AmericanOdds;
  /** The mean price once each sportsbook's margin is off. */
  readonly fair: AmericanOdds;
}

/** What all sportsbooks together say of a row. */
export interface RowFigures {
  readonly sides: readonly SideFigures[];
  /** What the best prices at that line keep of all stakes; below 0 they pay more than is staked. Unit: fraction. */
  readonly hold: number;
  /** Sportsbooks that these figures rest on. */
  readonly sportsbooks: number;
}

/** Of moves that are older than this nothing is said of steam. */
export const STEAM_WINDOW_MS = 60_000;
/** Sportsbooks that must have moved the same way. */
export const STEAM_SPORTSBOOKS = 3;

/**
 * The figures of a row at the line that most sportsbooks have (the smaller one on a tie), from live prices of complete
 * markets alone; `null` where no sportsbook has all sides.
 */
export function rowFigures(offer: RowOffer): RowFigures | null {
  const { cells, rowId, sides } = offer;
  const byLine = new Map<number, number[][]>();
  for (const column of offer.columns) {
    const prices = completePrices(offer, column);
    if (prices === null) continue;
    const line = cells.line[cells.indexOf(rowId, 0, column)]!;
    const held = byLine.get(line);
    if (held === undefined) byLine.set(line, [prices]);
    else held.push(prices);
  }
  let main: readonly [number, readonly (readonly number[])[]] | undefined;
  for (const entry of byLine) {
    const isMore = main === undefined || entry[1].length > main[1].length;
    if (isMore || (entry[1].length === main![1].length && Math.abs(entry[0]) < Math.abs(main![0])))
      main = entry;
  }
  if (main === undefined) return null;
  const [line, offers] = main;
  const fair = offers.map((prices) => withoutMargin(prices as AmericanOdds[])!);
  const figures = Array.from({ length: sides }, (_, side): SideFigures => {
    const prices = offers.map((each) => each[side] as AmericanOdds);
    return {
      line: side === 1 && isSpread(offer, line) ? -line : line,
      average: priceOf(mean(prices.map(impliedProbability))),
      fair: priceOf(mean(fair.map((each) => each[side]!))),
    };
  });
  const bestImplied = Array.from({ length: sides }, (_, side) =>
    Math.min(...offers.map((each) => impliedProbability(each[side] as AmericanOdds))),
  );
  return {
    sides: figures,
    hold: 1 - 1 / bestImplied.reduce((sum, each) => sum + each, 0),
    sportsbooks: offers.length,
  };
}

/**
 * Which way a side is steamed: 1 or -1 when so many sportsbooks moved its price that way lately, else 0. Those that share
 * a source are one, and the last of them that moved counts.
 */
export function steamOf(offer: RowOffer, side: number, nowMs: number): number {
  if (!offer.live) return 0;
  const { cells } = offer;
  let moved = 0;
  for (const column of offer.columns) if (movedLately(offer, side, column, nowMs) >= 0) moved += 1;
  // what is asked of every row all the time looks at sources only where it can matter
  if (moved < STEAM_SPORTSBOOKS) return 0;
  const last = new Map<string, number>();
  for (const [at, column] of offer.columns.entries()) {
    const index = movedLately(offer, side, column, nowMs);
    const held = last.get(offer.sources[at]!);
    if (index >= 0 && (held === undefined || cells.movedAtMs[index]! > cells.movedAtMs[held]!))
      last.set(offer.sources[at]!, index);
  }
  let [up, down] = [0, 0];
  for (const index of last.values()) {
    if (cells.direction[index]! > 0) up += 1;
    else down += 1;
  }
  if (up >= STEAM_SPORTSBOOKS && up > down) return 1;
  return down >= STEAM_SPORTSBOOKS && down > up ? -1 : 0;
}

/** The cell of a price that moved within the window of steam, -1 where it did not. */
function movedLately({ cells, rowId }: RowOffer, side: number, column: number, nowMs: number): number {
  const index = cells.indexOf(rowId, side, column);
  const hasMoved =
    index >= 0 &&
    cells.state[index] === CELL_PRICED &&
    cells.direction[index] !== 0 &&
    cells.movedAtMs[index]! > nowMs - STEAM_WINDOW_MS;
  return hasMoved ? index : -1;
}

/** How many of the row's prices have moved since then. */
export function movesSince(offer: RowOffer, sinceMs: number): number {
  const { cells, rowId } = offer;
  let moves = 0;
  for (const column of offer.columns) {
    const hasMoved = Array.from({ length: offer.sides }).some((_, side) => {
      const index = cells.indexOf(rowId, side, column);
      return index >= 0 && cells.changedAtMs[index]! > sinceMs;
    });
    if (hasMoved) moves += 1;
  }
  return moves;
}

function completePrices({ cells, rowId, sides, live, epoch }: RowOffer, column: number): number[] | null {
  if (!live) return null;
  const prices: number[] = [];
  for (let side = 0; side < sides; side += 1) {
    const index = cells.indexOf(rowId, side, column);
    if (index < 0 || cells.state[index] !== CELL_PRICED || cells.epoch[index] !== epoch) return null;
    prices.push(cells.american[index]!);
  }
  return prices;
}

/** The sides of a spread have opposite lines, those of a total the same one. */
function isSpread({ cells, rowId, columns }: RowOffer, line: number): boolean {
  for (const column of columns) {
    const [first, second] = [cells.indexOf(rowId, 0, column), cells.indexOf(rowId, 1, column)];
    if (first >= 0 && second >= 0 && cells.line[first] === line && cells.line[second] === -line)
      return line !== 0;
  }
  return false;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** The nearest American price of a probability; even prices are written `+100`. */
function priceOf(probability: number): AmericanOdds {
  const price = fromDecimal((1 / probability) as DecimalOdds);
  return (price === -100 ? 100 : price) as AmericanOdds;
}

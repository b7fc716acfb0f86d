/**
 * The odds screen as main and renderer speak of it. The engine decides which games, sportsbooks and prices
 * stand on the screen; the renderer paints. Numbers travel as columns of typed arrays.
 */

/** A league (the provider's `sport` label) and a market, by its canonical key, e.g. `NBA` and `spread`. */
export interface ScreenQuery {
  readonly sport: string;
  readonly market: string;
}

/** A league that has games now, with the markets it can be read by. */
export interface LeagueEntry {
  readonly sport: string;
  readonly games: number;
  /** Markets in reading order. `key` is canonical (`moneyline`), `label` is for people (`Moneyline`). */
  readonly markets: readonly { readonly key: string; readonly label: string }[];
}

/** A game: one row with one line per side. */
export interface ScreenRow {
  /** Dense id within this screen's generation; never reused within it. */
  readonly rowId: number;
  /** The provider's game label. */
  readonly game: string;
  readonly home: string;
  readonly away: string;
  /** Start, Unix ms; `null` where the provider did not say. */
  readonly startsAtMs: number | null;
  /** Names of the sides, at most four: `[away, home]`, `[away, home, 'Draw']`, or `['Over', 'Under']`. */
  readonly sides: readonly string[];
}

/** A column. `bookId` is dense and stable for the run of the engine. */
export interface ScreenBook {
  readonly bookId: number;
  readonly name: string;
}

/**
 * Cells as columns, all of one length. The newest absolute values, not differences.
 * `cell`: see `packCell`. `american`: the price, `0` = not offered now (suspended).
 * `line`: spread or total, `NaN` = the market has none. `previousAmerican`: the price before the first change
 * since the last batch, `0` = unknown or unchanged. `changedAtMs`: Unix ms of the last price change, `0` = not
 * changed since first seen. `epoch`: the connection that confirmed it; see `ScreenBatch.epoch`.
 * `state`: a `CELL_…` constant.
 */
export interface CellColumns {
  readonly cell: Uint32Array;
  readonly american: Int32Array;
  readonly line: Float64Array;
  readonly previousAmerican: Int32Array;
  readonly changedAtMs: Float64Array;
  readonly epoch: Uint32Array;
  readonly state: Uint8Array;
}

/** Columns of zeros for so many cells. They lie in one buffer, which goes from thread to thread twice as fast as seven. */
export function newCells(count: number): CellColumns {
  const buffer = new ArrayBuffer(count * 33);
  return {
    line: new Float64Array(buffer, 0, count),
    changedAtMs: new Float64Array(buffer, count * 8, count),
    cell: new Uint32Array(buffer, count * 16, count),
    american: new Int32Array(buffer, count * 20, count),
    previousAmerican: new Int32Array(buffer, count * 24, count),
    epoch: new Uint32Array(buffer, count * 28, count),
    state: new Uint8Array(buffer, count * 32, count),
  };
}

/** The sportsbook has no such selection: an empty cell. */
export const CELL_ABSENT = 0;
/** A price stands in the cell. */
export const CELL_PRICED = 1;
/** The selection is there, but not offered now. */
export const CELL_SUSPENDED = 2;

/**
 * One message to one window. A generation starts with a full batch (number 0, the answer of `screen.open`), then
 * numbers rise by one; a gap means: open again. A cell is live when `live` is true and its epoch equals `epoch`;
 * every other price is stale and must look so.
 */
export interface ScreenBatch<Row = ScreenRow> {
  readonly generation: number;
  readonly number: number;
  readonly live: boolean;
  readonly epoch: number;
  /** Until when the prices of earlier epochs were current: `[epoch, Unix ms]`. */
  readonly asOf: readonly (readonly [epoch: number, endedAtMs: number])[];
  readonly cells: CellColumns;
  /** Rows that are new or whose text changed. */
  readonly rows: readonly Row[];
  /** `rowId`s that have left the screen. */
  readonly removedRows: readonly number[];
  /** Sportsbooks that are new on this screen. */
  readonly books: readonly ScreenBook[];
}

const BOOK_BITS = 10;
const SIDE_BITS = 2;

/** Most sportsbooks, sides a row and rows a generation that a cell number can tell apart. */
export const CELL_LIMITS = {
  books: 1 << BOOK_BITS,
  sides: 1 << SIDE_BITS,
  rows: 1 << (32 - BOOK_BITS - SIDE_BITS),
};

/** Packs (row, side, book) into one unsigned 32-bit cell number. */
export function packCell(rowId: number, side: number, bookId: number): number {
  return ((rowId << (BOOK_BITS + SIDE_BITS)) | (side << BOOK_BITS) | bookId) >>> 0;
}

/** The row of a packed cell number. */
export function rowOfCell(cell: number): number {
  return cell >>> (BOOK_BITS + SIDE_BITS);
}

/** The side of a packed cell number. */
export function sideOfCell(cell: number): number {
  return (cell >>> BOOK_BITS) & ((1 << SIDE_BITS) - 1);
}

/** The sportsbook of a packed cell number. */
export function bookOfCell(cell: number): number {
  return cell & ((1 << BOOK_BITS) - 1);
}

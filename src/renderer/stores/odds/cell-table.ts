import {
  bookOfCell,
  CELL_ABSENT,
  CELL_LIMITS,
  CELL_PRICED,
  type CellColumns,
  rowOfCell,
  sideOfCell,
} from '#contract/odds-screen.ts';

const SIDES = CELL_LIMITS.sides;
const NO_COLUMN = -1;

/**
 * Every price of the screen, as columns of typed arrays. One cell is one index, see `indexOf`; an index holds
 * only until the next merge, since the table grows.
 */
export class CellTable {
  /** A `CELL_…` constant. */
  state = new Uint8Array(0);
  /** American price, 0 = not offered. */
  american = new Int32Array(0);
  /** Spread or total, `NaN` = none. */
  line = new Float64Array(0);
  /** The connection that confirmed the price. */
  epoch = new Uint32Array(0);
  /** Unix ms of the last price change by the engine's word, 0 = never. */
  changedAtMs = new Float64Array(0);
  /** Unix ms at which this screen saw the last move, 0 = never. */
  movedAtMs = new Float64Array(0);
  /** Where the last move went: 1 up, -1 down, 0 none. */
  direction = new Int8Array(0);
  /** American price before the last move, 0 = unknown or the line alone moved. */
  movedFrom = new Int32Array(0);

  #rowCapacity = 0;
  #columnCapacity = 0;
  #columns = 0;
  readonly #columnOfBook = new Int16Array(CELL_LIMITS.books).fill(NO_COLUMN);

  /** The column of a sportsbook; it gets one when first seen and keeps it until `clear`. */
  columnOf(bookId: number): number {
    const known = this.#columnOfBook[bookId] ?? NO_COLUMN;
    if (known !== NO_COLUMN) return known;
    const column = this.#columns;
    this.#columns += 1;
    this.#columnOfBook[bookId] = column;
    return column;
  }

  /** The index of a cell, -1 where nothing was ever merged so far out. */
  indexOf(rowId: number, side: number, column: number): number {
    if (rowId >= this.#rowCapacity || column >= this.#columnCapacity) return -1;
    return (rowId * SIDES + side) * this.#columnCapacity + column;
  }

  /** The American price that stands in a cell; 0 = not offered now. */
  priceAt(rowId: number, side: number, column: number): number {
    const index = this.indexOf(rowId, side, column);
    return index >= 0 && this.state[index] === CELL_PRICED ? this.american[index]! : 0;
  }

  /** Forgets everything: the start of a generation. */
  clear(): void {
    this.#columns = 0;
    this.#columnOfBook.fill(NO_COLUMN);
    this.#allocate(0, 0);
  }

  /**
   * Takes new values in. `atMs` is the Unix time of the moves, or `null` for a snapshot, in which nothing moves.
   * Calls `touch` with the row of each cell that does not look as before.
   */
  merge(cells: CellColumns, atMs: number | null, touch: (rowId: number) => void): void {
    for (let at = 0; at < cells.cell.length; at += 1) {
      const cell = cells.cell[at]!;
      const rowId = rowOfCell(cell);
      const index = this.#indexForWriting(rowId, sideOfCell(cell), this.columnOf(bookOfCell(cell)));
      if (atMs !== null) this.#noteMove(cells, at, index, atMs);
      if (this.#store(cells, at, index)) touch(rowId);
    }
  }

  #store(cells: CellColumns, at: number, index: number): boolean {
    const state = cells.state[at]!;
    const american = cells.american[at]!;
    const line = cells.line[at]!;
    const epoch = cells.epoch[at]!;
    this.changedAtMs[index] = cells.changedAtMs[at]!;
    if (
      this.state[index] === state &&
      this.american[index] === american &&
      Object.is(this.line[index], line) &&
      this.epoch[index] === epoch
    ) {
      return false;
    }
    this.state[index] = state;
    this.american[index] = american;
    this.line[index] = line;
    this.epoch[index] = epoch;
    return true;
  }

  #noteMove(cells: CellColumns, at: number, index: number, atMs: number): void {
    if (cells.state[at] !== CELL_PRICED) return;
    const held = this.state[index] === CELL_PRICED;
    const origin = cells.previousAmerican[at] || (held ? this.american[index]! : 0);
    const direction =
      moveOf(origin, cells.american[at]!) || (held ? lineMoveOf(this.line[index]!, cells.line[at]!) : 0);
    if (direction === 0) return;
    this.direction[index] = direction;
    this.movedFrom[index] = origin;
    this.movedAtMs[index] = atMs;
  }

  #indexForWriting(rowId: number, side: number, column: number): number {
    if (rowId >= this.#rowCapacity || column >= this.#columnCapacity) {
      this.#allocate(
        rowId < this.#rowCapacity ? this.#rowCapacity : Math.max(64, rowId + 1, this.#rowCapacity * 2),
        column < this.#columnCapacity
          ? this.#columnCapacity
          : Math.max(16, column + 1, this.#columnCapacity * 2),
      );
    }
    return this.indexOf(rowId, side, column);
  }

  #allocate(rows: number, columns: number): void {
    const before = { rows: Math.min(rows, this.#rowCapacity), columns: this.#columnCapacity };
    const size = rows * SIDES * columns;
    const carry = <A extends Growable>(from: A, to: A): A => {
      for (let line = 0; line < before.rows * SIDES && before.columns <= columns; line += 1) {
        to.set(from.subarray(line * before.columns, (line + 1) * before.columns) as never, line * columns);
      }
      return to;
    };
    this.state = carry(this.state, new Uint8Array(size).fill(CELL_ABSENT));
    this.american = carry(this.american, new Int32Array(size));
    this.line = carry(this.line, new Float64Array(size).fill(Number.NaN));
    this.epoch = carry(this.epoch, new Uint32Array(size));
    this.changedAtMs = carry(this.changedAtMs, new Float64Array(size));
    this.movedAtMs = carry(this.movedAtMs, new Float64Array(size));
    this.direction = carry(this.direction, new Int8Array(size));
    this.movedFrom = carry(this.movedFrom, new Int32Array(size));
    this.#rowCapacity = rows;
    this.#columnCapacity = columns;
  }
}

type Growable = Uint8Array | Int8Array | Int32Array | Uint32Array | Float64Array;

/** American prices sort like their pay-out, but for +100 and -100, which are the same price. */
function moveOf(from: number, to: number): number {
  if (from === 0 || to === 0 || (Math.abs(from) === 100 && Math.abs(to) === 100)) return 0;
  return Math.sign(to - from);
}

function lineMoveOf(from: number, to: number): number {
  return Number.isNaN(from) || Number.isNaN(to) ? 0 : Math.sign(to - from);
}

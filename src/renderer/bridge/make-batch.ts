import { CELL_PRICED, type CellColumns, packCell, type ScreenBatch } from '#contract/odds-screen.ts';

/** One cell in words; what is left out is an ordinary live price. */
export interface CellSketch {
  readonly row: number;
  readonly side?: number;
  readonly book: number;
  readonly american?: number;
  readonly line?: number;
  readonly previousAmerican?: number;
  readonly changedAtMs?: number;
  readonly epoch?: number;
  readonly state?: number;
}

/** Lays cells out as the columns in which they travel. */
export function makeCells(sketches: readonly CellSketch[]): CellColumns {
  return {
    cell: Uint32Array.from(sketches, ({ row, side = 0, book }) => packCell(row, side, book)),
    american: Int32Array.from(sketches, ({ american = -110 }) => american),
    line: Float64Array.from(sketches, ({ line = Number.NaN }) => line),
    previousAmerican: Int32Array.from(sketches, ({ previousAmerican = 0 }) => previousAmerican),
    changedAtMs: Float64Array.from(sketches, ({ changedAtMs = 0 }) => changedAtMs),
    epoch: Uint32Array.from(sketches, ({ epoch = 1 }) => epoch),
    state: Uint8Array.from(sketches, ({ state = CELL_PRICED }) => state),
  };
}

/** A batch; what is left out is empty, live and of epoch 1. */
export function makeBatch(
  part: Partial<Omit<ScreenBatch, 'cells'>> & { readonly cells?: readonly CellSketch[] },
): ScreenBatch {
  const { cells = [], ...rest } = part;
  return {
    generation: 1,
    number: 0,
    live: true,
    epoch: 1,
    asOf: [],
    rows: [],
    removedRows: [],
    books: [],
    ...rest,
    cells: makeCells(cells),
  };
}

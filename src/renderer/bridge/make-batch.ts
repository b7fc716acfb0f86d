import {
  CELL_PRICED,
  type CellColumns,
  newCells,
  packCell,
  type ScreenBatch,
} from '#contract/odds-screen.ts';

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
  const cells = newCells(sketches.length);
  for (const [at, { row, side = 0, book, ...said }] of sketches.entries()) {
    cells.cell[at] = packCell(row, side, book);
    cells.american[at] = said.american ?? -110;
    cells.line[at] = said.line ?? Number.NaN;
    cells.previousAmerican[at] = said.previousAmerican ?? 0;
    cells.changedAtMs[at] = said.changedAtMs ?? 0;
    cells.epoch[at] = said.epoch ?? 1;
    cells.state[at] = said.state ?? CELL_PRICED;
  }
  return cells;
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_PRICED, CELL_SUSPENDED } from '#contract/odds-screen.ts';
import { type CellSketch, makeCells } from '../../bridge/make-batch.ts';
import { CellTable } from './cell-table.ts';

const AT_MS = 5000;

function merge(table: CellTable, cells: readonly CellSketch[], atMs: number | null = AT_MS): number[] {
  const touched: number[] = [];
  table.merge(makeCells(cells), atMs, (rowId) => touched.push(rowId));
  return touched;
}

describe('CellTable', () => {
  it('holds what was merged last, wherever the table grew to', () => {
    const cell = fc.record({
      row: fc.integer({ min: 0, max: 300 }),
      side: fc.integer({ min: 0, max: 3 }),
      book: fc.integer({ min: 0, max: 40 }),
      american: fc.integer({ min: 100, max: 900 }),
      line: fc.constantFrom(Number.NaN, -3.5, 0, 221.5),
      epoch: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 8 }), (batches) => {
        const table = new CellTable();
        const model = new Map<string, (typeof batches)[0][0]>();
        for (const batch of batches) {
          merge(table, batch);
          for (const one of batch) model.set(`${one.row}/${one.side}/${one.book}`, one);
        }
        for (const one of model.values()) {
          const index = table.indexOf(one.row, one.side, table.columnOf(one.book));
          expect([table.american[index], table.line[index], table.epoch[index]]).toEqual([
            one.american,
            one.line,
            one.epoch,
          ]);
        }
        expect(table.state.reduce((sum, state) => sum + Number(state !== 0), 0)).toBe(model.size);
      }),
      { numRuns: 60 },
    );
  });

  it('touches only rows that look different', () => {
    const table = new CellTable();
    expect(merge(table, [{ row: 7, book: 1, line: Number.NaN }])).toEqual([7]);
    expect(merge(table, [{ row: 7, book: 1, line: Number.NaN, changedAtMs: 9 }])).toEqual([]);
    expect(merge(table, [{ row: 7, book: 1, epoch: 2 }])).toEqual([7]);
    expect(merge(table, [{ row: 7, book: 1, epoch: 2, state: CELL_SUSPENDED, american: 0 }])).toEqual([7]);
  });

  it.each([
    ['a better price', { american: -110 }, { american: -105 }, 1, -110],
    ['a worse price', { american: 120 }, { american: -105 }, -1, 120],
    ['the same price in another coat', { american: -100 }, { american: 100 }, 0, 0],
    ['a higher line at one price', { line: 3 }, { line: 3.5 }, 1, -110],
    ['a price against its line', { line: 3, american: -110 }, { line: 3.5, american: -120 }, -1, -110],
    ['the origin before conflation', { american: -110 }, { american: -112, previousAmerican: -130 }, 1, -130],
    ['back to where it began', { american: -110 }, { american: -110, previousAmerican: -110 }, 0, 0],
    ['a return from suspension', { american: 0, state: CELL_SUSPENDED }, { american: 150 }, 0, 0],
    ['a suspension', { american: 150 }, { american: 0, state: CELL_SUSPENDED }, 0, 0],
  ])('sees the move of %s', (_name, before, after, direction, from) => {
    const table = new CellTable();
    merge(table, [{ row: 0, book: 0, ...before }], null);
    merge(table, [{ row: 0, book: 0, ...after }]);
    const index = table.indexOf(0, 0, table.columnOf(0));
    expect(table.direction[index]).toBe(direction);
    expect(table.movedFrom[index]).toBe(from);
    expect(table.movedAtMs[index]).toBe(direction === 0 ? 0 : AT_MS);
  });

  it('sees no move in a snapshot, and forgets everything with clear', () => {
    const table = new CellTable();
    merge(table, [{ row: 0, book: 9, american: -110 }], null);
    merge(table, [{ row: 0, book: 9, american: 300 }], null);
    const index = table.indexOf(0, 0, table.columnOf(9));
    expect([table.direction[index], table.american[index]]).toEqual([0, 300]);
    table.clear();
    expect(table.indexOf(0, 0, 0)).toBe(-1);
    merge(table, [{ row: 0, book: 4, state: CELL_PRICED }]);
    expect(table.columnOf(4)).toBe(0);
  });
});

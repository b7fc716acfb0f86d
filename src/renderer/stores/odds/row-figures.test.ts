import { describe, expect, it } from 'vitest';
import { CELL_SUSPENDED } from '#contract/odds-screen.ts';
import { type CellSketch, makeCells } from '../../bridge/make-batch.ts';
import { CellTable } from './cell-table.ts';
import { movesSince, type RowOffer, rowFigures, STEAM_WINDOW_MS, steamOf } from './row-figures.ts';

const EPOCH = 3;

function offerOf(cells: readonly Partial<CellSketch>[], sides = 2, columns = [0, 1, 2, 3]) {
  const table = new CellTable();
  const put = (sketches: readonly Partial<CellSketch>[], atMs: number | null) =>
    table.merge(
      makeCells(sketches.map((cell) => ({ row: 0, book: 0, epoch: EPOCH, ...cell }))),
      atMs,
      () => undefined,
    );
  put(cells, null);
  const sources = columns.map(String);
  const offer: RowOffer = { cells: table, rowId: 0, sides, columns, sources, live: true, epoch: EPOCH };
  return { offer, put };
}

/** A book's two sides; a spread has opposite lines. */
function pair(book: number, prices: readonly [number, number], line = Number.NaN, second = line) {
  return [
    { book, side: 0, american: prices[0], line },
    { book, side: 1, american: prices[1], line: second },
  ];
}

describe('rowFigures', () => {
  it('takes the margin off each sportsbook, and holds the best prices against one another', () => {
    const { offer } = offerOf([...pair(0, [-110, -110]), ...pair(1, [-120, 110])]);
    const figures = rowFigures(offer)!;
    expect(figures.sportsbooks).toBe(2);
    expect(figures.sides.map(({ average, fair }) => [average, fair])).toEqual([
      [-115, -107],
      [100, 107],
    ]);
    expect(figures.hold).toBeCloseTo(1 - 1 / (110 / 210 + 100 / 210), 9);
  });

  it('rests on the line that most sportsbooks have, and gives a spread opposite lines', () => {
    const { offer } = offerOf([
      ...pair(0, [-110, -110], -3.5, 3.5),
      ...pair(1, [-105, -115], -3.5, 3.5),
      ...pair(2, [200, -300], -7.5, 7.5),
    ]);
    const figures = rowFigures(offer)!;
    expect(figures.sportsbooks).toBe(2);
    expect(figures.sides.map(({ line }) => line)).toEqual([-3.5, 3.5]);
  });

  it('gives both sides of a total the same line', () => {
    const { offer } = offerOf(pair(0, [-110, -110], 220.5));
    expect(rowFigures(offer)!.sides.map(({ line }) => line)).toEqual([220.5, 220.5]);
  });

  it('says nothing of stale, suspended, incomplete or unlisted prices', () => {
    const whole = offerOf(pair(0, [-110, -110]));
    expect(rowFigures(whole.offer)).not.toBe(null);
    expect(rowFigures({ ...whole.offer, live: false })).toBe(null);
    expect(rowFigures({ ...whole.offer, epoch: EPOCH + 1 })).toBe(null);
    expect(rowFigures({ ...whole.offer, columns: [1] })).toBe(null);
    expect(rowFigures({ ...whole.offer, sides: 3 })).toBe(null);
    whole.put([{ side: 1, american: 0, state: CELL_SUSPENDED }], 5);
    expect(rowFigures(whole.offer)).toBe(null);
  });
});

describe('steamOf and movesSince', () => {
  it('needs three sportsbooks that moved the same way within a minute', () => {
    const { offer, put } = offerOf([0, 1, 2, 3].flatMap((book) => pair(book, [-110, -110])));
    put(
      [0, 1].map((book) => ({ book, american: -120, changedAtMs: 1000 })),
      1000,
    );
    expect(steamOf(offer, 0, 1000)).toBe(0);
    put([{ book: 2, american: -125, changedAtMs: 2000 }], 2000);
    expect(steamOf(offer, 0, 2000)).toBe(-1);
    expect(steamOf(offer, 1, 2000)).toBe(0);
    expect(steamOf({ ...offer, live: false }, 0, 2000)).toBe(0);
    expect(steamOf(offer, 0, 1000 + STEAM_WINDOW_MS)).toBe(0);
    expect(steamOf({ ...offer, sources: ['0', '1', '1', '3'] }, 0, 2000)).toBe(0);
    expect(steamOf({ ...offer, sources: ['0', '1', '2', '2'] }, 0, 2000)).toBe(-1);
    expect(movesSince(offer, 0)).toBe(3);
    expect(movesSince(offer, 1500)).toBe(1);
  });
});

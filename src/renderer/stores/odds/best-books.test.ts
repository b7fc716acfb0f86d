import { describe, expect, it } from 'vitest';
import { CELL_SUSPENDED } from '#contract/odds-screen.ts';
import { type CellSketch, makeCells } from '../../bridge/make-batch.ts';
import { type BetterLine, bestBooks, betterLineOf } from './best-books.ts';
import { CellTable } from './cell-table.ts';

type Offer = Omit<CellSketch, 'row' | 'side' | 'book'>;

function best(offers: readonly Offer[], betterLine: BetterLine = 'higher', live = true): readonly number[] {
  const cells = new CellTable();
  cells.merge(
    makeCells(offers.map((offer, book) => ({ row: 3, side: 1, book, ...offer }))),
    null,
    () => undefined,
  );
  const columns = offers.map((_, column) => column);
  return bestBooks({ cells, rowId: 3, side: 1, columns, betterLine, live, epoch: 1 });
}

describe('bestBooks', () => {
  it.each<[string, readonly Offer[], BetterLine, readonly number[]]>([
    ['the highest price', [{ american: -115 }, { american: 105 }, { american: -105 }], 'higher', [1]],
    ['all that share it', [{ american: 105 }, { american: -120 }, { american: 105 }], 'higher', [0, 2]],
    ['+100 and -100 as equal', [{ american: -100 }, { american: 100 }], 'higher', [0, 1]],
    [
      'the line before the price',
      [
        { line: 3, american: 150 },
        { line: 3.5, american: -130 },
      ],
      'higher',
      [1],
    ],
    ['the smaller lay', [{ line: -3 }, { line: -3.5, american: 100 }], 'higher', [0]],
    ['the lower total for an Over', [{ line: 221.5, american: 110 }, { line: 220 }], 'lower', [1]],
    ['the higher total for an Under', [{ line: 221.5 }, { line: 220, american: 110 }], 'higher', [0]],
    [
      'the price at one line',
      [
        { line: 7, american: -112 },
        { line: 7, american: -108 },
      ],
      'lower',
      [1],
    ],
    ['a line before none', [{ american: 300 }, { line: -9, american: -200 }], 'higher', [1]],
    ['no suspended price', [{ american: 0, state: CELL_SUSPENDED }, { american: -300 }], 'higher', [1]],
    ['no stale price', [{ american: 500, epoch: 9 }, { american: -300 }], 'higher', [1]],
    ['nothing of nothing', [], 'higher', []],
  ])('finds %s', (_name, offers, betterLine, expected) => {
    expect(best(offers, betterLine)).toEqual(expected);
  });

  it('finds nothing while the feed is not live', () => {
    expect(best([{ american: 120 }], 'higher', false)).toEqual([]);
  });

  it('looks only at the columns it is given', () => {
    const cells = new CellTable();
    cells.merge(
      makeCells([
        { row: 0, book: 0, american: 900 },
        { row: 0, book: 1 },
      ]),
      null,
      () => undefined,
    );
    const offer = { cells, rowId: 0, side: 0, betterLine: 'higher', live: true, epoch: 1 } as const;
    expect(bestBooks({ ...offer, columns: [1] })).toEqual([1]);
    expect(bestBooks({ ...offer, columns: [1, 12] })).toEqual([1]);
  });
});

describe('betterLineOf', () => {
  it.each([
    ['Over', 'lower'],
    ['over', 'lower'],
    ['Under', 'higher'],
    ['Overton Rovers', 'higher'],
    ['Boston Celtics', 'higher'],
  ])('of %s is the %s line', (side, better) => {
    expect(betterLineOf(side)).toBe(better);
  });
});

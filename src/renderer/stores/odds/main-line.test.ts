import { describe, expect, it } from 'vitest';
import type { GameRow } from '#contract/game.ts';
import { CELL_SUSPENDED } from '#contract/odds-screen.ts';
import { makeCells } from '../../bridge/make-batch.ts';
import { CellTable } from './cell-table.ts';
import { columnsHeld, mainLine } from './main-line.ts';

const row = (rowId: number, line: number | null): GameRow => ({
  rowId,
  market: `game|spread|${line}`,
  group: 'main',
  kind: 'spread',
  period: 'game',
  name: 'Spread',
  player: null,
  line,
  sides: ['away', 'home'],
});

describe('columnsHeld', () => {
  it('counts sportsbooks that have any side, offered or suspended', () => {
    const cells = new CellTable();
    cells.merge(
      makeCells([
        { row: 0, side: 0, book: 0 },
        { row: 0, side: 1, book: 0 },
        { row: 0, side: 1, book: 1, state: CELL_SUSPENDED, american: 0 },
        { row: 1, side: 0, book: 2 },
      ]),
      null,
      () => undefined,
    );
    const columns = [0, 1, 2].map((book) => cells.columnOf(book));
    expect([row(0, 1), row(1, 1), row(2, 1)].map((each) => columnsHeld(cells, columns, each))).toEqual([
      2, 1, 0,
    ]);
    expect(columnsHeld(cells, [], row(0, 1))).toBe(0);
  });
});

describe('mainLine', () => {
  it('is the line that most sportsbooks have, the smaller one of two', () => {
    const held = [3, 7, 7, 2];
    const lines = [row(0, 2.5), row(1, 4.5), row(2, -3.5), row(3, 0)];
    expect(mainLine(lines, ({ rowId }) => held[rowId]!)?.line).toBe(-3.5);
    expect(mainLine([], () => 1)).toBeUndefined();
  });
});

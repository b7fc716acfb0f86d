import { describe, expect, it } from 'vitest';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { type Cursor, moveCursor, settleCursor } from './grid-cursor.ts';

function row(rowId: number, sides: number): ScreenRow {
  return {
    rowId,
    game: `${rowId}`,
    home: 'H',
    away: 'A',
    startsAtMs: null,
    sides: ['A', 'H', 'Draw'].slice(0, sides),
  };
}

const FIELD = { rows: [row(5, 2), row(9, 3), row(2, 2)], columns: 6, pageSides: 4 };
const at = (rowId: number, side: number, column = 3): Cursor => ({ rowId, side, column });
const press = (cursor: Cursor | null, key: string, ctrlKey = false) =>
  moveCursor(cursor, { key, ctrlKey }, FIELD);

describe('moveCursor', () => {
  it.each<[string, Cursor, Cursor, boolean?]>([
    ['ArrowDown', at(5, 0), at(5, 1)],
    ['ArrowDown', at(5, 1), at(9, 0)],
    ['ArrowDown', at(2, 1), at(2, 1)],
    ['ArrowUp', at(9, 0), at(5, 1)],
    ['ArrowUp', at(2, 0), at(9, 2)],
    ['ArrowUp', at(5, 0), at(5, 0)],
    ['ArrowRight', at(5, 0, 5), at(5, 0, 5)],
    ['ArrowLeft', at(5, 0, 3), at(5, 0, 2)],
    ['ArrowLeft', at(5, 0, 0), at(5, 0, 0)],
    ['PageDown', at(5, 0), at(9, 2)],
    ['PageUp', at(2, 1), at(9, 0)],
    ['PageDown', at(9, 2), at(2, 1)],
    ['Home', at(9, 1), at(9, 1, 0)],
    ['End', at(9, 1), at(9, 1, 5)],
    ['Home', at(9, 1), at(5, 0), true],
    ['End', at(9, 1), at(2, 1), true],
    ['x', at(9, 1), at(9, 1)],
  ])('%s from %o', (key, from, to, ctrlKey = false) => {
    expect(press(from, key, ctrlKey)).toEqual(to);
  });

  it('begins at the first game, also when its own game is gone', () => {
    expect(press(null, 'ArrowDown')).toEqual(at(5, 1, 1));
    expect(settleCursor(at(77, 1, 4), FIELD)).toEqual(at(5, 0, 1));
  });

  it('stays with its game, within what the game and the table have', () => {
    expect(settleCursor(at(2, 2, 40), FIELD)).toEqual(at(2, 1, 5));
    expect(settleCursor(null, { ...FIELD, rows: [] })).toBe(null);
  });
});

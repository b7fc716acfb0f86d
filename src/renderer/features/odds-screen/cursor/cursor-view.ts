import { FIXED_COLUMNS } from '../grid/grid-metrics.ts';
import type { Cursor } from './grid-cursor.ts';

const CURSOR_CLASS = 'cursor';
/** Finds the cell under the cursor in the page. */
export const CURSOR_CELL = `[data-${CURSOR_CLASS}]`;

/** The cell that an event came from. */
export function cellElement(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
}

/** Where a cell of a game stands; `null` for a cell of the head. */
export function cursorAt(cell: HTMLElement | null): Cursor | null {
  const side = cell?.closest<HTMLElement>('.side');
  const game = side?.closest<HTMLElement>('.game');
  if (!cell || !side || !game) return null;
  return {
    rowId: Number(game.dataset['row']),
    side: [...game.children].indexOf(side),
    column: Number(cell.getAttribute('aria-colindex')) - 1,
  };
}

/** Marks the cell under the cursor and names it to the screen reader, when it is in the page. */
export function showCursor(grid: HTMLElement, cursor: Cursor | null): void {
  for (const marked of grid.querySelectorAll(CURSOR_CELL))
    delete (marked as HTMLElement).dataset[CURSOR_CLASS];
  const cell = cursor && cellAt(grid, cursor);
  if (!cell) {
    grid.removeAttribute('aria-activedescendant');
    return;
  }
  cell.id ||= `cell-${cursor.rowId}-${cursor.side}-${cursor.column}`;
  cell.dataset[CURSOR_CLASS] = '';
  grid.setAttribute('aria-activedescendant', cell.id);
}

function cellAt(grid: HTMLElement, { rowId, side, column }: Cursor): HTMLElement | null {
  const line = grid.querySelector(`.game[data-row="${rowId}"]`)?.children[side];
  if (!line) return null;
  const cell =
    column < FIXED_COLUMNS
      ? line.querySelector(`[aria-colindex="${column + 1}"]`)
      : line.querySelector('.prices')?.children[column - FIXED_COLUMNS];
  return (cell as HTMLElement | null | undefined) ?? null;
}

import type { BoardRow, BoardView } from './board-view.ts';
import { type ColumnWidths, FIXED_COLUMNS, METRICS } from './grid-metrics.ts';

/** Where each game's first side stands, counted from 1, and at last what would follow; the head is 1. */
export function firstRowIndexes(rows: readonly BoardRow[], openedId: number | null): readonly number[] {
  const indexes = [2];
  for (const { rowId, sides } of rows)
    indexes.push(indexes.at(-1)! + sides.length + (rowId === openedId ? 1 : 0));
  return indexes;
}

/** The sizes of the table as its styles know them. `seenWidth`: of what is seen of it without scrolling, px. */
export function gridStyle(
  widths: ColumnWidths,
  { sideHeight, groupsHeight }: Pick<BoardView, 'sideHeight' | 'groupsHeight'>,
  seenWidth: number,
): Record<`--${string}`, string> {
  return {
    '--seen-width': `${seenWidth}px`,
    '--head-height': `${METRICS.headHeight}px`,
    '--groups-height': `${groupsHeight}px`,
    '--side-height': `${sideHeight}px`,
    '--start-width': `${widths.first}px`,
    '--game-width': `${METRICS.gameWidth}px`,
    '--best-width': `${widths.best}px`,
    '--price-width': `${widths.price}px`,
    ...Object.fromEntries(widths.columns.map((width, at) => [`--column-${at}`, `${width}px`])),
  };
}

/** The fixed columns cover the left of the list, so the browser's own scrolling into view is not enough. */
export function bringColumnIntoView(
  grid: HTMLElement,
  column: number,
  { columns, starts, fixed }: ColumnWidths,
): void {
  const left = starts[column - FIXED_COLUMNS];
  const width = columns[column - FIXED_COLUMNS];
  if (left === undefined || width === undefined) return;
  const visible = grid.clientWidth - fixed;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (left + width > grid.scrollLeft + visible) grid.scrollLeft = left + width - visible;
}

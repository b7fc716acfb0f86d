import type { GameRow } from '#contract/game.ts';
import { CELL_ABSENT } from '#contract/odds-screen.ts';
import type { CellTable } from './cell-table.ts';

/** In how many columns a row has a price or had one. */
export function columnsHeld(
  cells: CellTable,
  columns: readonly number[],
  { rowId, sides }: { readonly rowId: number; readonly sides: readonly string[] },
): number {
  return columns.filter((column) =>
    sides.some((_, side) => {
      const index = cells.indexOf(rowId, side, column);
      return index >= 0 && cells.state[index] !== CELL_ABSENT;
    }),
  ).length;
}

/** Of markets that differ by their line alone the one that most sportsbooks have, the smaller line on a tie. */
export function mainLine(members: readonly GameRow[], held: (row: GameRow) => number): GameRow | undefined {
  let [main, most] = [members[0], -1];
  for (const row of members) {
    const count = held(row);
    const isCloser = count === most && Math.abs(row.line ?? 0) < Math.abs(main?.line ?? 0);
    if (count > most || isCloser) [main, most] = [row, count];
  }
  return main;
}

import type { ScreenRow } from '#contract/odds-screen.ts';

/** Games in the order of their start, those without one last, then by label; only those that match `search`. */
export function orderGames(rows: readonly ScreenRow[], search: string): readonly ScreenRow[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const matching = words.length === 0 ? [...rows] : rows.filter((row) => matches(row, words));
  return matching.sort(byStart);
}

function byStart(left: ScreenRow, right: ScreenRow): number {
  const leftMs = left.startsAtMs ?? Number.POSITIVE_INFINITY;
  const rightMs = right.startsAtMs ?? Number.POSITIVE_INFINITY;
  if (leftMs !== rightMs) return leftMs < rightMs ? -1 : 1;
  if (left.game !== right.game) return left.game < right.game ? -1 : 1;
  return left.rowId - right.rowId;
}

function matches(row: ScreenRow, words: readonly string[]): boolean {
  const text = foldText(`${row.away} ${row.home}`);
  return words.every((word) => text.includes(word));
}

/** Text for comparing: no case, no accents. */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

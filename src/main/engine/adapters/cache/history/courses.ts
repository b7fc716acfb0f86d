import type { WatchedCourse } from '#contract/watchlists.ts';
import { cutSeries, joinSeries, type SeriesChange } from '#domain/history/selection-series.ts';
import { thin } from '#domain/history/thin.ts';
import type { CourseQuery } from '../../../ports/history.ts';
import { type HistoryReader, heightOf } from './history-reader.ts';

/** How the prices of some selections went, by the sportsbooks' own names of them: each game is read once. */
export function coursesOf(
  reader: HistoryReader,
  { rows, fromMs, toMs, columns }: CourseQuery,
): WatchedCourse[] {
  const changesOf = new Map<string, SeriesChange[]>(rows.map((row) => [nameOf(row.game, row), []]));
  const bySelection = new Map<number, SeriesChange[]>();
  const read: number[] = [];
  for (const label of new Set(rows.map(({ game }) => game))) {
    const game = reader.gameOf(label);
    if (game === undefined) continue;
    read.push(game.id);
    for (const selection of reader.selectionsOf(game.id)) {
      // another line of the same outcome is another selection of the same course
      const changes = changesOf.get(nameOf(label, selection));
      if (changes !== undefined) bySelection.set(selection.id, changes);
    }
  }
  reader.changesOf(read, (selection, atMs, american, what) => {
    bySelection.get(selection)?.push({ atMs, american, what, line: null });
  });
  return rows.map((row) => ({
    rowId: row.rowId,
    points: thin(
      cutSeries(joinSeries(changesOf.get(nameOf(row.game, row))!), fromMs, toMs),
      columns,
      heightOf,
    ),
  }));
}

function nameOf(
  game: string,
  { sportsbook, outcome }: { readonly sportsbook: string; readonly outcome: string },
): string {
  return JSON.stringify([game, sportsbook, outcome]);
}

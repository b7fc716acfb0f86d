import { NOT_OFFERED } from '../odds/american.ts';
import { GONE } from './recorded-changes.ts';
import type { PricePoint } from './thin.ts';

/** A change of one of the selections that together are one series, e.g. a spread under its old and its new line. */
export interface SeriesChange extends PricePoint {
  readonly what: number;
}

/**
 * One series out of the changes of several selections: in the order of time, where one goes at the moment in which
 * another comes without the gap between them, and without points that say what stood already.
 */
export function joinSeries(changes: readonly SeriesChange[]): PricePoint[] {
  const ordered = changes
    .map((change, at) => ({ change, at }))
    .sort(
      (left, right) =>
        left.change.atMs - right.change.atMs ||
        isGone(right.change) - isGone(left.change) ||
        left.at - right.at,
    );
  const points: PricePoint[] = [];
  for (const { change } of ordered) {
    const { atMs, american, line } = change;
    const last = points.at(-1);
    if (last !== undefined && last.atMs === atMs && last.american === NOT_OFFERED && american !== NOT_OFFERED)
      points.pop();
    const before = points.at(-1);
    if (before === undefined ? isGone(change) : before.american === american && before.line === line)
      continue;
    points.push({ atMs, american, line });
  }
  return points;
}

/** The series from a moment on: what stood at that moment is its first point. */
export function cutSeries(points: readonly PricePoint[], fromMs: number, toMs: number): PricePoint[] {
  const cut: PricePoint[] = [];
  let standing: PricePoint | undefined;
  for (const point of points) {
    if (point.atMs > toMs) break;
    if (point.atMs < fromMs) standing = point;
    else cut.push(point);
  }
  return standing === undefined ? cut : [{ ...standing, atMs: fromMs }, ...cut];
}

function isGone({ what }: SeriesChange): number {
  return what & GONE ? 1 : 0;
}

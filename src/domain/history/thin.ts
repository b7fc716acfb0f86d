/** A price at a time. `american`: `NOT_OFFERED` (0) = suspended. `atMs`: Unix ms. */
export interface PricePoint {
  readonly atMs: number;
  readonly american: number;
  readonly line: number | null;
}

/**
 * Thins a series for a chart that has `columns` of pixels: of the points that fall on one column the first, the
 * lowest, the highest and the last stay, so that no peak and no gap is lost, whatever the zoom. `height` says how high
 * a point stands. The points are in the order of time; so is the answer, at most 4 points a column.
 */
export function thin<Point extends { readonly atMs: number }>(
  points: readonly Point[],
  columns: number,
  height: (point: Point) => number,
): readonly Point[] {
  if (columns < 1 || points.length <= columns * 4) return points;
  const fromMs = points[0]!.atMs;
  const perColumnMs = (points.at(-1)!.atMs - fromMs + 1) / columns;
  const kept: Point[] = [];
  for (let from = 0; from < points.length; ) {
    const column = Math.floor((points[from]!.atMs - fromMs) / perColumnMs);
    let [lowest, highest, to] = [from, from, from];
    while (to < points.length && Math.floor((points[to]!.atMs - fromMs) / perColumnMs) === column) {
      if (height(points[to]!) < height(points[lowest]!)) lowest = to;
      if (height(points[to]!) > height(points[highest]!)) highest = to;
      to += 1;
    }
    for (const at of [...new Set([from, lowest, highest, to - 1])].sort((left, right) => left - right))
      kept.push(points[at]!);
    from = to;
  }
  return kept;
}

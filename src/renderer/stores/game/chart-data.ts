import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import type { PricePoint } from '#domain/history/thin.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';

/** The points of one line of the chart, in the order of time. */
export interface ChartLine {
  readonly sportsbook: string;
  readonly points: readonly PricePoint[];
}

/** Lines on one axis of time: `null` is a gap (suspended), `undefined` is nothing said at that time. Times in s. */
export interface ChartData {
  readonly timesS: readonly number[];
  readonly heights: readonly (readonly (number | null | undefined)[])[];
}

/**
 * How high a price stands: American prices on one scale without the hole between -100 and +100, even prices at 0. What
 * pays more stands higher.
 */
export function priceHeight(american: number): number {
  return american > 0 ? american - 100 : american + 100;
}

/** The American price that stands at a height, to the nearest whole. */
export function priceAtHeight(height: number): number {
  const whole = Math.round(height);
  return whole >= 0 ? whole + 100 : whole - 100;
}

/** Lays lines out on one axis from `fromMs` to `toMs`; each begins with the price in force then, and reaches the end. */
export function chartData(lines: readonly ChartLine[], fromMs: number, toMs: number): ChartData {
  const times = new Set([fromMs, toMs]);
  for (const { points } of lines)
    for (const { atMs } of points) if (atMs > fromMs && atMs < toMs) times.add(atMs);
  const timesMs = [...times].sort((left, right) => left - right);
  const placeOf = new Map(timesMs.map((atMs, place) => [atMs, place]));
  const heights = lines.map(({ points }) => {
    const column: (number | null | undefined)[] = timesMs.map(() => undefined);
    let before: number | null | undefined;
    let last: number | null | undefined;
    for (const { atMs, american } of points) {
      const height = american === NOT_OFFERED ? null : priceHeight(american);
      if (atMs <= fromMs) before = height;
      if (atMs <= toMs) last = height;
      if (atMs > fromMs && atMs < toMs) column[placeOf.get(atMs)!] = height;
    }
    column[0] = before;
    column[column.length - 1] = last;
    return column;
  });
  return { timesS: timesMs.map((atMs) => atMs / 1000), heights };
}

/** The price in force at a time: `null` = suspended, `undefined` = nothing was known yet. */
export function priceAt(points: readonly PricePoint[], atMs: number): number | null | undefined {
  let found: number | null | undefined;
  for (const point of points) {
    if (point.atMs > atMs) break;
    found = point.american === NOT_OFFERED ? null : point.american;
  }
  return found;
}

/** The best of the newest prices; `null` where no sportsbook has one. */
export function bestNow(lines: readonly ChartLine[]): number | null {
  let best: number | null = null;
  for (const { sportsbook, points } of lines) {
    const newest = points.at(-1)?.american ?? NOT_OFFERED;
    if (newest === NOT_OFFERED || sportsbook === CONSENSUS) continue;
    if (best === null || priceHeight(newest) > priceHeight(best)) best = newest;
  }
  return best;
}

/** Kept points of a bet, then those that the screen has seen since the last of them; they say no line of their own. */
export function joined(kept: readonly PricePoint[], seen: readonly PricePoint[]): readonly PricePoint[] {
  const last = kept.at(-1);
  if (last === undefined) return seen;
  const later = seen.filter(({ atMs }) => atMs > last.atMs);
  // the price that is kept last may be the first that was seen
  const news = later[0]?.american === last.american ? later.slice(1) : later;
  return [...kept, ...news.map((point) => ({ ...point, line: last.line }))];
}

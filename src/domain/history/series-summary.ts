import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';
import { comparePrices } from '../odds/convert.ts';
import type { PricePoint } from './thin.ts';

/** What became of a price. Prices are the bettor's: the highest pays most. `null` = it was never offered. */
export interface SeriesSummary {
  readonly opener: PricePoint | null;
  readonly highest: PricePoint | null;
  readonly lowest: PricePoint | null;
  /** The newest point, offered or not. */
  readonly current: PricePoint | null;
  /** How often price or line moved; suspensions are none. */
  readonly moves: number;
}

/** Sums a series up; its points are in the order of time. */
export function summarize(points: readonly PricePoint[]): SeriesSummary {
  let opener: PricePoint | null = null;
  let highest: PricePoint | null = null;
  let lowest: PricePoint | null = null;
  let last: PricePoint | null = null;
  let moves = 0;
  for (const point of points) {
    if (point.american === NOT_OFFERED) continue;
    opener ??= point;
    if (last !== null && (last.american !== point.american || last.line !== point.line)) moves += 1;
    last = point;
    if (highest === null || better(point, highest)) highest = point;
    if (lowest === null || better(lowest, point)) lowest = point;
  }
  return { opener, highest, lowest, current: points.at(-1) ?? null, moves };
}

function better(left: PricePoint, right: PricePoint): boolean {
  return comparePrices(left.american as AmericanOdds, right.american as AmericanOdds) > 0;
}

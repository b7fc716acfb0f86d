import type { AmericanOdds } from '../american.ts';
import { toDecimal } from '../convert.ts';

/** What a bet at this price brings on average, against a fair probability. Unit: percent of the stake. */
export function expectedValuePct(price: AmericanOdds, fairProbability: number): number {
  return (fairProbability * toDecimal(price) - 1) * 100;
}

/**
 * The fair probability from several sources, each with its weight; `null` without any. Weights need not add up to 1.
 */
export function blended(
  sources: readonly { readonly probability: number; readonly weight: number }[],
): number | null {
  const weights = sources.reduce((total, { weight }) => total + weight, 0);
  if (weights <= 0) return null;
  return sources.reduce((total, { probability, weight }) => total + probability * weight, 0) / weights;
}

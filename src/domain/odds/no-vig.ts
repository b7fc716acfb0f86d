import type { AmericanOdds } from './american.ts';
import { impliedProbability } from './convert.ts';

/**
 * The probabilities that the prices of a complete market imply once the margin is off, in the order of the prices: each
 * is divided by their sum (the multiplicative method). Unit: fractions that add up to 1. `null` where fewer than two
 * prices are given.
 */
export function withoutMargin(prices: readonly AmericanOdds[]): readonly number[] | null {
  if (prices.length < 2) return null;
  const implied = prices.map(impliedProbability);
  const sum = implied.reduce((total, each) => total + each, 0);
  return implied.map((each) => each / sum);
}

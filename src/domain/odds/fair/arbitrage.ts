import type { AmericanOdds } from '../american.ts';
import { toDecimal } from '../convert.ts';

/**
 * What is left of a stake that is spread over all sides of a market so that each pays the same. Unit: percent of the
 * stake; below 0 where it is lost. `prices`: one for each side.
 */
export function sureReturnPct(prices: readonly AmericanOdds[]): number {
  return (1 / prices.reduce((sum, price) => sum + 1 / toDecimal(price), 0) - 1) * 100;
}

/**
 * Spreads a stake over the sides so that each pays the same, to the hundredth. Adds up to `total` exactly. Units:
 * hundredths of the currency's unit.
 */
export function balancedStakes(prices: readonly AmericanOdds[], total: number): readonly number[] {
  const shares = prices.map((price) => 1 / toDecimal(price));
  const sum = shares.reduce((all, share) => all + share, 0);
  const stakes = shares.map((share) => Math.floor((total * share) / sum));
  let left = total - stakes.reduce((all, stake) => all + stake, 0);
  // what rounding left over goes where it evens out most: to the leg that pays least
  while (left > 0) {
    const payouts = stakes.map((stake, at) => stake / shares[at]!);
    stakes[payouts.indexOf(Math.min(...payouts))]! += 1;
    left -= 1;
  }
  return stakes;
}

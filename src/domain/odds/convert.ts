import type { AmericanOdds } from './american.ts';

/** A price as the total returned for a stake of 1, e.g. `1.91`. Always above 1. */
export type DecimalOdds = number & { readonly __unit: 'decimal' };

/** Implied probability, margin included. Unit: fraction in (0, 1). */
export function impliedProbability(price: AmericanOdds): number {
  return price > 0 ? 100 / (price + 100) : -price / (100 - price);
}

/** The price as decimal odds: what a stake of 1 returns, the stake included. */
export function toDecimal(price: AmericanOdds): DecimalOdds {
  return (price > 0 ? 1 + price / 100 : 1 - 100 / price) as DecimalOdds;
}

/** The nearest American price of decimal odds. Unit: decimal odds above 1. */
export function fromDecimal(decimal: DecimalOdds): AmericanOdds {
  return Math.round(decimal >= 2 ? (decimal - 1) * 100 : -100 / (decimal - 1)) as AmericanOdds;
}

/** The price as fractional odds in lowest terms, e.g. `{ numerator: 10, denominator: 11 }` for -110. */
export function toFractional(price: AmericanOdds): {
  readonly numerator: number;
  readonly denominator: number;
} {
  const numerator = price > 0 ? price : 100;
  const denominator = price > 0 ? 100 : -price;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

/**
 * Order of two prices from the bettor's side: above 0 when `left` pays more than `right`, 0 when they pay the
 * same (`+100` and `-100` do).
 */
export function comparePrices(left: AmericanOdds, right: AmericanOdds): number {
  return toDecimal(left) - toDecimal(right);
}

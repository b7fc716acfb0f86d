import type { AmericanOdds } from './american.ts';
import { impliedProbability, toDecimal } from './convert.ts';

/** What a move of a price is measured in: American cents, points of implied probability, or percent of the decimal price. */
export const MOVE_UNITS = ['cents', 'points', 'percent'] as const;
export type MoveUnit = (typeof MOVE_UNITS)[number];

/** A price on the scale of cents, on which -100 and +100 are one point: -110 is 10 below it, +105 is 5 above. */
export function centsOf(price: AmericanOdds): number {
  return price > 0 ? price - 100 : price + 100;
}

/**
 * How far a price moved, above 0 when it pays more now: American cents (-105 to +105 is 10), points of implied
 * probability (from 52.4 % to 50 % is 2.4), or percent of the decimal price (from 2.00 to 2.10 is 5). Rounded to a
 * millionth, so that a threshold that is met exactly counts as met.
 */
export function moved(from: AmericanOdds, to: AmericanOdds, unit: MoveUnit): number {
  switch (unit) {
    case 'cents':
      return centsOf(to) - centsOf(from);
    case 'points':
      return exact((impliedProbability(from) - impliedProbability(to)) * 100);
    case 'percent':
      return exact((toDecimal(to) / toDecimal(from) - 1) * 100);
  }
}

/** Takes off what floating point adds: to the nearest millionth. */
export function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

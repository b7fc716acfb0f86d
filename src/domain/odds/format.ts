import type { AmericanOdds } from './american.ts';
import { impliedProbability, toDecimal, toFractional } from './convert.ts';

/** The ways in which a price can be written. */
export type OddsNotation = 'american' | 'decimal' | 'fractional' | 'implied';

/** A real minus sign: as wide as the plus, so that columns align. */
const MINUS = '\u2212';

/**
 * Writes a price for people: `+150`, `−110` (with a real minus), `2.50`, `3/2`, `40.0%`.
 * Decimal prices under 1.10 show three places, so that heavy favourites stay apart.
 */
export function formatOdds(price: AmericanOdds, notation: OddsNotation): string {
  switch (notation) {
    case 'american':
      return price > 0 ? `+${price}` : `${MINUS}${-price}`;
    case 'decimal': {
      const decimal = toDecimal(price);
      return decimal.toFixed(decimal < 1.1 ? 3 : 2);
    }
    case 'fractional': {
      const { numerator, denominator } = toFractional(price);
      return `${numerator}/${denominator}`;
    }
    case 'implied':
      return `${(impliedProbability(price) * 100).toFixed(1)}%`;
  }
}

/** Writes a spread with its sign (`+3.5`, `−3.5`, `PK` for 0). */
export function formatSpread(line: number): string {
  if (line === 0) return 'PK';
  return line > 0 ? `+${line}` : `${MINUS}${-line}`;
}

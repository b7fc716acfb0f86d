import { grown } from '../../board/columns.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { centsOf } from '../../odds/price-move.ts';

/** Each change of its price matters. */
export const NO_CEILING = -(2 ** 31);
/** No price that it may have matters. */
export const ANY_PRICE = 2 ** 31 - 1;

/**
 * How high the price of a selection may be without a rule over its market having to look, as the rules said when they looked
 * last: what moves below costs a look at an array. Unit: cents, see `centsOf`.
 */
export class PriceCeilings {
  /** By selection its ceiling, and behind it for which continuity of its match it was set. */
  #pairs = new Int32Array(2 * 1024);

  /** `continuity`: of its match, see `Continuity`. */
  set(selection: number, cents: number, continuity: number): void {
    const at = 2 * selection;
    if (at >= this.#pairs.length) this.#pairs = grown(this.#pairs, 2 * at + 2);
    this.#pairs[at] = cents;
    this.#pairs[at + 1] = continuity;
  }

  /** Whether a price stayed below, where it came from as well as where it went. */
  isBelow(selection: number, previous: number, american: number, continuity: number): boolean {
    const at = 2 * selection;
    if (at >= this.#pairs.length || this.#pairs[at + 1] !== continuity) return false;
    const ceiling = this.#pairs[at]!;
    return isAtMost(previous, ceiling) && isAtMost(american, ceiling);
  }
}

/** The highest ceiling under which all prices pay less than these decimal odds. */
export function centsBelow(decimal: number): number {
  if (decimal <= 1) return NO_CEILING;
  const cents = decimal >= 2 ? (decimal - 2) * 100 : 100 - 100 / (decimal - 1);
  return Math.max(NO_CEILING, Math.min(ANY_PRICE, Math.ceil(cents) - 1));
}

/** Whether a price pays no more than a ceiling; what is not offered pays nothing. */
export function isAtMost(american: number, cents: number): boolean {
  if (cents === NO_CEILING) return false;
  return american === NOT_OFFERED || centsOf(american as AmericanOdds) <= cents;
}

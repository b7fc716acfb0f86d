import type { ParlayView } from '#contract/parlays.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { toDecimal } from '#domain/odds/convert.ts';

/** What a table of parlays can be ordered by. */
export type ParlayColumn = 'difference' | 'posted' | 'product' | 'bets';

/** A parlay with what sets it apart. */
export interface ComparedParlay {
  readonly parlay: ParlayView;
  /**
   * How much more the posted price returns than its legs one by one: 0.02 is 2 % more, negative is less. `null` where
   * a price is missing.
   */
  readonly difference: number | null;
  /** Whether every leg's price is current: else the difference is of the past. */
  readonly isCurrent: boolean;
}

/** Compares each posted price with the product of its legs. */
export function compareParlays(parlays: readonly ParlayView[]): readonly ComparedParlay[] {
  return parlays.map((parlay) => ({
    parlay,
    difference: differenceOf(parlay),
    isCurrent: parlay.legs.every(({ american, isLive }) => american !== null && isLive),
  }));
}

/** The parlays by one column, the largest first or last; those without a figure always last. */
export function orderParlays(
  parlays: readonly ComparedParlay[],
  column: ParlayColumn,
  isDescending: boolean,
): readonly ComparedParlay[] {
  const value = VALUES[column];
  return [...parlays].sort((left, right) => {
    const [a, b] = [value(left), value(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return isDescending ? b - a : a - b;
  });
}

const VALUES: Readonly<Record<ParlayColumn, (compared: ComparedParlay) => number | null>> = {
  difference: ({ difference }) => difference,
  posted: ({ parlay }) => payout(parlay.american),
  product: ({ parlay }) => payout(parlay.productAmerican),
  bets: ({ parlay }) => parlay.totalBets,
};

function differenceOf({ american, productAmerican }: ParlayView): number | null {
  const [posted, product] = [payout(american), payout(productAmerican)];
  return posted === null || product === null ? null : posted / product - 1;
}

function payout(american: number | null): number | null {
  return american === null || american === 0 ? null : toDecimal(american as AmericanOdds);
}

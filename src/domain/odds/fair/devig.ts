import type { AmericanOdds } from '../american.ts';
import { impliedProbability } from '../convert.ts';
import { withoutMargin } from '../no-vig.ts';
import { probitOf, standardNormal } from './normal.ts';
import { root } from './root.ts';

/** The ways to take a sportsbook's margin off the prices of a complete market. */
export const DEVIG_METHODS = ['multiplicative', 'additive', 'power', 'shin', 'probit', 'worst-case'] as const;
export type DevigMethod = (typeof DEVIG_METHODS)[number];

/**
 * The probabilities behind the prices of a complete market, in the order of the prices. Unit: fractions that add up to
 * 1 (`worst-case`: each the lowest that any other method gives, so that they add up to 1 at most). `null` for fewer
 * than two prices, and where a method gives no probability between 0 and 1 (additive, for a long shot under a wide
 * margin).
 *
 * `multiplicative` divides each implied probability by their sum; `additive` takes the same from each; `power` raises
 * each to one exponent; `shin` takes off what a bookmaker asks against insiders (H. S. Shin, 1993); `probit` shifts
 * each on the normal scale.
 */
export function fairProbabilities(
  prices: readonly AmericanOdds[],
  method: DevigMethod,
): readonly number[] | null {
  if (prices.length < 2) return null;
  if (method === 'multiplicative') return withoutMargin(prices);
  if (method === 'worst-case') return worstCase(prices);
  const implied = prices.map(impliedProbability);
  const fair = METHODS[method](implied);
  return fair.every((each) => each > 0 && each < 1) ? fair : null;
}

type Devig = (implied: readonly number[]) => readonly number[];

const METHODS: Record<Exclude<DevigMethod, 'multiplicative' | 'worst-case'>, Devig> = {
  additive(implied) {
    const share = (sum(implied) - 1) / implied.length;
    return implied.map((each) => each - share);
  },
  power(implied) {
    const exponent = root(0.05, 20, (k) => 1 - sum(implied.map((each) => each ** k)));
    return implied.map((each) => each ** exponent);
  },
  shin(implied) {
    const booked = sum(implied);
    const fairAt = (z: number) =>
      implied.map((each) => (Math.sqrt(z * z + (4 * (1 - z) * each * each) / booked) - z) / (2 * (1 - z)));
    // without a margin nobody fears insiders, and the formula has no solution above 0
    if (booked <= 1) return implied.map((each) => each / booked);
    return normalised(fairAt(root(0, 0.99, (z) => 1 - sum(fairAt(z)))));
  },
  probit(implied) {
    const scores = implied.map(probitOf);
    const shift = root(-8, 8, (by) => 1 - sum(scores.map((score) => standardNormal(score - by))));
    return normalised(scores.map((score) => standardNormal(score - shift)));
  },
};

function worstCase(prices: readonly AmericanOdds[]): readonly number[] | null {
  const all = DEVIG_METHODS.flatMap((method) =>
    method === 'worst-case' ? [] : [fairProbabilities(prices, method)],
  ).filter((fair) => fair !== null);
  return prices.map((_, at) => Math.min(...all.map((fair) => fair[at]!)));
}

function normalised(fair: readonly number[]): readonly number[] {
  const total = sum(fair);
  return fair.map((each) => each / total);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

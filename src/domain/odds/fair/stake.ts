import type { AmericanOdds } from '../american.ts';
import { toDecimal } from '../convert.ts';

/** How much to stake: a part of the bankroll by Kelly's rule, or always the same. Money in the user's currency. */
export type StakePlan =
  | {
      readonly by: 'kelly';
      readonly bankroll: number;
      /** Share of the full Kelly stake, e.g. 0.25. */
      readonly multiplier: number;
      /** Never more than this share of the bankroll. Unit: percent. */
      readonly capPct: number;
      readonly currency: string;
    }
  | { readonly by: 'fixed'; readonly amount: number; readonly currency: string };

/** Share of the bankroll by Kelly's rule, 0 where the bet has no value. Unit: fraction in [0, 1). */
export function kellyFraction(price: AmericanOdds, probability: number): number {
  const profit = toDecimal(price) - 1;
  return Math.max(0, (probability * (profit + 1) - 1) / profit);
}

/** The stake of one bet, in hundredths of the currency's unit. */
export function stakeOf(plan: StakePlan, price: AmericanOdds, probability: number): number {
  if (plan.by === 'fixed') return Math.round(plan.amount * 100);
  const share = Math.min(kellyFraction(price, probability) * plan.multiplier, plan.capPct / 100);
  return Math.round(plan.bankroll * share * 100);
}

/** The sum to spread over all legs of an arbitrage, in hundredths: the fixed amount, or the cap of the bankroll. */
export function totalStakeOf(plan: StakePlan): number {
  return Math.round(plan.by === 'fixed' ? plan.amount * 100 : plan.bankroll * plan.capPct);
}

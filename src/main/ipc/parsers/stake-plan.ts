import type { StakePlan } from '#domain/odds/fair/stake.ts';
import { fieldsOf } from './fields.ts';

/** Largest sum of money that a plan may name. */
const MOST = 1e9;

/** A plan of stakes in its bounds, the same as those of a rule's own. */
export function isStakePlan(value: unknown): value is StakePlan {
  const fields = fieldsOf(value);
  if (fields === undefined) return false;
  const isWithin = (name: string, most: number) => {
    const number = fields[name];
    return typeof number === 'number' && number >= 0.01 && number <= most;
  };
  const { currency } = fields;
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return false;
  if (fields['by'] === 'fixed') return isWithin('amount', MOST);
  return (
    fields['by'] === 'kelly' &&
    isWithin('bankroll', MOST) &&
    isWithin('multiplier', 1) &&
    isWithin('capPct', 100)
  );
}

import { describe, expect, it } from 'vitest';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import { withStake } from './with-stake.ts';

const PLAN: StakePlan = { by: 'kelly', bankroll: 1000, multiplier: 0.25, capPct: 2, currency: 'EUR' };
const OWN: StakePlan = { by: 'fixed', amount: 50, currency: 'USD' };
const arbitrage = {
  name: 'sure',
  on: { type: 'league', sport: 'NBA' },
  kind: 'arbitrage',
  find: 'arbitrage',
  overPct: 1,
  freshS: 30,
} as unknown as Rule;
const move = { name: 'move', on: { type: 'league', sport: 'NBA' }, kind: 'move' } as unknown as Rule;

describe('the stake of a rule', () => {
  it('is the user’s where the rule has none of its own', () => {
    expect(withStake(arbitrage, PLAN)).toMatchObject({ stake: PLAN });
    expect(withStake({ ...arbitrage, stake: OWN } as Rule, PLAN)).toMatchObject({ stake: OWN });
  });

  it('leaves rules alone that tell no stakes, and all of them where there is no plan', () => {
    expect(withStake(move, PLAN)).toBe(move);
    expect(withStake(arbitrage, null)).toBe(arbitrage);
  });
});

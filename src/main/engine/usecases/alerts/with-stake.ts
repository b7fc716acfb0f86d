import type { Rule } from '#domain/alert/rule/rule.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';

/** A rule that tells stakes: its own plan stands, else the user's; other rules, and no plan at all, change nothing. */
export function withStake(rule: Rule, plan: StakePlan | null): Rule {
  if (plan === null || (rule.kind !== 'value' && rule.kind !== 'arbitrage')) return rule;
  return { ...rule, stake: rule.stake ?? plan };
}

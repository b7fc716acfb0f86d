import { JsonFields } from '#domain/alert/rule/json-fields.ts';
import { readStakePlan } from '#domain/alert/rule/read-trigger.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import { fieldsOf } from './fields.ts';
import { rightly } from './rightly.ts';

/** A plan of stakes as a rule may have one. */
export function isStakePlan(value: unknown): value is StakePlan {
  return (
    fieldsOf(value) !== undefined &&
    rightly(() => readStakePlan(new JsonFields(value, 'the plan'))) !== undefined
  );
}

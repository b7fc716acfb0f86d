import { LIMITS } from '#domain/quota/limits.ts';
import type { Moment } from '#domain/quota/moment.ts';
import type { BudgetKind, Budgets } from '../../ports/budgets.ts';

/** Permits in memory only: for the demo feed, whose server ends with the program and counts from nothing. */
export function createMemoryBudgets(): Budgets {
  const spent: Record<BudgetKind, Moment[]> = { socket: [], get: [] };
  return {
    spent: (kind) => spent[kind],
    spend(kind, at) {
      spent[kind] = [...spent[kind].slice(-2 * LIMITS.socketStarts), at];
    },
  };
}

/** A budget that is spent as of now: what an unreadable store has to count as. */
export function createSpentBudgets(now: Moment): Budgets {
  const budgets = createMemoryBudgets();
  for (let n = 0; n < LIMITS.socketStarts; n += 1) budgets.spend('socket', now);
  for (let n = 0; n < LIMITS.getBurst; n += 1) budgets.spend('get', now);
  return budgets;
}

import { LIMITS } from '#domain/quota/limits.ts';
import type { Moment } from '#domain/quota/moment.ts';
import type { AskedPause, BudgetKind, Budgets, Paused } from '../../ports/budgets.ts';
import type { Clock } from '../../ports/clock.ts';

/** Permits in memory only: for the demo feed, whose server ends with the program and counts from nothing. */
export function createMemoryBudgets(): Budgets {
  const spent: Record<BudgetKind, Moment[]> = { socket: [], get: [] };
  const pauses = new Map<Paused, AskedPause>();
  return {
    spent: (kind) => spent[kind],
    spend(kind, at) {
      spent[kind] = [...spent[kind].slice(-2 * LIMITS.socketStarts), at];
    },
    pause: (of) => pauses.get(of) ?? null,
    keepPause: (of, pause) => void pauses.set(of, pause),
  };
}

/** A budget that is spent as of now: what an unreadable store has to count as. */
export function createSpentBudgets(now: Moment): Budgets {
  const budgets = createMemoryBudgets();
  for (let n = 0; n < LIMITS.socketStarts; n += 1) budgets.spend('socket', now);
  for (let n = 0; n < LIMITS.getBurst; n += 1) budgets.spend('get', now);
  return budgets;
}

/**
 * Budgets whose disk may fail while the program runs. From the first failure on they count in memory, and as spent at
 * that moment; every permit is still offered to the disk, for the sake of the next start. `failed` is called once.
 */
export function guardBudgets(kept: Budgets, clock: Clock, failed: (error: unknown) => void): Budgets {
  let memory: Budgets | undefined;
  const guarded = <Answer>(work: (budgets: Budgets) => Answer): Answer => {
    try {
      const answer = work(kept);
      return memory === undefined ? answer : work(memory);
    } catch (error) {
      if (memory === undefined) failed(error);
      memory ??= createSpentBudgets(clock.moment());
      return work(memory);
    }
  };
  return {
    spent: (kind) => guarded((budgets) => budgets.spent(kind)),
    spend: (kind, at) => guarded((budgets) => budgets.spend(kind, at)),
    pause: (of) => guarded((budgets) => budgets.pause(of)),
    keepPause: (of, pause) => guarded((budgets) => budgets.keepPause(of, pause)),
  };
}

import type { BudgetView, RefusalCount } from '#contract/diagnostics.ts';
import { getDelayMs, socketDelayMs } from '#domain/quota/limits.ts';
import { elapsedMs } from '#domain/quota/moment.ts';
import type { Budgets } from '../../ports/budgets.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FeedCounters } from '../connection/keep-connected.ts';

const MINUTE_MS = 60_000;

/** What is left of the provider's limits. */
export function viewBudgets(budgets: Budgets, clock: Clock, getsWaiting: number): BudgetView {
  const now = clock.moment();
  const [sockets, gets] = [budgets.spent('socket'), budgets.spent('get')];
  return {
    socketStartsLastMinute: sockets.filter((start) => elapsedMs(start, now) < MINUTE_MS).length,
    nextSocketInMs: socketDelayMs(sockets, now),
    getsLastMinute: gets.filter((get) => elapsedMs(get, now) < MINUTE_MS).length,
    nextGetInMs: getDelayMs(gets, now),
    getsWaiting,
  };
}

/** What was not understood, by feed and reason, with one sample each. */
export function viewRefusals(
  feeds: readonly (readonly [feed: string, counters: FeedCounters])[],
): RefusalCount[] {
  return feeds.flatMap(([feed, { refused, samples }]) =>
    [...refused].map(([reason, count]) => ({ feed, reason, count, sample: samples.get(reason) ?? '' })),
  );
}

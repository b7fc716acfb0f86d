import type { EngineStats, FeedStatus } from './feed-status.ts';
import type { StorageState } from './storage.ts';

/** Why something was not understood, how often, and one sample (redacted, shortened). */
export interface RefusalCount {
  readonly feed: string;
  readonly reason: string;
  readonly count: number;
  readonly sample: string;
}

/** Permits left of the provider's limits. */
export interface BudgetView {
  readonly socketStartsLastMinute: number;
  readonly nextSocketInMs: number;
  readonly getsLastMinute: number;
  readonly nextGetInMs: number;
  readonly getsWaiting: number;
}

/** What the diagnostics page shows and a bug report carries. Holds no key. */
export interface Diagnostics {
  readonly feeds: readonly FeedStatus[];
  readonly stats: EngineStats;
  readonly refusals: readonly RefusalCount[];
  readonly budgets: BudgetView;
  readonly storage: StorageState;
}

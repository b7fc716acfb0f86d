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

/** How busy the engine's thread was since it was asked last. */
export interface EngineLoad {
  /** Share of the time in which it worked. Unit: fraction 0..1. */
  readonly busyShare: number;
  /** How long a message that arrived had to wait for it. Unit: ms; half and 99 of 100 waited no longer. */
  readonly waitMedianMs: number;
  readonly waitP99Ms: number;
  /** Memory of its objects, and of its arrays of numbers, prices and texts. Unit: bytes. */
  readonly heapBytes: number;
  readonly arrayBytes: number;
}

/** What the diagnostics page shows and a bug report carries. Holds no key. */
export interface Diagnostics {
  readonly feeds: readonly FeedStatus[];
  readonly stats: EngineStats;
  readonly refusals: readonly RefusalCount[];
  readonly budgets: BudgetView;
  readonly storage: StorageState;
  readonly load: EngineLoad;
  /** What the odds feed has brought since the start. Unit: bytes. */
  readonly frameBytes: number;
}

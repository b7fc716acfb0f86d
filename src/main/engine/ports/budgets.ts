import type { FeedName } from '#contract/feed-status.ts';
import type { Moment } from '#domain/quota/moment.ts';

/** What is rationed: starts of sockets, and GETs. */
export type BudgetKind = 'socket' | 'get';

/** Who has to pause: one of the sockets, or all GETs. */
export type Paused = FeedName | 'get';

/** A pause that the provider asked for. */
export interface AskedPause {
  readonly since: Moment;
  readonly waitMs: number;
}

/**
 * Permits already spent, kept on disk because the provider counts per address, not per start of the program.
 * A spend is durable when `spend` returns, so call it before the network is touched.
 */
export interface Budgets {
  /** Permits spent within the last ten minutes, oldest first. An unreadable store answers a spent budget. */
  spent(kind: BudgetKind): readonly Moment[];
  spend(kind: BudgetKind, at: Moment): void;
  /** The pause that the provider asked for last, over or not; `null` = none. */
  pause(of: Paused): AskedPause | null;
  /** Remembers a pause across restarts. */
  keepPause(of: Paused, pause: AskedPause): void;
}

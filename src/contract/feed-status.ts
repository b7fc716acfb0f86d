import type { Pulse } from '#domain/board/pulse.ts';
import type { StorageState } from './storage.ts';

/** The provider's sockets that Linewatch follows. */
export type FeedName = 'odds' | 'plays' | 'scores';

/**
 * What a feed is doing, in the order a user would rank it:
 * `live` prices are current; `connecting` no socket yet; `resyncing` connected again, old prices not yet
 * confirmed; `stale` the socket is open but silent; `offline` no connection, next try planned;
 * `refused` the provider said no (key, plan or limits), see the detail.
 */
export type FeedState = 'connecting' | 'live' | 'resyncing' | 'stale' | 'offline' | 'refused';

/** Where the prices come from: the built-in simulator, or the provider with the user's key. */
export type FeedSource = 'demo' | 'provider';

/** State of one feed. Times are Unix milliseconds; `detail` is a sentence for people, never holds the key. */
export interface FeedStatus {
  readonly feed: FeedName;
  readonly state: FeedState;
  readonly detail: string;
  readonly sinceMs: number;
  /** When the next connect is due, `null` while none is planned. */
  readonly retryAtMs: number | null;
}

/** Counters of the engine, sent once a second. Counts are totals since start except where `PerSecond`. */
export interface EngineStats {
  readonly frames: number;
  readonly framesPerSecond: number;
  readonly refusedFrames: number;
  readonly changes: number;
  readonly changesPerSecond: number;
  readonly selections: number;
  readonly sportsbooks: number;
  readonly games: number;
  /** Games at sportsbooks: a game that three of them carry counts three times. */
  readonly listings: number;
  readonly alerts: number;
  readonly rssBytes: number;
  /** Arrival of the newest frame, Unix ms; `null` before the first. */
  readonly lastFrameAtMs: number | null;
  /** When each sportsbook was heard on this connection. */
  readonly pulses: readonly Pulse[];
}

/**
 * Whether the thread with feed, board and rules is there. `restarting`: it ended by itself and is begun again within
 * seconds. `resting`: it did so too often and waits for minutes, unless somebody asks for it.
 */
export type EngineLife = 'running' | 'restarting' | 'resting';

/** All that the status bar shows. */
export interface StatusReport {
  readonly source: FeedSource;
  readonly engine: EngineLife;
  readonly feeds: readonly FeedStatus[];
  readonly stats: EngineStats;
  readonly storage: StorageState;
}

import type { EngineStats, FeedStatus } from '#contract/feed-status.ts';
import type { ScreenBatch } from '#contract/odds-screen.ts';

/** Where the engine's news go: to the windows through the main thread, or to a terminal. */
export interface Sink {
  /** A feed's state or detail changed. */
  status(status: FeedStatus): void;
  /** Counters, once a second. */
  stats(stats: EngineStats): void;
  /** One batch for one window. */
  batch(windowId: number, batch: ScreenBatch): void;
}

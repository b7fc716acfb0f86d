import type { AlertNews } from '#contract/alerts.ts';
import type { BetNews } from '#contract/bets.ts';
import type { Catalogue } from '#contract/catalogue.ts';
import type { DryRunProgress } from '#contract/dry-run.ts';
import type { ExportProgress } from '#contract/export.ts';
import type { EngineStats, FeedStatus } from '#contract/feed-status.ts';
import type { FilterState } from '#contract/filters.ts';
import type { GameBatch } from '#contract/game.ts';
import type { ScreenBatch } from '#contract/odds-screen.ts';
import type { PlaysNews } from '#contract/plays.ts';
import type { RuleView } from '#contract/rules.ts';
import type { StorageState } from '#contract/storage.ts';
import type { WatchedPrices, Watchlists } from '#contract/watchlists.ts';

/** Where the engine's news go: to the windows through the main thread, or to a terminal. */
export interface Sink {
  /** A feed's state or detail changed. */
  status(status: FeedStatus): void;
  /** Counters, once a second. */
  stats(stats: EngineStats): void;
  /** The history's condition or counters changed. */
  storage(state: StorageState): void;
  /** The catalogue has a new part, or failed to get one. */
  catalogue(catalogue: Catalogue): void;
  /** The filters, or how the provider took them, changed. */
  filters(state: FilterState): void;
  /** Plays in their order, none left out, and games whose score or state changed. */
  plays(news: PlaysNews): void;
  /** The user's bets that are new or stand differently, closing prices included. */
  bets(news: BetNews): void;
  /** The user's watchlists, whenever one changed. */
  watchlists(watchlists: Watchlists): void;
  /** The prices of the watchlist that a window looks at. */
  watched(windowId: number, prices: WatchedPrices): void;
  /** How far the export is that is being written. */
  exported(progress: ExportProgress): void;
  /** How far the look at the recorded history is. */
  dryRun(progress: DryRunProgress): void;
  /** Alerts that are in the log now. Whoever shows the open ones says so with `delivered`. */
  alerts(news: AlertNews): void;
  /** The user's rules changed. */
  rules(rules: readonly RuleView[]): void;
  /** One batch of the odds screen for one window. */
  batch(windowId: number, batch: ScreenBatch): void;
  /** One batch of a game's page for one window. */
  gameBatch(windowId: number, batch: GameBatch): void;
  linesBatch(windowId: number, batch: GameBatch): void;
}

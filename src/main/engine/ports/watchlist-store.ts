import type { Watchlist } from '#domain/watchlist/watchlist.ts';

/** Keeps watchlists: what a call changes is on disk when it returns. Throws the disk's errors. */
export interface WatchlistStore {
  /** All of them, in the user's order. */
  all(): Watchlist[];
  /** Keeps one whole; a new one comes last. */
  save(watchlist: Watchlist): void;
  remove(watchlistId: string): void;
  /** Puts them into this order; ids that are not named follow as they were. */
  order(watchlistIds: readonly string[]): void;
}

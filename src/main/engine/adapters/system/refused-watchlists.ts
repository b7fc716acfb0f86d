import type { WatchlistStore } from '../../ports/watchlist-store.ts';

/** Watchlists that can't be kept, because there is no database: better a clear no than a lost list. */
export function createRefusedWatchlists(why: string): WatchlistStore {
  const refuse = (): never => {
    throw new Error(`watchlists can’t be kept: ${why}`);
  };
  return { all: () => [], save: refuse, remove: refuse, order: refuse };
}

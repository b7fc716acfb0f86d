import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import type { WatchedCourse, WatchedPrices, WatchlistFailure, Watchlists } from '../watchlists.ts';

/** What a window may ask of the main process about watchlists. */
export interface WatchlistsRequests {
  'watchlists.read': { input: null; output: Watchlists; error: 'engine-stopped' };
  /** Keeps a watchlist whole; an empty id makes a new one, as does one of an entry. Answers it with its ids. */
  'watchlists.save': { input: Watchlist; output: Watchlist; error: 'engine-stopped' | WatchlistFailure };
  'watchlists.remove': {
    input: { readonly watchlistId: string };
    output: null;
    error: 'engine-stopped' | WatchlistFailure;
  };
  /** Puts the watchlists into this order. */
  'watchlists.order': {
    input: { readonly watchlistIds: readonly string[] };
    output: null;
    error: 'engine-stopped' | WatchlistFailure;
  };
  /** Adds the watchlists of a file that the user chooses; `null` when the user let go. */
  'watchlists.import': {
    input: null;
    output: number | null;
    error: 'engine-stopped' | 'unreadable' | WatchlistFailure;
  };
  /** Writes all watchlists to a file that the user chooses. Answers the file, `null` when the user let go. */
  'watchlists.export': { input: null; output: string | null; error: 'engine-stopped' | 'not-saved' };
  /** How the prices of a watchlist's rows went in the last hours; none where no history is kept. */
  'watchlist.courses': {
    input: { readonly watchlistId: string };
    output: readonly WatchedCourse[];
    error: 'engine-stopped';
  };
  /** Lets this window look at a watchlist; the stream `watched` brings its prices from then on. `null` = at none. */
  'watchlist.open': {
    input: { readonly watchlistId: string | null };
    output: WatchedPrices;
    error: 'engine-stopped';
  };
}

/** What the main process sends unasked about watchlists. */
export interface WatchlistsStreams {
  watchlists: Watchlists;
  watched: WatchedPrices;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const WATCHLISTS_REQUESTS = {
  'watchlists.read': true,
  'watchlists.save': true,
  'watchlists.remove': true,
  'watchlists.order': true,
  'watchlists.import': true,
  'watchlists.export': true,
  'watchlist.open': true,
  'watchlist.courses': true,
} satisfies Record<keyof WatchlistsRequests, true>;
export const WATCHLISTS_STREAMS = {
  watchlists: true,
  watched: true,
} satisfies Record<keyof WatchlistsStreams, true>;

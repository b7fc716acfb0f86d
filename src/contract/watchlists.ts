import type { PricePoint } from '#domain/history/thin.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import type { Outcome } from './outcome.ts';

/** A watched price on the screen: absolute values. Times are Unix ms. */
export interface WatchRow {
  /** Unique within the watchlist. */
  readonly rowId: string;
  readonly entryId: string;
  readonly game: string;
  readonly home: string;
  readonly away: string;
  readonly sport: string;
  readonly startsAtMs: number | null;
  /** Key of the market, as `BetIdentity.market`; empty where the selection can't be compared. */
  readonly market: string;
  readonly side: string;
  /** What is bet on, in words for people. */
  readonly wording: string;
  /** The sportsbook of this price: the one that was asked for, or the best one. */
  readonly sportsbook: string;
  /** Sportsbooks that offer it now. */
  readonly sportsbooks: number;
  /** American, 0 = not offered now. */
  readonly american: number;
  readonly line: number | null;
  /** 0 = not changed since it came. */
  readonly changedAtMs: number;
  /** Whether the price is current. */
  readonly isLive: boolean;
}

/** The rows of a watchlist as they stand, in its order. An entry of which nothing is offered now has none. */
export interface WatchedPrices {
  readonly watchlistId: string;
  readonly rows: readonly WatchRow[];
}

/** How a watched price went in the last hours, thinned; `rowId` of its row. */
export interface WatchedCourse {
  readonly rowId: string;
  readonly points: readonly PricePoint[];
}

/** How far back the course of a watched price goes. */
export const COURSE_MS = 6 * 3_600_000;

/** Why a watchlist could not be kept. */
export type WatchlistFailure = 'not-saved' | 'too-many';

/** What came of it. */
export type WatchlistOutcome<T> = Outcome<T, WatchlistFailure>;

/** All watchlists, in the user's order. */
export type Watchlists = readonly Watchlist[];

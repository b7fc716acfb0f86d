/** A game as a saved board names it. */
export interface SavedGame {
  readonly label: string;
  readonly sport: string;
  readonly home: string;
  readonly away: string;
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
}

/** Listings as columns: numbers of `sportsbooks`, `games` and `sports`. */
export interface SavedListings {
  readonly sportsbook: Int32Array;
  readonly game: Int32Array;
  readonly sport: Int32Array;
}

/**
 * Selections as columns, those of a listing one after the other. `listing` is a number of `SavedListings`; texts are
 * numbers of `texts`, where 0 is none; `asOf` is a number of `asOfMs`. Links are not saved: they are for live prices.
 */
export interface SavedSelections {
  readonly american: Int32Array;
  readonly listing: Int32Array;
  readonly key: Int32Array;
  readonly name: Int32Array;
  readonly line: Int32Array;
  readonly overUnder: Int32Array;
  readonly target: Int32Array;
  readonly flags: Uint8Array;
  readonly changedAtMs: Float64Array;
  readonly asOf: Uint32Array;
}

/** A board as it was, for the next start. */
export interface SavedBoard {
  readonly sportsbooks: readonly string[];
  readonly sports: readonly string[];
  readonly games: readonly SavedGame[];
  readonly listings: SavedListings;
  readonly selections: SavedSelections;
  /** Texts from number 1 on; number 0 is no text. */
  readonly texts: readonly string[];
  /** Until when prices were current, Unix ms. */
  readonly asOfMs: readonly number[];
}

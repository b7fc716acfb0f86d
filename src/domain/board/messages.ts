import type { Listing } from './listings.ts';

/** One selection as a feed message states it. A field that is `undefined` was not said: what is known stands. */
export interface Outcome {
  /** The sportsbook's own name for the selection; unique within a game at a sportsbook. */
  readonly key: string;
  /** American price, `NOT_OFFERED` (0) = not offered now. */
  readonly american: number;
  readonly name: string | null | undefined;
  /** Spread or total as the provider wrote it. */
  readonly line: string | number | null | undefined;
  readonly overUnder: string | null | undefined;
  readonly target: string | null | undefined;
  /** Deep link to the bet slip. Untrusted. */
  readonly link: string | null | undefined;
}

/**
 * Outcomes that were recognised before they were taken apart, as columns in the order of the frame. `selection` is -1 for
 * one that the board does not know. `wording` is 0 where nothing but the price may have changed, else what the outcome
 * says, with its link as the board keeps it; wordings and links are held until the next frame is read,
 * or by the board once it has taken them.
 */
export interface Recognised {
  readonly place: Place;
  readonly count: number;
  readonly selection: Int32Array;
  readonly american: Int32Array;
  readonly wording: Int32Array;
  readonly linkForm: Int32Array;
  readonly linkLow: Int32Array;
  readonly linkHigh: Int32Array;
  /** Whether the board has taken over the holds. */
  isTaken: boolean;
}

/** A game at a sportsbook that many messages state in the same words; the board notes here where it found it. */
export interface Place {
  readonly at: GameAtBook;
  /** `null` before the board has looked. */
  listing: Listing | null;
  number: number;
  sport: number;
  /** The state of the games in which these words were no news, see `Games.state`. */
  games: number;
}

/** A place where the board has not looked yet. */
export function placeOf(at: GameAtBook): Place {
  return { at, listing: null, number: -1, sport: -1, games: -1 };
}

/** A game at one sportsbook. Texts are the provider's own, unchanged. */
export interface GameAtBook {
  readonly sportsbook: string;
  readonly sport: string;
  readonly game: string;
  readonly home: string;
  readonly away: string;
  /** Start, Unix ms; `null` where not said or not readable. */
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
}

/** What the board folds in: the provider's actions, freed of their wire shape. */
export type BoardMessage =
  | {
      /** A game at one sportsbook. `replace`: complete, what is missing is gone. `merge`: only what changed. */
      readonly kind: 'prices';
      readonly mode: 'replace' | 'merge';
      readonly origin: ChangeOrigin;
      readonly at: GameAtBook;
      readonly outcomes: readonly Outcome[];
      /** The same outcomes, recognised; the board folds these where they are there. */
      readonly recognised?: Recognised;
    }
  | { readonly kind: 'game-removed'; readonly sportsbook: string; readonly game: string }
  | { readonly kind: 'book-cleared'; readonly sportsbook: string }
  | { readonly kind: 'sport-cleared'; readonly sportsbook: string; readonly sport: string };

/** Where a change comes from: the state that a connection starts with, or news. */
export type ChangeOrigin = 'snapshot' | 'update';

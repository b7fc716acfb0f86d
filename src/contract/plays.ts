/** A score as the play-by-play feed states it. */
export interface Score {
  readonly home: number;
  readonly away: number;
}

/** One entry of a game's play-by-play. Never sent twice. */
export interface PlayView {
  /** Rises with each play of this run; unique. */
  readonly sequence: number;
  /** The provider's game label. */
  readonly game: string;
  /** Arrival, Unix ms. */
  readonly atMs: number;
  /** The provider's word for what happened, e.g. `foul`. */
  readonly type: string;
  /** The type in words for people, in its league's own, e.g. `Foul`. */
  readonly typeName: string;
  /** What happened, in words for people. */
  readonly text: string;
  /** Period and clock in words, empty where not said. */
  readonly clock: string;
  readonly score: Score | null;
}

/** A game that plays are followed for. */
export interface PlayGame {
  readonly game: string;
  readonly home: string;
  readonly away: string;
  readonly score: Score | null;
  /** Period, clock, or state in words; empty where not said. */
  readonly state: string;
  /** `waiting` for the game to start or the provider to answer. */
  readonly support: 'waiting' | 'live' | 'not-supported' | 'wrong-label';
}

/** News of the play-by-play feed: entries in their order, and games whose state changed. */
export interface PlaysNews {
  readonly plays: readonly PlayView[];
  readonly games: readonly PlayGame[];
}

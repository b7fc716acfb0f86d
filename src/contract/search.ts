/** A game that can be jumped to: once, also where the provider lists it twice. */
export interface NamedGame {
  /** The provider's label. */
  readonly game: string;
  readonly sport: string;
  readonly home: string;
  readonly away: string;
  /** Start, Unix ms; `null` where the provider did not say. */
  readonly startsAtMs: number | null;
}

/** A player that some sportsbook offers a bet on, in one game. */
export interface NamedPlayer {
  readonly player: string;
  /** Where the player's game stands in `SearchNames.games`. */
  readonly game: number;
}

/** Everything on the board that has a name. */
export interface SearchNames {
  readonly games: readonly NamedGame[];
  readonly players: readonly NamedPlayer[];
}

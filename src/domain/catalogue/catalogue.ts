/** A game as the provider's catalogue lists it. Every field but the label may be missing. */
export interface ProviderGame {
  /** The label that a subscribe has to name. */
  readonly label: string;
  readonly sport: string | null;
  /** Start, Unix ms. */
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
}

/** One leg of a posted parlay. Texts are the provider's own. */
export interface ParlayLeg {
  /** The sportsbook's own name for the selection. */
  readonly outcome: string;
  readonly game: string | null;
  readonly sport: string | null;
  readonly universalId: string | null;
  readonly name: string | null;
  readonly line: string | number | null;
  readonly overUnder: string | null;
  readonly target: string | null;
}

/** A parlay that a sportsbook posts. */
export interface ParlayOffer {
  /** Posted price, American; `null` = not readable or not offered. */
  readonly american: number | null;
  /** How many bets the provider counted on it; `null` where not said. */
  readonly totalBets: number | null;
  /** The provider's word, e.g. `SGP_PLUS`. */
  readonly type: string;
  readonly legs: readonly ParlayLeg[];
}

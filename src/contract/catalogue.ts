/** A part of the provider's catalogue with its age. `fetchedAtMs`: Unix ms, `null` = never fetched. */
export interface Aged<T> {
  readonly fetchedAtMs: number | null;
  readonly value: T;
  /** Why the last refresh brought nothing: a sentence for people; `null` when it went well. */
  readonly failure: string | null;
}

/** A game of the catalogue. */
export interface CatalogueGame {
  /** The label that a subscribe has to name. */
  readonly label: string;
  readonly sport: string | null;
  /** Start, Unix ms. */
  readonly startsAtMs: number | null;
}

/** What can be subscribed to, exactly as the provider names it. */
export interface Catalogue {
  readonly sports: Aged<readonly string[]>;
  readonly sportsbooks: Aged<readonly string[]>;
  readonly games: Aged<readonly CatalogueGame[]>;
  /** Market names, all sportsbooks and sports together. */
  readonly markets: Aged<readonly string[]>;
}

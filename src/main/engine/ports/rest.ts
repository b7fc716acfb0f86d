import type { ParlayOffer, ProviderGame } from '#domain/catalogue/catalogue.ts';

/** Why a GET brought nothing. `message` is a sentence for people and never holds the key. */
export type RestFailure =
  | {
      readonly ok: false;
      readonly code: 'offline' | 'key-refused' | 'not-in-plan' | 'unreadable' | 'stopped';
      readonly message: string;
    }
  | {
      readonly ok: false;
      readonly code: 'rate-limited';
      readonly message: string;
      readonly retryAfterMs: number;
    };

/** What a GET brought, or why not. */
export type RestOutcome<T> = { readonly ok: true; readonly value: T } | RestFailure;

/** Sports and sportsbooks, exactly as a subscribe has to name them. */
export interface ProviderInfo {
  readonly sports: readonly string[];
  readonly sportsbooks: readonly string[];
}

/** Markets by sportsbook and sport, exactly as a subscribe has to name them. */
export type ProviderMarkets = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Narrows `markets` to some sports and sportsbooks; left out = all. */
export interface MarketsQuery {
  readonly sports?: readonly string[];
  readonly sportsbooks?: readonly string[];
}

/**
 * The provider's GET endpoints. Every call waits for its turn within the provider's limits, which all endpoints share
 * across restarts; expected failures are values.
 */
export interface Rest {
  info(): Promise<RestOutcome<ProviderInfo>>;
  games(): Promise<RestOutcome<readonly ProviderGame[]>>;
  markets(query: MarketsQuery): Promise<RestOutcome<ProviderMarkets>>;
  /** Posted parlays of one sportsbook. */
  parlays(sportsbook: string): Promise<RestOutcome<readonly ParlayOffer[]>>;
  /** Labels of the esports games that have play-by-play. */
  esportsLabels(): Promise<RestOutcome<readonly string[]>>;
  /** Requests that wait for their turn. */
  readonly waiting: number;
  /** Lets go of everything that waits. */
  stop(): void;
}

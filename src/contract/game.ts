import type { BetIdentity } from '#domain/identity/selection/selection-identity.ts';
import type { ScreenBatch } from './odds-screen.ts';

/** A game, by the provider's label; its twin label, if the provider lists it twice, is part of it. */
export interface GameQuery {
  readonly game: string;
}

/** A bet at one sportsbook. `market` and `side` as `domain/identity` makes them. */
export interface SelectionQuery extends GameQuery {
  readonly market: string;
  readonly side: string;
  readonly sportsbook: string;
}

/** What a sportsbook itself calls a bet: its label of the game, and its key of the outcome. */
export interface NamedSelection {
  readonly game: string;
  readonly universalId: string | null;
  readonly outcome: string;
}

/** One of the main markets of a game, with all the lines that sportsbooks offer. `market` as in `ScreenQuery`. */
export interface LinesQuery extends GameQuery {
  readonly market: string;
}

/** What is known of a game besides its prices. */
export interface GameHead {
  readonly sport: string;
  readonly home: string;
  readonly away: string;
  /** Start, Unix ms; `null` where the provider did not say. */
  readonly startsAtMs: number | null;
  /** The labels that are this match, the first of them as the match has its sides. */
  readonly labels: readonly { readonly label: string; readonly isFlipped: boolean }[];
}

/** Groups of markets, in the order in which a game's page shows them. */
export const MARKET_GROUPS = ['main', 'parts', 'teams', 'players', 'other'] as const;
export type MarketGroup = (typeof MARKET_GROUPS)[number];

/** One market of a game: a row of its page, with one line per side. */
export interface GameRow {
  /** Dense id within this page's generation; never reused within it. */
  readonly rowId: number;
  /** The market as `domain/identity` makes it: with a side it names one bet at all sportsbooks. */
  readonly market: string;
  readonly group: MarketGroup;
  readonly kind: BetIdentity['kind'];
  /** The part of the game, see `takePeriod`; `game` = all of it. */
  readonly period: string;
  /** What a sportsbook calls it, e.g. `Player Points`. */
  readonly name: string;
  /** Whom it is about, where that is a player. */
  readonly player: string | null;
  /** Of a spread the home team's line; `null` where the market has none. */
  readonly line: number | null;
  /** The sides as `domain/identity` makes them, at most four; `home` and `away` as in `GameHead`. */
  readonly sides: readonly string[];
}

/** A batch of a game's page; the same protocol as the odds screen's. */
export type GameBatch = ScreenBatch<GameRow>;

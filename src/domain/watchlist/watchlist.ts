import { MAIN_MARKETS, type MainMarketKey } from '../catalogue/markets.ts';

/** A game as an entry names it: the universal id finds it again under another label. */
export interface WatchedGame {
  readonly game: string;
  readonly universalId: string | null;
}

/** What is watched. `market` and `side` are those of `BetIdentity`. */
export type WatchSubject =
  /** One selection at one sportsbook, by the sportsbook's own name of it. */
  | ({ readonly kind: 'selection'; readonly sportsbook: string; readonly outcome: string } & WatchedGame)
  /** One bet, wherever it is offered. */
  | ({ readonly kind: 'bet'; readonly market: string; readonly side: string } & WatchedGame)
  /** One of the main markets of a game, its line as it moves: `moneyline`, `spread` or `total`. */
  | ({ readonly kind: 'market'; readonly market: MainMarketKey } & WatchedGame)
  /** The main markets of a game. */
  | ({ readonly kind: 'game' } & WatchedGame)
  /** A team, in every game that it plays. `sport`: the provider's league label, empty text = any. */
  | { readonly kind: 'team'; readonly sport: string; readonly team: string }
  /** A player's props, in every game. */
  | { readonly kind: 'player'; readonly player: string };

/** Says the universal id of a game by its label; `null` where it has none, or the game is not on the board. */
export type UniversalIdOf = (game: string) => string | null;

/** The same, found again when its game comes back under another label: with the game's universal id where it is known. */
export function withUniversalId<Subject extends WatchSubject>(
  subject: Subject,
  universalIdOf: UniversalIdOf,
): Subject {
  if (!('universalId' in subject) || subject.universalId !== null) return subject;
  return { ...subject, universalId: universalIdOf(subject.game) };
}

/** The markets that a game is watched by. */
export const WATCHED_MARKETS: readonly MainMarketKey[] = MAIN_MARKETS.map(({ key }) => key);

/** A line of a watchlist. */
export type WatchEntry = { readonly entryId: string } & WatchSubject;

/** What a user follows under one name, in the user's order. */
export interface Watchlist {
  readonly watchlistId: string;
  readonly name: string;
  readonly entries: readonly WatchEntry[];
}

/** Most watchlists, and most entries of one. */
export const WATCHLIST_LIMITS = { watchlists: 200, entries: 500, nameLength: 100, textLength: 300 };

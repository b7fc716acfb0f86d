import type { BetKeys } from '../identity/selection/bet-keys.ts';
import type { AmericanOdds } from '../odds/american.ts';

/** How a bet ended; `open` until the user says so. */
export const BET_RESULTS = ['open', 'won', 'lost', 'push', 'void'] as const;
export type BetResult = (typeof BET_RESULTS)[number];

/** What a bet is on, as the board knows it: found there again until the game starts. */
export type BetSubject = BetKeys;

/** The last prices before the game started. */
export interface ClosingLine {
  /** At the sportsbook of the bet; `null` = it did not offer the bet any more. */
  readonly american: AmericanOdds | null;
  /** Probability of the bet's side without margin, mean over sportsbooks; `null` = no complete market was seen. */
  readonly fairProbability: number | null;
  /** Sportsbooks in that mean. */
  readonly sportsbooks: number;
  /** When these prices were last seen, Unix ms: the start, or earlier if Linewatch was off. */
  readonly seenAtMs: number;
  /** The game has started: these prices no longer change. */
  readonly isFinal: boolean;
}

/** What a user notes of a bet. */
export interface BetNote {
  /** The provider's league label. */
  readonly sport: string;
  /** The provider's game label, or the user's own words. */
  readonly game: string;
  readonly sportsbook: string;
  /** What was bet on, in words for people, e.g. `Los Angeles Lakers −3.5`. */
  readonly wording: string;
  /** `null` for a bet in the user's own words: it has no closing line. */
  readonly subject: BetSubject | null;
  readonly american: AmericanOdds;
  /** Hundredths of the currency's unit. */
  readonly stakeHundredths: number;
  /** ISO 4217, e.g. `USD`. */
  readonly currency: string;
  /** When the bet was placed, Unix ms. */
  readonly placedAtMs: number;
  /** Start of the game, Unix ms; `null` where not known. */
  readonly startsAtMs: number | null;
  readonly comment: string;
  readonly result: BetResult;
}

/** A bet in the ledger. */
export interface NotedBet extends BetNote {
  readonly betId: number;
  readonly closing: ClosingLine | null;
}

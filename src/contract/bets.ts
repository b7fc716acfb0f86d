import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import type { Outcome } from './outcome.ts';

/** A change of a bet: what stands there from now on. */
export interface BetChange {
  readonly betId: number;
  readonly note: BetNote;
}

/** Bets that are new or stand differently now, and those that were removed. */
export interface BetNews {
  readonly changed: readonly NotedBet[];
  readonly removed: readonly number[];
}

/** Why a bet could not be noted, changed or removed. */
export type BetFailure = 'unknown-bet' | 'not-saved';

/** What came of it. */
export type BetOutcome<T, Failure extends string = BetFailure> = Outcome<T, Failure>;

import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import type { BetChange, BetFailure, BetNews } from '../bets.ts';

/** What a window may ask of the main process about the user's own bets. */
export interface BetsRequests {
  /** All bets, the newest noted first. */
  'bets.read': { input: null; output: readonly NotedBet[]; error: 'engine-stopped' };
  'bets.note': { input: BetNote; output: NotedBet; error: 'engine-stopped' | BetFailure };
  'bets.change': { input: BetChange; output: NotedBet; error: 'engine-stopped' | BetFailure };
  /** Takes a bet out of the ledger; `bets.restore` brings it back, until the next start. */
  'bets.remove': { input: { readonly betId: number }; output: null; error: 'engine-stopped' | BetFailure };
  'bets.restore': {
    input: { readonly betId: number };
    output: NotedBet;
    error: 'engine-stopped' | BetFailure;
  };
  /** Asks the user for a place and writes all bets there as CSV. Answers the file, `null` when the user let go. */
  'bets.export': { input: null; output: string | null; error: 'engine-stopped' | 'not-saved' };
}

/** What the main process sends unasked about the user's own bets. */
export interface BetsStreams {
  bets: BetNews;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const BETS_REQUESTS = {
  'bets.read': true,
  'bets.note': true,
  'bets.change': true,
  'bets.remove': true,
  'bets.restore': true,
  'bets.export': true,
} satisfies Record<keyof BetsRequests, true>;
export const BETS_STREAMS = {
  bets: true,
} satisfies Record<keyof BetsStreams, true>;

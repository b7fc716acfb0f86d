import type { BetNote, ClosingLine, NotedBet } from '#domain/ledger/noted-bet.ts';

/** A closing line and the bet that it belongs to. */
export interface BetClosing {
  readonly betId: number;
  readonly closing: ClosingLine;
}

/**
 * The user's bets on disk: what a call has taken is durable when it returns. Throws, in words, where it can't be kept.
 */
export interface BetStore {
  /** All but the removed ones, the newest noted first. */
  all(): NotedBet[];
  /** `undefined` of a bet that is not there or was removed. */
  find(betId: number): NotedBet | undefined;
  add(note: BetNote): NotedBet;
  /** Replaces a bet that is there. */
  change(bet: NotedBet): void;
  /** Takes a bet out of the ledger; it can be restored until the next start. */
  remove(betId: number): void;
  restore(betId: number): NotedBet | undefined;
  /** Keeps all of them or none. */
  keepClosings(closings: readonly BetClosing[]): void;
}

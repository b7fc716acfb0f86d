import type { BetSubject } from '#domain/ledger/noted-bet.ts';

/** One leg of a posted parlay, with today's price where the board has the selection. */
export interface ParlayLegView {
  readonly outcome: string;
  readonly game: string | null;
  readonly sport: string | null;
  readonly market: string | null;
  readonly line: string | null;
  /** What is bet on, as `domain/identity` makes it; `null` where it can't be compared. */
  readonly bet: BetSubject | null;
  /** American; `null` = not on the board or not offered at this sportsbook now. */
  readonly american: number | null;
  /** Whether that price is current. */
  readonly isLive: boolean;
}

/** A parlay that a sportsbook posts. */
export interface ParlayView {
  /** American; `null` = not readable. */
  readonly american: number | null;
  readonly totalBets: number | null;
  /** The provider's word, e.g. `SGP_PLUS`. */
  readonly type: string;
  readonly legs: readonly ParlayLegView[];
  /** What the legs would pay one by one, American; `null` when one of them has no price. */
  readonly productAmerican: number | null;
}

import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import type { SoughtGame } from './navigation.ts';
import { observable, type Writable } from './observable.ts';

/** A game that is pointed at. */
export interface PointedGame extends SoughtGame {
  readonly sport: string;
  /** Unix ms; `null` where not known. */
  readonly startsAtMs: number | null;
}

/** What could be bet on. */
export interface PointedBet extends BetSubject {
  /** For people, e.g. `Los Angeles Lakers −3.5`. */
  readonly wording: string;
  /** Whom it is about, where that is a player. */
  readonly player: string | null;
}

/** What the user points at, whichever screen it stands on: a price, a row, a game, a play, a leg of a parlay. */
export interface Pointed {
  readonly game: PointedGame | null;
  /** `null` where it is no bet, or one that can't be compared. */
  readonly bet: PointedBet | null;
  /** `american`: 0 = not offered now. `null` where no single sportsbook is pointed at. */
  readonly price: { readonly sportsbook: string; readonly american: number } | null;
  /** What the bet pays now at best, American; 0 = not known. */
  readonly best: number;
  /** What stands there in words, where it is more than bet and game: a play, a leg. */
  readonly text: string | null;
  /** Whether it is about what happens in the game and not about its prices. */
  readonly isPlay: boolean;
}

/** A menu that is open: what it is about, and beside which part of the window it stands. Unit: px. */
export interface OpenMenu {
  readonly pointed: Pointed;
  readonly beside: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;
}

/** What the user points at with the keyboard or the mouse, and what can be done with it. */
export interface PointedStore {
  /** Looks up what is pointed at, as it stands now; `null` = nothing. */
  readonly at: Writable<(() => Pointed | null) | null>;
  readonly menu: Writable<OpenMenu | null>;
}

/** Nothing is pointed at. */
export function startPointing(): PointedStore {
  return {
    at: observable<(() => Pointed | null) | null>(null),
    menu: observable<OpenMenu | null>(null),
  };
}

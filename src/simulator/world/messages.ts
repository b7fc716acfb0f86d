import type { ContestEvent, ContestState } from './games/contest.ts';
import type { Game } from './games/game.ts';
import type { Sheet, SlotPrices } from './prices/sheet.ts';

/** What the odds feed says, before it is written as a frame. Prices are copies: later moves don't change them. */
export type OddsMessage =
  | {
      readonly feed: 'odds';
      readonly action: 'initial_state' | 'game_added' | 'game_update' | 'line_update';
      readonly atMs: number;
      readonly sheet: Sheet;
      readonly offered: SlotPrices;
    }
  | { readonly feed: 'odds'; readonly action: 'game_removed'; readonly atMs: number; readonly sheet: Sheet }
  | {
      readonly feed: 'odds';
      readonly action: 'book_clear' | 'sport_clear';
      readonly atMs: number;
      readonly sportsbook: string;
      /** The league, `null` when all of them are cleared. */
      readonly sport: string | null;
      /** What was on the board and is not any more. */
      readonly cleared: readonly Sheet[];
    };

/** What the play-by-play and live-score feeds say. */
export interface PlayMessage {
  readonly feed: 'plays';
  readonly kind: 'play' | 'started' | 'ended';
  readonly atMs: number;
  readonly game: Game;
  readonly state: ContestState;
  /** `null` for a start. */
  readonly event: ContestEvent | null;
}

/** Anything that happens in the world. */
export type WorldMessage = OddsMessage | PlayMessage;

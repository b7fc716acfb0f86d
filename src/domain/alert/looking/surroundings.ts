import type { Board } from '../../board/board.ts';
import type { Listing } from '../../board/listings.ts';
import type { Comparison } from '../../comparison/comparison.ts';
import type { Finding } from '../finding.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import type { PriceRings } from '../watching/price-rings.ts';

/** What a rule may look at while a fold is read. */
export interface Surroundings {
  readonly board: Board;
  readonly comparison: Comparison;
  readonly rings: PriceRings;
  /** Sportsbooks that take their prices from one source as the user says, for all rules; another list when it changed. */
  readonly sharedSources: readonly (readonly string[])[];
  /** By a clock that nobody turns. Unit: ms. */
  readonly nowMs: number;
  /** Whether a rule looks at this very selection, and is not only set off by it. */
  isLookedAt(selection: number, watcher: CompiledRule): boolean;
  /** Whether a rule over whole markets is shown every change of a selection. */
  isShown(selection: number, watcher: CompiledRule): boolean;
  /** Of the labels of a game's match the oldest that names its teams as it does; the same while that is on the board. */
  labelOfMatch(game: number): string;
  found(finding: Finding): void;
  /** All is as a rule wants it but for the age of this leg: its family is shown again once the leg is stated anew. */
  awaitStatement(selection: number, watcher: CompiledRule): void;
}

/** A watched selection that this fold changed. */
export interface WatchedChange {
  readonly selection: number;
  readonly listing: Listing;
  readonly sportsbook: string;
  /** `NOT_OFFERED` where there was none. */
  readonly previous: number;
  readonly american: number;
  /** See `CHANGE_ADDED` and its kin. */
  readonly what: number;
}

/** The same for the same selection at each start. */
export function subjectOf(board: Board, { selection, listing, sportsbook }: WatchedChange): string {
  return `${sportsbook}|${board.games.at(listing.game).label}|${board.selections.key(selection)}`;
}

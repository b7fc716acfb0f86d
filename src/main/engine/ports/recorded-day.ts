import type { RecordedGame } from '#contract/history.ts';
import type { RecordedChanges } from '#domain/history/recorded-changes.ts';
import type { PlayEntry } from '#domain/play/play.ts';

/** A game as the history keeps it. Its words are the newest that were stated. */
export interface KeptGame extends Omit<RecordedGame, 'labels'> {
  readonly id: number;
  readonly universalId: string | null;
}

/** A selection as it was recorded. */
export interface KeptSelection {
  readonly id: number;
  readonly sportsbook: string;
  /** The sportsbook's own name of it. */
  readonly outcome: string;
  readonly name: string | null;
  readonly line: string | null;
  readonly overUnder: string | null;
  readonly target: string | null;
}

/** A span of the recorded history, as of one moment of the database. Times are Unix ms. */
export interface RecordedSpan {
  /** When the recording begins; `null` = nothing is recorded. */
  readonly firstMs: number | null;
  /** The games of which something was recorded within the span. */
  games(): readonly KeptGame[];
  selectionsOf(game: number): readonly KeptSelection[];
  /** Prices as they stood when the span began, by selection; those that were gone are left out. */
  before(game: number): ReadonlyMap<number, number>;
  /** What came in the span, in slices of it; within one in the order of time. Holds one slice at a time. */
  slices(games: readonly number[]): Iterable<RecordedSlice>;
  /** Plays that arrived in the span, in the order in which they came. */
  plays(): readonly PlayEntry[];
}

/** A part of the span. */
export interface RecordedSlice {
  readonly untilMs: number;
  readonly changes: RecordedChanges;
}

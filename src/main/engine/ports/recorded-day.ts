import type { RecordedChanges } from '#domain/history/recorded-changes.ts';
import type { PlayEntry } from '#domain/play/play.ts';

/** A game as it was recorded. Its words are the newest that were stated. */
export interface RecordedGame {
  readonly id: number;
  readonly label: string;
  readonly sport: string;
  readonly home: string;
  readonly away: string;
  /** Unix ms. */
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
}

/** A selection as it was recorded. */
export interface RecordedSelection {
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
  games(): readonly RecordedGame[];
  selectionsOf(game: number): readonly RecordedSelection[];
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

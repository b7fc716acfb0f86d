import type { SeriesQuery } from '#contract/history.ts';
import type { StorageState } from '#contract/storage.ts';
import type { RecordedChanges } from '#domain/history/recorded-changes.ts';
import type { RetentionLimits } from '#domain/history/retention.ts';

/** A game as the writer has to know it. `game`: the number that this run's batches know it by. */
export interface GameDefinition {
  readonly game: number;
  readonly label: string;
  readonly sport: string;
  readonly home: string;
  readonly away: string;
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
}

/**
 * Selections that the batch's changes from `from` on may speak of, as columns in the order of `from`: `selection` is the
 * number that this run's batches know it by, and means the selection that was defined with it last. `texts` holds five a
 * selection (outcome, name, line, over or under, target) as UTF-8, each with `TEXT_END` behind it; a text that was not
 * stated is `NO_TEXT`.
 */
export interface SelectionDefinitions {
  readonly count: number;
  readonly from: Int32Array;
  readonly selection: Int32Array;
  readonly game: Int32Array;
  readonly sportsbook: Int32Array;
  readonly texts: Uint8Array;
}

/** What the engine sends the history's writer, in the order in which it happened. */
export interface HistoryBatch {
  readonly games: readonly GameDefinition[];
  /** Names of sportsbooks by number, from `sportsbooksFrom` on. */
  readonly sportsbooksFrom: number;
  readonly sportsbooks: readonly string[];
  readonly selections: SelectionDefinitions;
  readonly changes: RecordedChanges;
  /** Games that left the board: their numbers mean nothing any more. */
  readonly gamesGone: readonly number[];
}

/** Ends each text of `SelectionDefinitions.texts`; sportsbooks do not write it. */
export const TEXT_END = '\u001f';
/** Stands for a text that was not stated. */
export const NO_TEXT = '\u001e';

/** A play to keep. `play` tells it from every other one of its game, in every run; `body` is it as JSON. */
export interface KeptPlay {
  readonly game: string;
  readonly play: string;
  readonly arrivedAtMs: number;
  readonly body: string;
}

/** Asks what a market of some matches opened at. */
export interface OpeningsQuery {
  /** As in `ScreenQuery`. */
  readonly market: string;
  /** The labels of each match, and how many sides the bet has. */
  readonly games: readonly { readonly labels: SeriesQuery['games']; readonly sides: number }[];
}

/** Asks how the prices of some selections went: one read for all of them. Times are Unix ms. */
export interface CourseQuery {
  readonly rows: readonly {
    readonly rowId: string;
    readonly game: string;
    readonly sportsbook: string;
    readonly outcome: string;
  }[];
  readonly fromMs: number;
  readonly toMs: number;
  /** Columns of pixels that there are for each: at most 4 points a column come back. */
  readonly columns: number;
}

/** How long prices are kept. `keptGames`: labels of games that are kept whatever the limits. */
export interface Retention {
  readonly limits: RetentionLimits;
  readonly keptGames: readonly string[];
}

/** Writes the history, in a thread of its own: `write` returns at once, and what fails becomes a state. */
export interface History {
  /** Whether so much waits already that nothing more may be sent now. */
  readonly isBehind: boolean;
  /** Changes sent and not yet on disk. */
  readonly waiting: number;
  write(batch: HistoryBatch): void;
  writePlays(plays: readonly KeptPlay[]): void;
  /** Whoever reads the history has found it damaged. */
  noteDamage(message: string): void;
  /** Takes off what is not to be kept any longer, little by little. */
  retain(retention: Retention): void;
  /** Resolves when all that was sent is on disk, or can't be, at the latest after `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

/** Hears the history. */
export interface HistoryEvents {
  state(state: StorageState): void;
  /** A new database has begun, or a new writer: it knows no game and no selection that was defined before. */
  beganAnew(): void;
}

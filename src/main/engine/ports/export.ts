import type { ExportFormat, ExportOutcome, ExportProgress, ExportQuery } from '#contract/export.ts';

/** The words of a row: a selection of a game at a sportsbook. The same object for every change of the selection. */
export interface ExportedSelection {
  readonly sport: string;
  readonly game: string;
  readonly home: string;
  readonly away: string;
  /** Unix ms. */
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
  readonly sportsbook: string;
  readonly outcome: string;
  readonly market: string | null;
  /** As the provider wrote it. */
  readonly line: string | null;
  readonly overUnder: string | null;
  readonly target: string | null;
}

/** One change. `american`: 0 = not offered. `what`: any of `FROM_SNAPSHOT` and `GONE` of `domain/history`. */
export interface ExportedChange {
  readonly selection: ExportedSelection;
  readonly atMs: number;
  readonly american: number;
  readonly what: number;
}

/** Changes that come together. `looked`: how many were looked at for them, wanted or not. */
export interface ExportedPart {
  readonly looked: number;
  readonly changes: readonly ExportedChange[];
}

/** The history as rows: game by game, within one in the order of time, in parts that fit the memory. */
export interface HistoryRows {
  /** How many changes will be looked at, about. */
  count(query: ExportQuery): number;
  parts(query: ExportQuery): Iterable<ExportedPart>;
}

/** Writes rows in some format. Throws the disk's errors. */
export interface RowWriter {
  write(changes: readonly ExportedChange[]): void;
  /** Completes the file. Answers its size. Unit: bytes. */
  keep(): number;
  /** Leaves nothing behind, unless it was kept. */
  discard(): void;
}

/** An export to be made. */
export interface ExportWork {
  /** The data folder. */
  readonly folder: string;
  /** The file to be, `-` = the standard output. */
  readonly file: string;
  readonly format: ExportFormat;
  readonly query: ExportQuery;
}

/** What the thread of an export tells. */
export type ExportNews =
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  | { readonly kind: 'ended'; readonly outcome: ExportOutcome };

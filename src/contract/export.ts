/** The forms in which the history can be written. */
export const EXPORT_FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What of the history is written. A list that is left out means all; times are Unix ms, both ends included. */
export interface ExportQuery {
  /** League labels as the provider writes them. */
  readonly sports?: readonly string[];
  readonly games?: readonly string[];
  readonly sportsbooks?: readonly string[];
  /** Names of markets as sportsbooks write them; `moneyline`, `spread` and `total` mean those under any name. */
  readonly markets?: readonly string[];
  /** `null` = from the beginning. */
  readonly fromMs: number | null;
  /** `null` = to the end. */
  readonly toMs: number | null;
}

/** How far an export is. `done`: fraction of the changes looked at, in [0, 1]. */
export interface ExportProgress {
  readonly rows: number;
  readonly done: number;
}

/** How an export ended; one that did not end well has left no file. `message` is a sentence for people. */
export type ExportOutcome =
  | { readonly ok: true; readonly rows: number; readonly bytes: number }
  | { readonly ok: false; readonly code: 'cancelled' | 'failed'; readonly message: string };

/** What an export is asked to be. */
export interface ExportOrder {
  readonly format: ExportFormat;
  readonly query: ExportQuery;
}

/** What a history holds. */
export interface HistoryContents {
  /** The data folder. */
  readonly folder: string;
  /** Whether it is this program's own, or another recording that the user has opened. */
  readonly isOwn: boolean;
  readonly changes: number;
  /** About; Unix ms, `null` where there is nothing yet. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Leagues with the number of their games, by name. */
  readonly sports: readonly { readonly sport: string; readonly games: number }[];
  readonly sportsbooks: readonly string[];
}

/** How an order ended: as its export did, or refused because another one is being written. */
export type ExportReply =
  | ExportOutcome
  | { readonly ok: false; readonly code: 'busy'; readonly message: string };

import type { ExportOrder, ExportProgress, HistoryContents } from '../export.ts';
import type { GameRow } from '../game.ts';
import type { PriceSeries, RecordedGame, SeriesQuery } from '../history.ts';
import type { Settings } from '../settings.ts';
import type { RetentionPreview } from '../storage.ts';

/** What a window may ask of the main process about the history as a whole. */
export interface HistoryRequests {
  /** What the history that is open holds: the program's own, or another recording. */
  'history.contents': { input: null; output: HistoryContents; error: 'engine-stopped' | 'no-history' };
  /** Its matches, those that started last first. */
  'history.games': {
    input: null;
    output: readonly RecordedGame[];
    error: 'engine-stopped' | 'no-history';
  };
  /** The markets of one of its matches, by all its labels. */
  'history.markets': {
    input: Pick<SeriesQuery, 'games'>;
    output: readonly GameRow[];
    error: 'engine-stopped' | 'no-history';
  };
  /** The history of a bet in it; `history.series` is that of the program's own. */
  'history.recorded': {
    input: SeriesQuery;
    output: readonly PriceSeries[];
    error: 'engine-stopped' | 'no-history';
  };
  /** What would go of the program's own history by other limits. */
  'history.previewRetention': {
    input: Pick<Settings, 'historyDays' | 'historyMegabytes'>;
    output: RetentionPreview;
    error: 'engine-stopped' | 'no-history';
  };
  /** Lets the user choose the folder of another recording, to be read only. Answers whether one was chosen. */
  'history.openOther': { input: null; output: boolean; error: 'engine-stopped' | 'no-history' };
  /** Goes back to the program's own history. */
  'history.openOwn': { input: null; output: null; error: never };
  /**
   * Asks the user for a place and writes the history there; the stream `export` tells how far it is. Answers the file
   * when it is whole, `null` when the user let go of it before it began.
   */
  'history.export': {
    input: ExportOrder;
    output: { readonly file: string; readonly rows: number; readonly bytes: number } | null;
    error: 'engine-stopped' | 'busy' | 'cancelled' | 'failed';
  };
  'history.cancelExport': { input: null; output: null; error: 'engine-stopped' };
}

/** What the main process sends unasked about the history as a whole. */
export interface HistoryStreams {
  export: ExportProgress;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const HISTORY_REQUESTS = {
  'history.contents': true,
  'history.games': true,
  'history.markets': true,
  'history.recorded': true,
  'history.previewRetention': true,
  'history.openOther': true,
  'history.openOwn': true,
  'history.export': true,
  'history.cancelExport': true,
} satisfies Record<keyof HistoryRequests, true>;
export const HISTORY_STREAMS = {
  export: true,
} satisfies Record<keyof HistoryStreams, true>;

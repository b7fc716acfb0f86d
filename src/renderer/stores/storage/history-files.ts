import type { Bridge } from '#contract/bridge.ts';
import type { ExportFormat, ExportProgress, HistoryContents } from '#contract/export.ts';
import type { Settings } from '#contract/settings.ts';
import type { RetentionPreview } from '#contract/storage.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';

/** How much of the time is exported, back from now. */
export const EXPORT_PERIODS = ['all', 'hour', 'day', 'week', 'month'] as const;
export type ExportPeriod = (typeof EXPORT_PERIODS)[number];

const HOUR_MS = 3_600_000;
const PERIOD_MS: Readonly<Record<Exclude<ExportPeriod, 'all'>, number>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
};

/** What of the history is to be exported. An empty text means all. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly sport: string;
  readonly sportsbook: string;
  readonly market: string;
  readonly period: ExportPeriod;
}

type RetentionChoice = Pick<Settings, 'historyDays' | 'historyMegabytes'>;

/** How the export is. `message` is a sentence for people. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: ExportProgress; readonly isCancelling: boolean }
  | { readonly kind: 'done'; readonly file: string; readonly rows: number; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** The history as a whole: what it holds, and writing it out. */
export interface HistoryFiles {
  /** `null` before it is read, or where there is none. */
  readonly contents: Observable<HistoryContents | null>;
  /** Why there are no contents, or why another recording could not be opened. */
  readonly failure: Observable<string | null>;
  readonly exporting: Observable<ExportState>;
  /** Reads what the history holds now. */
  read(): Promise<void>;
  /** What would go by other limits, or why that can't be said. */
  previewRetention(limits: RetentionChoice): Promise<RetentionPreview | string>;
  openOther(): Promise<void>;
  openOwn(): Promise<void>;
  export(choice: ExportChoice): Promise<void>;
  cancel(): Promise<void>;
  stop(): void;
}

/** Opens the store; nothing is asked yet. */
export function openHistoryFiles(bridge: Bridge, scheduler: Scheduler): HistoryFiles {
  const contents = observable<HistoryContents | null>(null);
  const failure = observable<string | null>(null);
  const exporting = observable<ExportState>({ kind: 'idle' });

  const read = async () => {
    const reply = await bridge.request('history.contents', null);
    contents.write(reply.ok ? reply.value : null);
    failure.write(reply.ok ? null : reply.message);
  };
  const unlisten = bridge.listen('export', (progress) => {
    const before = exporting.read();
    if (before.kind === 'running') exporting.write({ ...before, progress });
  });

  return {
    contents,
    failure,
    exporting,
    read,
    async previewRetention(limits) {
      const reply = await bridge.request('history.previewRetention', limits);
      return reply.ok ? reply.value : reply.message;
    },
    async openOther() {
      const reply = await bridge.request('history.openOther', null);
      if (!reply.ok) failure.write(reply.message);
      else if (reply.value) await read();
    },
    async openOwn() {
      await bridge.request('history.openOwn', null);
      await read();
    },
    async export(choice) {
      if (exporting.read().kind === 'running') return;
      exporting.write({ kind: 'running', progress: { rows: 0, done: 0 }, isCancelling: false });
      const reply = await bridge.request('history.export', {
        format: choice.format,
        query: queryOf(choice, scheduler.nowMs()),
      });
      if (!reply.ok)
        exporting.write(
          reply.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', message: reply.message },
        );
      else exporting.write(reply.value === null ? { kind: 'idle' } : { kind: 'done', ...reply.value });
    },
    async cancel() {
      const before = exporting.read();
      if (before.kind !== 'running') return;
      exporting.write({ ...before, isCancelling: true });
      await bridge.request('history.cancelExport', null);
    },
    stop: unlisten,
  };
}

function queryOf({ sport, sportsbook, market, period }: ExportChoice, nowMs: number) {
  return {
    ...(sport !== '' && { sports: [sport] }),
    ...(sportsbook !== '' && { sportsbooks: [sportsbook] }),
    ...(market !== '' && { markets: [market] }),
    fromMs: period === 'all' ? null : nowMs - PERIOD_MS[period],
    toMs: null,
  };
}

import type { Bridge } from '#contract/bridge.ts';
import type { GameHead } from '#contract/game.ts';
import type { PriceSeries } from '#contract/history.ts';
import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';

/** How far back the chart looks. */
export const CHART_RANGES = ['1h', '6h', '24h', 'all'] as const;
export type ChartRange = (typeof CHART_RANGES)[number];

/** How long that is, ms; all of it is as long as prices can be kept. */
export const RANGE_MS = {
  '1h': 3_600_000,
  '6h': 21_600_000,
  '24h': 86_400_000,
  all: Number.POSITIVE_INFINITY,
} satisfies Record<ChartRange, number>;

/** How often the kept history is read again while it is looked at. */
export const REREAD_MS = 15_000;

/** The history of a bet as it was read last. */
export interface PriceHistory {
  readonly series: readonly PriceSeries[];
  readonly isRead: boolean;
  /** Why it could not be read, as a sentence. */
  readonly failure: string | null;
}

const NOTHING: PriceHistory = { series: [], isRead: false, failure: null };

/** A reading that goes on until it is stopped. */
export interface HistoryReading {
  readonly history: Observable<PriceHistory>;
  readonly stop: () => void;
}

/** Reads the history of one bet at all sportsbooks, and again every so often, until it is stopped. */
export function readHistory(
  { bridge, scheduler }: { readonly bridge: Bridge; readonly scheduler: Scheduler },
  { labels }: Pick<GameHead, 'labels'>,
  { market, side }: BetSubject,
  range: ChartRange,
  columns: number,
): HistoryReading {
  const history = observable(NOTHING);
  let isStopped = false;
  let cancel: () => void = () => undefined;
  const read = async () => {
    const toMs = scheduler.nowMs();
    const reply = await bridge.request('history.series', {
      games: labels,
      of: { kind: 'bet', market, side },
      fromMs: Math.max(0, Math.floor(toMs - RANGE_MS[range])),
      toMs,
      columns,
    });
    if (isStopped) return;
    if (reply.ok) history.write({ series: reply.value, isRead: true, failure: null });
    else history.write({ ...history.read(), isRead: true, failure: reply.message });
    cancel = scheduler.after(REREAD_MS, () => void read());
  };
  void read();
  return {
    history,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

import type { Bridge } from '#contract/bridge.ts';
import type { StatusReport } from '#contract/feed-status.ts';
import { type Observable, observable } from './observable.ts';
import type { Scheduler } from './scheduler.ts';

/** What is known of the engine. `receivedAtMs` is Unix ms. */
export interface EngineStatus {
  readonly report: StatusReport;
  readonly receivedAtMs: number;
}

/** How long without a report until the engine counts as silent. */
export const SILENT_AFTER_MS = 5000;

/** The state of the engine and its feeds. */
export interface StatusStore {
  /** The newest report, `null` before the first. */
  readonly status: Observable<EngineStatus | null>;
  /** Why there is no report, as a sentence; `null` while there is one or it is still awaited. */
  readonly failure: Observable<string | null>;
  /** Whether the engine, which reports once a second, has said nothing for `SILENT_AFTER_MS`. */
  readonly silent: Observable<boolean>;
  /** Whether nothing vouches for what was said last: the engine is silent, or has ended. */
  readonly doubted: Observable<boolean>;
  /** Rises with each report that seems to come from another run of the engine. */
  readonly runs: Observable<number>;
  /** Has an engine that rests begun now. */
  beginEngine(): void;
  stop(): void;
}

/** Starts to follow the engine's state: listens first, then asks, so that nothing falls between. */
export function followStatus(bridge: Bridge, scheduler: Scheduler): StatusStore {
  const status = observable<EngineStatus | null>(null);
  const failure = observable<string | null>(null);
  const silent = observable(false);
  const doubted = observable(false);
  const runs = observable(0);
  let stopped = false;
  let cancelWatch: (() => void) | undefined;

  const receive = (report: StatusReport) => {
    const before = status.read();
    const receivedAtMs = scheduler.nowMs();
    cancelWatch?.();
    cancelWatch = scheduler.after(SILENT_AFTER_MS, () => {
      silent.write(true);
      doubted.write(true);
    });
    // Totals count since the engine's start, so a smaller one is another start's.
    const begunAnew = before !== null && report.stats.frames < before.report.stats.frames;
    status.write({ report, receivedAtMs });
    failure.write(null);
    if (begunAnew || silent.read()) runs.write(runs.read() + 1);
    silent.write(false);
    doubted.write(report.engine !== 'running');
  };

  const unlisten = bridge.listen('status', receive);
  void bridge.request('status.read', null).then((reply) => {
    if (stopped || status.read()) return;
    if (reply.ok) receive(reply.value);
    else failure.write(reply.message);
  });

  return {
    status,
    failure,
    silent,
    doubted,
    runs,
    beginEngine: () => void bridge.request('engine.begin', null),
    stop() {
      stopped = true;
      cancelWatch?.();
      unlisten();
    },
  };
}

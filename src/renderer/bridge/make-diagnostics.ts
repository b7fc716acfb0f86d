import type { Diagnostics } from '#contract/diagnostics.ts';
import { makeStatus } from './make-status.ts';

/** Diagnostics; what is left out is a calm demo feed with all budgets unspent. */
export function makeDiagnostics(part: Partial<Diagnostics> = {}): Diagnostics {
  const { feeds, stats, storage } = makeStatus();
  return {
    feeds,
    stats,
    storage,
    load: { busyShare: 0.02, waitMedianMs: 0, waitP99Ms: 1.5, heapBytes: 30_000_000, arrayBytes: 20_000_000 },
    frameBytes: 0,
    refusals: [],
    budgets: {
      socketStartsLastMinute: 0,
      nextSocketInMs: 0,
      getsLastMinute: 0,
      nextGetInMs: 0,
      getsWaiting: 0,
    },
    ...part,
  };
}

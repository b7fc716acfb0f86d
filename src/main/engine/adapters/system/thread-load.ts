import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { ThreadLoad } from '../../ports/thread-load.ts';

type Histogram = ReturnType<typeof monitorEventLoopDelay>;

/** How finely waits are seen. Unit: ms. */
const RESOLUTION_MS = 10;
const NS_PER_MS = 1e6;

/** Nobody looks any more when nobody has asked for so long. */
const FORGOTTEN_AFTER_MS = 5_000;

/** The load of the thread that calls this, since it was asked last. Waits are watched only while somebody asks. */
export function watchThreadLoad(): ThreadLoad {
  let histogram: Histogram | undefined;
  let before = performance.eventLoopUtilization();
  let forgotten: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(forgotten);
    histogram?.disable();
    histogram = undefined;
  };
  return {
    read() {
      clearTimeout(forgotten);
      forgotten = setTimeout(stop, FORGOTTEN_AFTER_MS).unref();
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      const load = {
        busyShare: utilization,
        waitMedianMs: waitMs(histogram, 50),
        waitP99Ms: waitMs(histogram, 99),
        ...memory(),
      };
      if (histogram === undefined) {
        histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
        histogram.enable();
      }
      histogram.reset();
      return load;
    },
    stop,
  };
}

function waitMs(histogram: Histogram | undefined, percent: number): number {
  const ns = histogram === undefined || histogram.count === 0 ? 0 : histogram.percentile(percent);
  return Math.max(0, ns / NS_PER_MS - RESOLUTION_MS);
}

function memory() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heapBytes: heapUsed, arrayBytes: arrayBuffers };
}

import type { SessionClock } from './sessions/session.ts';

/** The machine's own clock. */
export const systemClock: SessionClock = {
  nowMs: () => performance.now(),
  later(delayMs, call) {
    if (delayMs <= 0) {
      const immediate = setImmediate(call);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

import { type Observable, observable } from './observable.ts';
import type { Scheduler } from './scheduler.ts';

const TICK_MS = 1000;

/**
 * The time in steps of a second, for ages and countdowns. Unix milliseconds.
 * No timer runs while nobody listens.
 */
export function secondClock(scheduler: Scheduler): Observable<number> {
  const now = observable(scheduler.nowMs());
  let listening = 0;
  let stop: (() => void) | undefined;
  const tick = () => {
    now.write(scheduler.nowMs());
    stop = scheduler.after(TICK_MS, tick);
  };
  return {
    read: now.read,
    subscribe(listener) {
      const unsubscribe = now.subscribe(listener);
      listening += 1;
      if (listening === 1) stop = scheduler.after(0, tick);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        unsubscribe();
        listening -= 1;
        if (listening === 0) stop?.();
      };
    },
  };
}

import { type Observable, observable } from './observable.ts';
import type { Scheduler } from './scheduler.ts';

/** Something that is on the screen for a while and goes by itself. */
export interface Passing<T> {
  readonly shown: Observable<T>;
  /** Shows it for a while, in the place of what was shown before; nothing takes that away at once. */
  show(thing: T): void;
  stop(): void;
}

/** Shows `nothing` at first, and `forMs` after the last thing. */
export function openPassing<T>(scheduler: Scheduler, nothing: T, forMs: number): Passing<T> {
  const shown = observable(nothing);
  let cancel: () => void = () => undefined;
  return {
    shown,
    show(thing) {
      cancel();
      shown.write(thing);
      if (thing !== nothing) cancel = scheduler.after(forMs, () => shown.write(nothing));
    },
    stop: () => cancel(),
  };
}

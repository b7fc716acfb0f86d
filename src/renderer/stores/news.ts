import { type Observable, observable } from './observable.ts';
import type { Scheduler } from './scheduler.ts';

/** How long what was done is told on the screen. */
const TOLD_MS = 6_000;

/** Tells what was done, wherever the user is. */
export interface News {
  /** A sentence; empty again after a while. */
  readonly told: Observable<string>;
  tell(sentence: string): void;
  stop(): void;
}

/** Tells nothing at first. */
export function openNews(scheduler: Scheduler): News {
  const told = observable('');
  let cancel: () => void = () => undefined;
  return {
    told,
    tell(sentence) {
      cancel();
      told.write(sentence);
      cancel = scheduler.after(TOLD_MS, () => told.write(''));
    },
    stop: () => cancel(),
  };
}

import type { Observable } from './observable.ts';
import { openPassing } from './passing.ts';
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
  const { shown, show, stop } = openPassing(scheduler, '', TOLD_MS);
  return { told: shown, tell: show, stop };
}

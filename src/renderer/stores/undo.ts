import type { Observable } from './observable.ts';
import { openPassing } from './passing.ts';
import type { Scheduler } from './scheduler.ts';

/** How long what was removed can be taken back with one click. */
export const UNDO_MS = 15_000;

/** What was just removed and can be taken back. */
export interface Undo<T> {
  readonly removed: Observable<T | null>;
  /** Offers it for a while in the place of what was offered before; `null` = nothing. */
  offer(thing: T | null): void;
  stop(): void;
}

/** Offers nothing at first. */
export function openUndo<T>(scheduler: Scheduler): Undo<T> {
  const { shown, show, stop } = openPassing<T | null>(scheduler, null, UNDO_MS);
  return { removed: shown, offer: show, stop };
}

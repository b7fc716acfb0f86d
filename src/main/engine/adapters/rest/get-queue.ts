import { getDelayMs } from '#domain/quota/limits.ts';
import { elapsedMs } from '#domain/quota/moment.ts';
import type { Budgets } from '../../ports/budgets.ts';
import type { Clock } from '../../ports/clock.ts';

/** Most GETs that may wait; more are turned away. */
export const MOST_WAITING = 64;

/**
 * Lets GETs through one by one as the budget allows, in their order. A permit is spent, durably, before the turn is
 * given; after a 429 nothing goes for as long as the provider asked.
 */
export class GetQueue {
  readonly #clock: Clock;
  readonly #budgets: Budgets;
  readonly #waiting: ((isMyTurn: boolean) => void)[] = [];
  #cancelTimer: (() => void) | undefined;
  #isStopped = false;

  constructor(clock: Clock, budgets: Budgets) {
    this.#clock = clock;
    this.#budgets = budgets;
  }

  /** GETs that wait now. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves when it is this caller's turn: `true`, or `false` when the queue was stopped or is full. */
  turn(): Promise<boolean> {
    if (this.#isStopped || this.#waiting.length >= MOST_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#advance();
    });
  }

  /** The provider said "too many": nothing goes for this long. */
  block(durationMs: number): void {
    const since = this.#clock.moment();
    if (durationMs > this.#pauseLeftMs()) this.#budgets.keepPause('get', { since, waitMs: durationMs });
    this.#advance();
  }

  /** What is left of the pause that the provider asked for, in this run or an earlier one. */
  #pauseLeftMs(): number {
    const asked = this.#budgets.pause('get');
    return asked === null ? 0 : Math.max(0, asked.waitMs - elapsedMs(asked.since, this.#clock.moment()));
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve(false);
  }

  #advance(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    while (this.#waiting.length > 0) {
      const now = this.#clock.moment();
      const waitMs = Math.max(this.#pauseLeftMs(), getDelayMs(this.#budgets.spent('get'), now));
      if (waitMs > 0) {
        this.#cancelTimer = this.#clock.after(waitMs, () => this.#advance());
        return;
      }
      this.#budgets.spend('get', now);
      this.#waiting.shift()?.(true);
    }
  }
}

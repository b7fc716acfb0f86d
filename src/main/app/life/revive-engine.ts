import type { EngineLife } from '#contract/feed-status.ts';
import { Restarts } from '#domain/quota/restarts.ts';

interface RevivalNeeds {
  /** Takes sentences for the log. */
  readonly say: (text: string) => void;
  /** Starts the engine anew, as it was started last. Rejects where it fails. */
  readonly start: () => Promise<void>;
  /** The engine is down, or runs again. `retryAtMs`: when it is begun again, Unix ms; `null` while it runs. */
  readonly told: (life: EngineLife, retryAtMs: number | null) => void;
}

/**
 * Begins the engine again when it has ended by itself: soon, at most three times within ten minutes. One that ends more
 * often rests until then, or until somebody asks for it.
 */
export class EngineRevival {
  readonly #needs: RevivalNeeds;
  readonly #restarts = new Restarts();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(needs: RevivalNeeds) {
    this.#needs = needs;
  }

  /** The engine has ended by itself, or could not be started. `why`: for the log. */
  ended(why: string): void {
    if (this.#isStopped || this.#timer !== undefined) return;
    const nowMs = performance.now();
    const isSpent = this.#restarts.areSpent(nowMs);
    const waitMs = this.#restarts.waitMs(nowMs);
    const next = isSpent
      ? `it has ended too often and rests for ${Math.ceil(waitMs / 1000)} s`
      : 'it is begun again';
    this.#needs.say(`The feed engine ended unexpectedly; ${next}. ${why}`);
    this.#timer = setTimeout(() => this.#begin(), waitMs);
    this.#needs.told(isSpent ? 'resting' : 'restarting', Date.now() + waitMs);
  }

  /** The engine runs, whoever started it. */
  runs(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#needs.told('running', null);
  }

  /** Somebody wants the engine now. Nothing happens while it runs. */
  beginNow(): void {
    if (this.#timer === undefined) return;
    this.#restarts.forget();
    this.#begin();
  }

  /** From now on nothing is begun again. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#restarts.note(performance.now());
    this.#needs.start().catch((error: unknown) => this.ended(String(error)));
  }
}

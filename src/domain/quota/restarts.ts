/** So often is a thing that ended by itself begun again within the window; then it rests. */
export const MOST_RESTARTS = 3;
export const RESTARTS_WITHIN_MS = 600_000;
/** Waits before the first, the second and the third, ms: what ends at once again gets longer. */
const WAITS_MS = [500, 3_000, 15_000] as const;

/**
 * How often a thing was begun again after it had ended by itself, and how long to wait before the next time. All times
 * are of one steady clock. Unit: ms.
 */
export class Restarts {
  #atMs: number[] = [];

  /** Whether it has ended so often that somebody should look at it. */
  areSpent(nowMs: number): boolean {
    this.#atMs = this.#atMs.filter((before) => nowMs - before < RESTARTS_WITHIN_MS);
    return this.#atMs.length >= MOST_RESTARTS;
  }

  /** The wait before it is begun again: short at first; where they are spent, until the first is ten minutes old. */
  waitMs(nowMs: number): number {
    const oldest = this.areSpent(nowMs) ? this.#atMs.at(-MOST_RESTARTS) : undefined;
    return oldest === undefined ? WAITS_MS[this.#atMs.length]! : oldest + RESTARTS_WITHIN_MS - nowMs;
  }

  /** It is begun again at this time. */
  note(atMs: number): void {
    this.#atMs.push(atMs);
  }

  /** Somebody asked for it: what was before counts no more. */
  forget(): void {
    this.#atMs = [];
  }
}

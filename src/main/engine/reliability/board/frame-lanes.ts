import type { Clock } from '../../ports/clock.ts';
import type { SeededChance } from '../seeded-chance.ts';

/** Lets frames be late: within a lane they keep their order, but they overtake those of other lanes. For tests. */
export class FrameLanes {
  readonly #clock: Clock;
  readonly #chance: SeededChance;
  readonly #dueMs = new Map<string, number>();
  isCalm = false;

  constructor(clock: Clock, chance: SeededChance) {
    this.#clock = clock;
    this.#chance = chance;
  }

  clear(): void {
    this.#dueMs.clear();
  }

  /** Sends this much later at the earliest, and after all that was sent on the lane before. */
  send(lane: string, delayMs: number, run: () => void): void {
    const nowMs = this.#clock.moment().uptimeMs;
    const lateMs = this.isCalm ? 0 : this.#chance.pick([0, 0, 1, 50, 1_000]);
    const dueMs = Math.max(this.#dueMs.get(lane) ?? 0, nowMs + delayMs + lateMs);
    this.#dueMs.set(lane, dueMs);
    this.#clock.after(dueMs - nowMs, run);
  }

  /** How long until nothing is on its way, unless a little is overtaken. */
  nearlyEmptyInMs(): number {
    const overtakenMs = this.isCalm ? 0 : this.#chance.pick([0, 700, 1_500]);
    return Math.max(0, Math.max(0, ...this.#dueMs.values()) - this.#clock.moment().uptimeMs - overtakenMs);
  }
}

/**
 * A value that flickers, and what it has settled on: the latest that was stated without a break for `forMs`. For
 * alerts, which must not fire on a score that the feed takes back a second later. Holds no clock: times are ms of one
 * clock that never goes back.
 */
export class Settled<Value> {
  readonly #forMs: number;
  readonly #isSame: (left: Value, right: Value) => boolean;
  #candidate: { readonly value: Value; readonly sinceMs: number } | undefined;
  #settled: Value | undefined;

  constructor(forMs: number, isSame: (left: Value, right: Value) => boolean = Object.is) {
    this.#forMs = forMs;
    this.#isSame = isSame;
  }

  /** Notes what is stated now. A value that is stated already keeps its time. */
  note(value: Value, nowMs: number): void {
    this.at(nowMs);
    if (this.#candidate !== undefined && this.#isSame(this.#candidate.value, value)) return;
    this.#candidate = { value, sinceMs: nowMs };
  }

  /** What it has settled on by now; `undefined` while nothing has stood long enough. */
  at(nowMs: number): Value | undefined {
    const candidate = this.#candidate;
    if (candidate !== undefined && nowMs - candidate.sinceMs >= this.#forMs) this.#settled = candidate.value;
    return this.#settled;
  }

  /** How long until `at` may answer something else; `null` when only a new value can change it. Unit: ms. */
  dueInMs(nowMs: number): number | null {
    const settled = this.at(nowMs);
    const candidate = this.#candidate;
    if (candidate === undefined) return null;
    if (settled !== undefined && this.#isSame(settled, candidate.value)) return null;
    return Math.max(0, candidate.sinceMs + this.#forMs - nowMs);
  }
}

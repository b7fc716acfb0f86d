/** Folds closer together than this share a time. */
const GRAIN_MS = 10;
/** Times kept: more than ten minutes of the busiest feed. */
const MOST = 65_536;

/**
 * When each fold was, without a column for it: a selection keeps the number of the fold that stated it last, and folds
 * have a time each 10 ms. Exact to those 10 ms, never younger than it was.
 */
export class FoldTimes {
  readonly #folds = new Float64Array(MOST);
  readonly #times = new Float64Array(MOST);
  #count = 0;

  /** Notes the time of a fold; folds and times only rise. */
  note(fold: number, atMs: number): void {
    const last = (this.#count - 1) % MOST;
    if (this.#count > 0 && atMs - this.#times[last]! < GRAIN_MS) return;
    this.#folds[this.#count % MOST] = fold;
    this.#times[this.#count % MOST] = atMs;
    this.#count += 1;
  }

  /** The first fold whose time is this or later; `Infinity` where there is none. What is asked of many, asked once. */
  since(atMs: number): number {
    const first = this.#first(this.#times, atMs);
    return first === this.#count ? Number.POSITIVE_INFINITY : this.#folds[first % MOST]!;
  }

  /** The time of a fold; `null` of one that is too long ago. */
  at(fold: number): number | null {
    const last = this.#first(this.#folds, fold + 1) - 1;
    return last < this.#oldest ? null : this.#times[last % MOST]!;
  }

  get #oldest(): number {
    return Math.max(0, this.#count - MOST);
  }

  /** The first of those kept that is at least so much in a column, which rises; their count where there is none. */
  #first(column: Float64Array, least: number): number {
    let [low, high] = [this.#oldest, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (column[middle % MOST]! < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A batch leaves at once when nothing is in flight, but not sooner than this after the one before. */
const CALM_GAP_MS = 8;
/** The same in a flood: no second of it holds more than 20 batches. */
const FLOOD_GAP_MS = 55;
/** It is a flood when the feed brings more folds than this, ... */
const CALM_FOLDS_PER_MS = 3;
/** ... or more that change what the window shows, ... */
const CALM_SEEN_PER_MS = 0.35;
/** ... or when one batch held more cells than anybody can follow. */
const CALM_CELLS = 64;
/** Rates are those of about the last so many ms: a computer that stalls for a moment makes no flood. */
const MEMORY_MS = 50;

/**
 * When the next batch of a window may leave: as soon as a display can show it while little changes, and less than 20 times
 * a second in a flood. See ADR 0018.
 */
export class BatchPace {
  #sentAtMs = 0;
  #gapMs = CALM_GAP_MS;
  readonly #folds = new RecentRate();
  readonly #seen = new RecentRate();

  /** A fold was taken note of; `isSeen`: it changes what the window shows. */
  noted(isSeen: boolean): void {
    this.#folds.count += 1;
    if (isSeen) this.#seen.count += 1;
  }

  /** A batch of so many cells leaves now. */
  sent(uptimeMs: number, cells: number): void {
    const sinceMs = uptimeMs - this.#sentAtMs;
    this.#sentAtMs = uptimeMs;
    const isFlood = [
      this.#folds.after(sinceMs) > CALM_FOLDS_PER_MS,
      this.#seen.after(sinceMs) > CALM_SEEN_PER_MS,
      cells > CALM_CELLS,
    ].includes(true);
    this.#gapMs = isFlood ? FLOOD_GAP_MS : CALM_GAP_MS;
  }

  /** How long the next batch has to wait. */
  waitMs(uptimeMs: number): number {
    return Math.max(0, this.#sentAtMs + this.#gapMs - uptimeMs);
  }
}

/** How often something comes, with what is long ago forgotten. */
class RecentRate {
  /** What came since `after` was asked last. */
  count = 0;
  #perMs = 0;

  /** The rate now that so many ms have passed. Unit: per ms. */
  after(sinceMs: number): number {
    if (sinceMs > 0) {
      this.#perMs += (this.count / sinceMs - this.#perMs) * (1 - Math.exp(-sinceMs / MEMORY_MS));
      this.count = 0;
    }
    return this.#perMs;
  }
}

import type { Scheduler } from './scheduler.ts';

interface Planned {
  readonly atMs: number;
  readonly run: () => void;
}

/** A scheduler whose clock stands still until it is turned: time with `advance`, frames with `frame`. */
export class ManualScheduler implements Scheduler {
  #nowMs: number;
  readonly #timers = new Set<Planned>();
  readonly #frames = new Set<() => void>();

  constructor(startMs = 1_800_000_000_000) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  after(delayMs: number, run: () => void): () => void {
    const planned = { atMs: this.#nowMs + delayMs, run };
    this.#timers.add(planned);
    return () => {
      this.#timers.delete(planned);
    };
  }

  nextFrame(run: () => void): () => void {
    const entry = () => run();
    this.#frames.add(entry);
    return () => {
      this.#frames.delete(entry);
    };
  }

  /** How many frames and timers wait. */
  get waiting(): number {
    return this.#timers.size + this.#frames.size;
  }

  /** Moves the clock and runs every timer that is due, in order of time. */
  advance(byMs: number): void {
    const untilMs = this.#nowMs + byMs;
    for (;;) {
      const due = [...this.#timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      due.run();
    }
    this.#nowMs = untilMs;
  }

  /** Paints one frame: runs what waits for it, not what it plans for the one after. */
  frame(): void {
    const due = [...this.#frames];
    this.#frames.clear();
    for (const run of due) run();
  }
}

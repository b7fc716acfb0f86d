/** Time as the stores see it: the only place from which they get it, so that a test can turn it by hand. */
export interface Scheduler {
  /** Unix milliseconds. */
  nowMs(): number;
  /** Runs once after the delay, never at once; returns the undo. */
  after(delayMs: number, run: () => void): () => void;
  /** Runs before the next frame is painted; in a hidden page not before it is seen again. Returns the undo. */
  nextFrame(run: () => void): () => void;
}

/** The time of the page. */
export const pageScheduler: Scheduler = {
  nowMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  nextFrame(run) {
    const frame = requestAnimationFrame(run);
    return () => cancelAnimationFrame(frame);
  },
};

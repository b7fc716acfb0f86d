import type { Scheduler } from '../scheduler.ts';

/** Shortest time between two paints, for a display that is quicker than 120 Hz; how often there is news the engine decides. */
export const PAINT_GAP_MS = 8;

/**
 * Decides when to paint: with a frame, at most once per `PAINT_GAP_MS`. `paint` runs just before the frame,
 * `painted` after it is out. In a hidden page neither runs, so nothing is acknowledged there.
 */
export class PaintPace {
  readonly #scheduler: Scheduler;
  readonly #paint: () => void;
  readonly #painted: () => void;
  #paintedAtMs = Number.NEGATIVE_INFINITY;
  #cancelPaint: (() => void) | null = null;
  #cancelPainted: (() => void) | null = null;

  constructor(scheduler: Scheduler, paint: () => void, painted: () => void) {
    this.#scheduler = scheduler;
    this.#paint = paint;
    this.#painted = painted;
  }

  /** Asks for a paint; further calls before it add nothing. */
  request(): void {
    if (this.#cancelPaint) return;
    const waitMs = this.#paintedAtMs + PAINT_GAP_MS - this.#scheduler.nowMs();
    this.#cancelPaint = waitMs > 0 ? this.#scheduler.after(waitMs, () => this.#atNextFrame()) : this.#frame();
  }

  /** Calls off what is planned. */
  stop(): void {
    this.#cancelPaint?.();
    this.#cancelPainted?.();
    this.#cancelPaint = null;
    this.#cancelPainted = null;
  }

  #atNextFrame(): void {
    this.#cancelPaint = this.#frame();
  }

  #frame(): () => void {
    return this.#scheduler.nextFrame(() => {
      this.#cancelPaint = null;
      this.#paintedAtMs = this.#scheduler.nowMs();
      this.#paint();
      this.#cancelPainted?.();
      // A task of its own comes after the frame that this callback belongs to.
      this.#cancelPainted = this.#scheduler.after(0, () => {
        this.#cancelPainted = null;
        this.#painted();
      });
    });
  }
}

import type { Clock } from '../../ports/clock.ts';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/** Time as it went in a recording: both clocks show the recorded wall time, and it only goes on. */
export class ReplayClock implements Clock {
  #nowMs: number;
  readonly #timers = new Set<Timer>();

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  moment() {
    return { wallMs: this.#nowMs, uptimeMs: this.#nowMs, boot: 'recorded' };
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { dueMs: this.#nowMs + delayMs, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Goes on to a time; what was due until then runs at its own time and in its order. */
  goTo(atMs: number): void {
    for (let next = this.#nextDue(atMs); next !== undefined; next = this.#nextDue(atMs)) {
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.run();
    }
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  #nextDue(untilMs: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers)
      if (timer.dueMs <= untilMs && (next === undefined || timer.dueMs < next.dueMs)) next = timer;
    return next;
  }
}

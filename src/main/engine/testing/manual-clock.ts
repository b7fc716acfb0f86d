import type { Clock } from '../ports/clock.ts';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/** A clock that a test turns by hand. Both clocks run together until `turnWall` parts them. */
export class ManualClock implements Clock {
  #uptimeMs = 1_000_000;
  #wallAheadMs = 1_800_000_000_000;
  #boots = 1;
  #timers: Timer[] = [];

  nowMs(): number {
    return this.#uptimeMs + this.#wallAheadMs;
  }

  moment() {
    return { wallMs: this.nowMs(), uptimeMs: this.#uptimeMs, boot: `boot ${this.#boots}` };
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { dueMs: this.#uptimeMs + delayMs, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Timers that are due some time. */
  get planned(): number {
    return this.#timers.length;
  }

  /** Lets time pass; timers run at their time and in their order. */
  pass(durationMs: number): void {
    const endMs = this.#uptimeMs + durationMs;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined) break;
      this.#uptimeMs = Math.max(this.#uptimeMs, next.dueMs);
      this.#timers = this.#timers.filter((each) => each !== next);
      next.run();
    }
    this.#uptimeMs = endMs;
  }

  /** The machine starts again: what was planned is gone, and the uptime begins anew. The wall clock goes on. */
  reboot(): void {
    const upMs = 20_000;
    this.#timers = [];
    this.#wallAheadMs += this.#uptimeMs - upMs;
    this.#uptimeMs = upMs;
    this.#boots += 1;
  }

  /** Turns the wall clock, as a user or a time server does. Unit: ms, negative = back. */
  turnWall(byMs: number): void {
    this.#wallAheadMs += byMs;
  }
}

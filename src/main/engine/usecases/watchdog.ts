import { elapsedMs, type Moment } from '#domain/quota/moment.ts';
import type { Clock } from '../ports/clock.ts';

/** A socket is dead after this many ping intervals without a frame. */
const MISSED_PINGS = 3;
const MIN_SILENCE_MS = 15_000;
const MAX_SILENCE_MS = 45_000;

/**
 * Finds half-open sockets: calls `silent` once when nothing was heard for three ping intervals (15 to 45 s; 45 s
 * until the first two pings tell the interval). Hearing costs one assignment, not a timer.
 */
export class Watchdog {
  readonly #clock: Clock;
  readonly #silent: (silentMs: number) => void;
  #heardAt: Moment | undefined;
  #pingAt: Moment | undefined;
  #limitMs = MAX_SILENCE_MS;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, silent: (silentMs: number) => void) {
    this.#clock = clock;
    this.#silent = silent;
  }

  /** Starts watching a new connection. */
  start(): void {
    this.stop();
    this.#pingAt = undefined;
    this.#limitMs = MAX_SILENCE_MS;
    this.heard();
    this.#look(this.#limitMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** A frame arrived. */
  heard(): void {
    this.#heardAt = this.#clock.moment();
  }

  /** The frame was a ping: its distance to the one before is the interval. */
  heardPing(): void {
    const now = this.#clock.moment();
    if (this.#pingAt !== undefined) {
      const intervalMs = elapsedMs(this.#pingAt, now);
      this.#limitMs = Math.min(MAX_SILENCE_MS, Math.max(MIN_SILENCE_MS, MISSED_PINGS * intervalMs));
      if (this.#cancel !== undefined) {
        this.stop();
        this.#look(this.#limitMs);
      }
    }
    this.#pingAt = now;
  }

  #look(inMs: number): void {
    this.#cancel = this.#clock.after(inMs, () => {
      this.#cancel = undefined;
      const silentMs = this.#heardAt === undefined ? 0 : elapsedMs(this.#heardAt, this.#clock.moment());
      if (silentMs >= this.#limitMs) this.#silent(silentMs);
      else this.#look(Math.max(1, this.#limitMs - silentMs));
    });
  }
}

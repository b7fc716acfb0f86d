import type { Clock } from '../../ports/clock.ts';

/** A socket is dead after this many ping intervals without a frame. */
const MISSED_PINGS = 3;
const MIN_SILENCE_MS = 15_000;
const MAX_SILENCE_MS = 45_000;
/** The longest of the last intervals counts: a ping that was held up makes the next one seem early. */
const INTERVALS = 3;

/**
 * Finds half-open sockets: calls `silent` once when nothing was heard for three ping intervals (15 to 45 s; 45 s
 * until the first two pings tell the interval). Hearing costs one assignment, not a timer. A socket that has never
 * sent a ping, on any connection, may be silent for `unpingedSilenceMs`: perhaps it has no pings. Time is uptime alone:
 * a wall clock that is turned makes nothing stale.
 */
export class Watchdog {
  readonly #clock: Clock;
  readonly #silent: (silentMs: number) => void;
  #heardAtMs = 0;
  #pingAtMs: number | undefined;
  #intervalsMs: readonly number[] = [];
  #limitMs: number;
  #firstLimitMs: number;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, silent: (silentMs: number) => void, unpingedSilenceMs = MAX_SILENCE_MS) {
    this.#clock = clock;
    this.#silent = silent;
    this.#firstLimitMs = unpingedSilenceMs;
    this.#limitMs = unpingedSilenceMs;
  }

  /** Starts watching a new connection. */
  start(): void {
    this.stop();
    this.#pingAtMs = undefined;
    this.#intervalsMs = [];
    this.#limitMs = this.#firstLimitMs;
    this.heard();
    this.#look(this.#limitMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** A frame arrived. */
  heard(): void {
    this.#heardAtMs = this.#uptimeMs();
  }

  /** The frame was a ping: its distance to the one before is an interval. */
  heardPing(): void {
    const nowMs = this.#uptimeMs();
    if (this.#pingAtMs !== undefined)
      this.#intervalsMs = [...this.#intervalsMs.slice(1 - INTERVALS), nowMs - this.#pingAtMs];
    const intervalMs = this.#intervalsMs.length === 0 ? Infinity : Math.max(...this.#intervalsMs);
    const limitMs = Math.min(MAX_SILENCE_MS, Math.max(MIN_SILENCE_MS, MISSED_PINGS * intervalMs));
    this.#pingAtMs = nowMs;
    this.#firstLimitMs = MAX_SILENCE_MS;
    if (limitMs === this.#limitMs) return;
    this.#limitMs = limitMs;
    if (this.#cancel === undefined) return;
    this.stop();
    this.#look(limitMs);
  }

  #look(inMs: number): void {
    this.#cancel = this.#clock.after(inMs, () => {
      this.#cancel = undefined;
      const silentMs = this.#uptimeMs() - this.#heardAtMs;
      if (silentMs >= this.#limitMs) this.#silent(silentMs);
      else this.#look(Math.max(1, this.#limitMs - silentMs));
    });
  }

  #uptimeMs(): number {
    return this.#clock.moment().uptimeMs;
  }
}

import type { Board } from '#domain/board/board.ts';
import type { Clock } from '../../ports/clock.ts';

/** A sportsbook has stated everything when its snapshot frames have paused this long. */
export const BOOK_QUIET_MS = 2_000;
/** Sportsbooks that stated nothing are gone when all snapshot frames have paused this long. */
export const ALL_QUIET_MS = 6_000;
/** With no snapshot frame at all, what was there before is gone after this. */
export const NO_SNAPSHOT_MS = 30_000;
const LOOK_EVERY_MS = 500;

interface ResyncNeeds {
  readonly clock: Clock;
  readonly board: Board;
  /** Called after each sweep; the board's changes hold what went. */
  readonly swept: () => void;
  readonly done: () => void;
}

/**
 * Ends a reconnect cleanly although the provider marks no end of its snapshot: prices that the new connection
 * states turn live one by one; what a sportsbook has not stated by the time its snapshot pauses is swept off.
 */
export class Resync {
  readonly #needs: ResyncNeeds;
  readonly #snapshotAtMs = new Map<string, number>();
  #startedAtMs = 0;
  #lastSnapshotAtMs = 0;
  #cancel: (() => void) | undefined;

  constructor(needs: ResyncNeeds) {
    this.#needs = needs;
  }

  /** Begins with a connection's acknowledgement. */
  start(): void {
    this.cancel();
    this.#snapshotAtMs.clear();
    this.#startedAtMs = this.#needs.clock.moment().uptimeMs;
    this.#lastSnapshotAtMs = 0;
    this.#look();
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  heardSnapshot(sportsbook: string): void {
    if (this.#cancel === undefined) return;
    this.#lastSnapshotAtMs = this.#needs.clock.moment().uptimeMs;
    this.#snapshotAtMs.set(sportsbook, this.#lastSnapshotAtMs);
  }

  /** The program stops: if the snapshot has begun, take off now what it did not state. */
  finishNow(): void {
    const hasBegun = this.#cancel !== undefined && this.#lastSnapshotAtMs > 0;
    this.cancel();
    if (hasBegun) this.#sweep(null);
  }

  #look(): void {
    this.#cancel = this.#needs.clock.after(LOOK_EVERY_MS, () => {
      const nowMs = this.#needs.clock.moment().uptimeMs;
      for (const [sportsbook, atMs] of this.#snapshotAtMs) {
        if (nowMs - atMs < BOOK_QUIET_MS) continue;
        this.#snapshotAtMs.delete(sportsbook);
        this.#sweep(sportsbook);
      }
      const isQuiet =
        this.#lastSnapshotAtMs === 0
          ? nowMs - this.#startedAtMs >= NO_SNAPSHOT_MS
          : nowMs - this.#lastSnapshotAtMs >= ALL_QUIET_MS ||
            (this.#snapshotAtMs.size === 0 && !this.#needs.board.hasUnconfirmed());
      if (!isQuiet) return this.#look();
      this.#cancel = undefined;
      this.#sweep(null);
      this.#needs.done();
    });
  }

  #sweep(sportsbook: string | null): void {
    this.#needs.board.sweep(sportsbook, this.#needs.clock.nowMs());
    this.#needs.swept();
  }
}

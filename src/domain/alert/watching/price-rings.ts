import { NOT_OFFERED } from '../../odds/american.ts';

/** The prices that a selection held before a change, the oldest first, as columns. */
export interface HeldPrices {
  readonly american: readonly number[];
  /** Until when each was held, by a clock that nobody turns. Unit: ms. */
  readonly untilMs: readonly number[];
  /** Rises with each change, of whatever selection. */
  readonly sequence: readonly number[];
}

interface Ring extends HeldPrices {
  epoch: number;
  fold: number;
  readonly american: number[];
  readonly untilMs: number[];
  readonly sequence: number[];
}

/** Changes remembered a selection. */
const MOST_HELD = 256;

/**
 * The last prices of the selections that some rule asks about, and of no other: how they moved. A price of an earlier
 * connection is forgotten, so that nothing moves from a stale price.
 */
export class PriceRings {
  readonly #rings = new Map<number, Ring>();
  #keepMs = 0;
  #fold = 0;
  #sequence = 0;

  /** From now on prices are kept this long. */
  keepFor(keepMs: number): void {
    this.#keepMs = keepMs;
  }

  /** A new fold begins. */
  begin(): void {
    this.#fold += 1;
  }

  /** Selections with a ring. */
  get size(): number {
    return this.#rings.size;
  }

  /**
   * Notes a change, once a fold, and answers what the selection held before; the last one until now. `previous`: the price
   * before, `NOT_OFFERED` where there was none.
   */
  note(selection: number, previous: number, epoch: number, nowMs: number): HeldPrices {
    let ring = this.#rings.get(selection);
    if (ring === undefined || ring.epoch !== epoch) {
      ring = { epoch, fold: 0, american: [], untilMs: [], sequence: [] };
      this.#rings.set(selection, ring);
    }
    if (ring.fold === this.#fold) return ring;
    ring.fold = this.#fold;
    if (previous === NOT_OFFERED) return ring;
    this.#sequence += 1;
    ring.american.push(previous);
    ring.untilMs.push(nowMs);
    ring.sequence.push(this.#sequence);
    this.#dropOld(ring, nowMs - this.#keepMs);
    return ring;
  }

  forget(selection: number): void {
    this.#rings.delete(selection);
  }

  #dropOld({ american, untilMs, sequence }: Ring, sinceMs: number): void {
    let old = Math.max(0, untilMs.length - MOST_HELD);
    while (untilMs[old]! < sinceMs) old += 1;
    if (old === 0) return;
    for (const column of [american, untilMs, sequence]) column.splice(0, old);
  }
}

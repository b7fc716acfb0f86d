import { NOT_OFFERED } from '../../odds/american.ts';

/** A price that a selection had, until a change. Times by a clock that nobody turns. Unit: ms. */
export interface HeldPrice {
  /** Rises with each change. */
  readonly sequence: number;
  readonly american: number;
  readonly untilMs: number;
}

interface Ring {
  epoch: number;
  fold: number;
  readonly held: HeldPrice[];
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
   * Notes a change, once a fold, and answers what the selection held before, the oldest first; the last one until now.
   * `previous`: the price before, `NOT_OFFERED` where there was none.
   */
  note(selection: number, previous: number, epoch: number, nowMs: number): readonly HeldPrice[] {
    let ring = this.#rings.get(selection);
    if (ring === undefined || ring.epoch !== epoch) {
      ring = { epoch, fold: 0, held: [] };
      this.#rings.set(selection, ring);
    }
    if (ring.fold === this.#fold) return ring.held;
    ring.fold = this.#fold;
    if (previous === NOT_OFFERED) return ring.held;
    this.#sequence += 1;
    ring.held.push({ sequence: this.#sequence, american: previous, untilMs: nowMs });
    let old = ring.held.length - MOST_HELD;
    while (old < ring.held.length && (old < 0 || ring.held[old]!.untilMs < nowMs - this.#keepMs)) old += 1;
    if (old > 0) ring.held.splice(0, old);
    return ring.held;
  }

  forget(selection: number): void {
    this.#rings.delete(selection);
  }
}

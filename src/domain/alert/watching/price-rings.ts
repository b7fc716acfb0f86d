import { NOT_OFFERED } from '../../odds/american.ts';

/** Changes remembered a selection. */
const MOST_HELD = 256;
/** So many that are too old are dropped together: to drop each by itself would move the others each time. */
const DROPPED_TOGETHER = 8;
/** A price, until when it was held, and its sequence: together, for they are read together. */
const VALUES = 3;

/** The prices that a selection held before a change, the oldest first; some of them may be older than was asked for. */
export class HeldPrices {
  readonly epoch: number;
  /** The fold that was noted last. */
  fold = 0;
  readonly #values: number[] = [];

  constructor(epoch: number) {
    this.epoch = epoch;
  }

  get count(): number {
    return this.#values.length / VALUES;
  }

  american(at: number): number {
    return this.#values[at * VALUES]!;
  }

  /** Until when it was held, by a clock that nobody turns. Unit: ms. */
  untilMs(at: number): number {
    return this.#values[at * VALUES + 1]!;
  }

  /** Rises with each change, of whatever selection. */
  sequence(at: number): number {
    return this.#values[at * VALUES + 2]!;
  }

  add(american: number, untilMs: number, sequence: number): void {
    this.#values.push(american, untilMs, sequence);
  }

  dropOlder(sinceMs: number): void {
    const { count } = this;
    const isOld = count >= DROPPED_TOGETHER && this.untilMs(DROPPED_TOGETHER - 1) < sinceMs;
    if (isOld || count > MOST_HELD) this.#values.splice(0, DROPPED_TOGETHER * VALUES);
  }
}

/**
 * The last prices of the selections that some rule asks about, and of no other: how they moved. A price of an earlier
 * connection is forgotten, so that nothing moves from a stale price.
 */
export class PriceRings {
  readonly #rings = new Map<number, HeldPrices>();
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
      ring = new HeldPrices(epoch);
      this.#rings.set(selection, ring);
    }
    if (ring.fold === this.#fold) return ring;
    ring.fold = this.#fold;
    if (previous === NOT_OFFERED) return ring;
    this.#sequence += 1;
    ring.add(previous, nowMs, this.#sequence);
    ring.dropOlder(nowMs - this.#keepMs);
    return ring;
  }

  forget(selection: number): void {
    this.#rings.delete(selection);
  }
}

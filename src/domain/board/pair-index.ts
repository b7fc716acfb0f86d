const EMPTY = -1;

/**
 * Finds a value by a pair of small integers: open addressing over one typed array, about 24 bytes a pair at
 * most, no objects. Pairs are removed by shifting back, so it never fills with graves.
 */
export class PairIndex {
  #mask = 63;
  #left = new Int32Array(64).fill(EMPTY);
  #right = new Int32Array(64);
  #value = new Int32Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The value of a pair, -1 when it is not there. */
  get(left: number, right: number): number {
    for (let at = this.#home(left, right); this.#left[at] !== EMPTY; at = (at + 1) & this.#mask) {
      if (this.#left[at] === left && this.#right[at] === right) return this.#value[at]!;
    }
    return -1;
  }

  /** Adds a pair that is not there yet. Ids and values are 0 or more. */
  add(left: number, right: number, value: number): void {
    if ((this.#size + 1) * 4 > (this.#mask + 1) * 3) this.#double();
    this.#put(left, right, value);
    this.#size += 1;
  }

  /** Removes a pair; nothing happens when it is not there. */
  remove(left: number, right: number): void {
    let hole = this.#home(left, right);
    while (this.#left[hole] !== left || this.#right[hole] !== right) {
      if (this.#left[hole] === EMPTY) return;
      hole = (hole + 1) & this.#mask;
    }
    this.#size -= 1;
    for (let at = (hole + 1) & this.#mask; this.#left[at] !== EMPTY; at = (at + 1) & this.#mask) {
      const home = this.#home(this.#left[at]!, this.#right[at]!);
      // an entry may move into the hole only if its home does not lie between the hole and its place
      if (((at - home) & this.#mask) < ((at - hole) & this.#mask)) continue;
      this.#left[hole] = this.#left[at]!;
      this.#right[hole] = this.#right[at]!;
      this.#value[hole] = this.#value[at]!;
      hole = at;
    }
    this.#left[hole] = EMPTY;
  }

  #home(left: number, right: number): number {
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & this.#mask;
  }

  #put(left: number, right: number, value: number): void {
    let at = this.#home(left, right);
    while (this.#left[at] !== EMPTY) at = (at + 1) & this.#mask;
    this.#left[at] = left;
    this.#right[at] = right;
    this.#value[at] = value;
  }

  #double(): void {
    const [lefts, rights, values] = [this.#left, this.#right, this.#value];
    const capacity = (this.#mask + 1) * 2;
    this.#mask = capacity - 1;
    this.#left = new Int32Array(capacity).fill(EMPTY);
    this.#right = new Int32Array(capacity);
    this.#value = new Int32Array(capacity);
    for (let at = 0; at < lefts.length; at += 1) {
      if (lefts[at] !== EMPTY) this.#put(lefts[at]!, rights[at]!, values[at]!);
    }
  }
}

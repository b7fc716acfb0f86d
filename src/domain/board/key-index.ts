const EMPTY = -1;

/** The hash of a pair of whole numbers. */
export function pairHash(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ right;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/**
 * Finds things by a hash of their key: one whole number for each, from 0 on, in an open table that is at most half full.
 * `homeOf` answers the hash of a thing that is in it. Those that leave are closed up, so it never fills with graves.
 */
export class KeyIndex {
  #slots = new Int32Array(1024).fill(EMPTY);
  #size = 0;
  readonly #homeOf: (id: number) => number;

  constructor(homeOf: (id: number) => number) {
    this.#homeOf = homeOf;
  }

  get size(): number {
    return this.#size;
  }

  /** The slot to begin with; the one after a slot; and what is in it, -1 = no more to look at. */
  first(home: number): number {
    return home & (this.#slots.length - 1);
  }
  after(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }
  at(slot: number): number {
    return this.#slots[slot]!;
  }

  /** Adds one that is not there. */
  add(id: number): void {
    if (this.#size * 2 >= this.#slots.length) this.#double();
    this.#put(id);
    this.#size += 1;
  }

  /** Removes one that is there. */
  remove(id: number): void {
    const mask = this.#slots.length - 1;
    let hole = this.first(this.#homeOf(id));
    while (this.#slots[hole] !== id) hole = (hole + 1) & mask;
    this.#size -= 1;
    for (let at = (hole + 1) & mask; this.#slots[at] !== EMPTY; at = (at + 1) & mask) {
      const home = this.first(this.#homeOf(this.#slots[at]!));
      // an entry may move into the hole only if its home does not lie between the hole and its place
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      this.#slots[hole] = this.#slots[at]!;
      hole = at;
    }
    this.#slots[hole] = EMPTY;
  }

  #put(id: number): void {
    let at = this.first(this.#homeOf(id));
    while (this.#slots[at] !== EMPTY) at = this.after(at);
    this.#slots[at] = id;
  }

  #double(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2).fill(EMPTY);
    for (const id of before) if (id !== EMPTY) this.#put(id);
  }
}

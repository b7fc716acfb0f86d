import { LEAST_ROOM } from './columns.ts';

const EMPTY = -1;
/** No slot. */
export const NO_SLOT = -1;

/** The hash of a pair of whole numbers. */
export function pairHash(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ right;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/**
 * Finds things by a hash of their key: one whole number for each, from 0 on, in an open table that is at most half full.
 * A slot holds a thing's number and, in the bits above it, those of its hash that do not say where its home is: what has
 * another hash is passed over without a look at the thing. `hashOf` answers the hash of a thing that is in it. Those that
 * leave are closed up, so it never fills with graves.
 */
export class KeyIndex {
  #slots = new Int32Array(1024).fill(EMPTY);
  #size = 0;
  readonly #hashOf: (id: number) => number;

  constructor(hashOf: (id: number) => number) {
    this.#hashOf = hashOf;
  }

  get size(): number {
    return this.#size;
  }

  /** The slot of the first thing whose hash may be this, and of the one after a slot; `NO_SLOT` = no more. */
  first(hash: number): number {
    return this.#from(hash, hash);
  }
  after(slot: number, hash: number): number {
    return this.#from(slot + 1, hash);
  }
  /** What is in a slot that was found. */
  at(slot: number): number {
    return this.#slots[slot]! & (this.#slots.length - 1);
  }

  /** Adds one that is not there. */
  add(id: number): void {
    // below the mask: an entry is never `EMPTY`
    while (this.#size * 2 >= this.#slots.length || id >= this.#slots.length - 1) this.#double();
    this.#put(id);
    this.#size += 1;
  }

  /** Removes one that is there. */
  remove(id: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = this.#hashOf(id);
    const entry = (hash & ~mask) | id;
    let hole = hash & mask;
    while (slots[hole] !== entry) hole = (hole + 1) & mask;
    this.#size -= 1;
    for (let at = (hole + 1) & mask; slots[at] !== EMPTY; at = (at + 1) & mask) {
      const home = this.#hashOf(slots[at]! & mask) & mask;
      // an entry may move into the hole only if its home does not lie between the hole and its place
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      slots[hole] = slots[at]!;
      hole = at;
    }
    slots[hole] = EMPTY;
  }

  #from(start: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = start & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === EMPTY) return NO_SLOT;
      if (((entry ^ hash) & ~mask) === 0) return slot;
    }
  }

  #put(id: number): void {
    const mask = this.#slots.length - 1;
    const hash = this.#hashOf(id);
    let slot = hash & mask;
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.#slots[slot] = (hash & ~mask) | id;
  }

  #double(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(Math.max(2 * LEAST_ROOM, before.length * 2)).fill(EMPTY);
    for (const entry of before) if (entry !== EMPTY) this.#put(entry & (before.length - 1));
  }
}

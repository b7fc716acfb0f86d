import { grown, LEAST_ROOM, roomFor } from '../columns.ts';

/**
 * Finds ids from 1 on by a hash of what they stand for: go from `first` to `next` until 0, and look at those that bear
 * the hash. Three whole numbers an id, no objects.
 */
export class IdChains {
  #buckets = new Int32Array(1024);
  #hash = new Int32Array(1024);
  #next = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  first(hash: number): number {
    return this.#buckets[this.#bucketOf(hash)]!;
  }
  next(id: number): number {
    return this.#next[id]!;
  }
  hash(id: number): number {
    return this.#hash[id]!;
  }

  /** Adds an id that is not there. */
  add(id: number, hash: number): void {
    if (id >= this.#hash.length) {
      const capacity = roomFor(id + 1);
      this.#hash = grown(this.#hash, capacity);
      this.#next = grown(this.#next, capacity);
    }
    if (this.#size >= this.#buckets.length) this.#double();
    this.#hash[id] = hash;
    this.#link(id);
    this.#size += 1;
  }

  /** Removes an id that is there. */
  remove(id: number): void {
    this.#size -= 1;
    const bucket = this.#bucketOf(this.#hash[id]!);
    const after = this.#next[id]!;
    let at = this.#buckets[bucket]!;
    if (at === id) {
      this.#buckets[bucket] = after;
      return;
    }
    while (this.#next[at] !== id) at = this.#next[at]!;
    this.#next[at] = after;
  }

  #bucketOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#buckets.length - 1);
  }

  #link(id: number): void {
    const bucket = this.#bucketOf(this.#hash[id]!);
    this.#next[id] = this.#buckets[bucket]!;
    this.#buckets[bucket] = id;
  }

  #double(): void {
    const before = this.#buckets;
    this.#buckets = new Int32Array(Math.max(LEAST_ROOM, before.length * 2));
    for (const first of before) {
      for (let id = first; id !== 0; ) {
        const next = this.#next[id]!;
        this.#link(id);
        id = next;
      }
    }
  }
}

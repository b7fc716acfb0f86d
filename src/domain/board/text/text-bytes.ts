import { grown } from '../columns.ts';
import { ByteStore } from './byte-store.ts';
import { hashOf, plainBytes } from './plain-bytes.ts';

const NONE = 0;
/** Length of a text that has no plain bytes. */
const NOT_PLAIN = 0;
const PLAIN = 1;

/**
 * The bytes of interned texts as they stand in a frame, so that a text can be recognised before it is made a string.
 * Only texts that need no escape are here: for them equal bytes and equal texts are the same.
 */
export class TextBytes {
  readonly #store = new ByteStore();
  #buckets = new Int32Array(1024);
  #size = 0;
  #hash = new Int32Array(1024);
  #next = new Int32Array(1024);
  #isPlain = new Uint8Array(1024);

  /** Takes a text in under its id. */
  add(id: number, text: string): void {
    if (id >= this.#hash.length) this.#growTo(id);
    const plain = plainBytes(text);
    this.#isPlain[id] = plain === null ? NOT_PLAIN : PLAIN;
    if (plain === null) return;
    this.#store.put(id, plain.bytes, 0, plain.length);
    this.#hash[id] = hashOf(plain.bytes, plain.length);
    this.#size += 1;
    if (this.#size > this.#buckets.length) this.#double();
    this.#link(id);
  }

  /** Forgets a text. */
  remove(id: number): void {
    if (this.#isPlain[id] !== PLAIN) return;
    this.#store.free(id);
    this.#isPlain[id] = NOT_PLAIN;
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

  /** The id of the text that stands in the frame from `from` to `to`, by its hash; 0 when it is none of these. */
  find(hash: number, frame: DataView, from: number, to: number): number {
    for (let id = this.#buckets[this.#bucketOf(hash)]!; id !== NONE; id = this.#next[id]!) {
      if (this.#hash[id] === hash && this.#store.match(id, frame, from) === to) return id;
    }
    return NONE;
  }

  /** Bytes of a text that has plain ones. */
  lengthOf(id: number): number {
    return this.#store.lengthOf(id);
  }

  /** Where the text ends in the frame if it stands there at `from`, else -1. */
  match(id: number, frame: DataView, from: number): number {
    return this.#isPlain[id] === PLAIN ? this.#store.match(id, frame, from) : -1;
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
    this.#buckets = new Int32Array(before.length * 2);
    for (const first of before) {
      for (let id = first; id !== NONE; ) {
        const next = this.#next[id]!;
        this.#link(id);
        id = next;
      }
    }
  }

  #growTo(id: number): void {
    const capacity = Math.max(id + 1, Math.ceil(this.#hash.length * 1.5));
    this.#hash = grown(this.#hash, capacity);
    this.#next = grown(this.#next, capacity);
    this.#isPlain = grown(this.#isPlain, capacity);
  }
}

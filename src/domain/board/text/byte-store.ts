import { grown } from '../columns.ts';

/** The largest class of slots that are kept for reuse. Unit: words of 4 bytes. */
const LARGEST_CLASS = 256;
/** With fewer words to gain nothing is moved together. */
const LEAST_GAIN = 16_384;
const FREE = -1;

/**
 * Pieces of bytes by dense number, in one buffer: no object each. A freed piece's room goes to the next one of its
 * size, and when half of the buffer is free, the pieces move together. Made to be held against a frame, four bytes at a time.
 */
export class ByteStore {
  #words = new Int32Array(4096);
  #bytes = new Uint8Array(this.#words.buffer);
  #end = 0;
  #at = new Int32Array(1024);
  #length = new Int32Array(1024).fill(FREE);
  #free: number[][] = [];
  #freeWords = 0;

  /** Bytes that the store takes. */
  get heldBytes(): number {
    return this.#bytes.byteLength + this.#at.byteLength + this.#length.byteLength;
  }

  /** Puts a copy of some bytes under a number that is not in use. */
  put(id: number, source: Uint8Array, from: number, to: number): void {
    const length = to - from;
    const words = wordsOf(length);
    const at = this.#take(words);
    this.#bytes.set(source.subarray(from, to), at << 2);
    if (id >= this.#at.length) this.#growTo(id);
    this.#at[id] = at;
    this.#length[id] = length;
  }

  /** Lets go of a piece; its number may be put again. */
  free(id: number): void {
    const words = wordsOf(this.#length[id]!);
    this.#length[id] = FREE;
    this.#freeWords += words;
    if (words > LARGEST_CLASS) return;
    this.#free[words] ??= [];
    this.#free[words].push(this.#at[id]!);
  }

  /** Length of a piece. Unit: bytes. */
  lengthOf(id: number): number {
    return this.#length[id]!;
  }

  /** Where the piece ends in the frame if it stands there at `from`, else -1. */
  match(id: number, frame: DataView, from: number): number {
    const length = this.#length[id]!;
    const end = from + length;
    if (end > frame.byteLength) return -1;
    const words = this.#words;
    const whole = end - 3;
    let word = this.#at[id]!;
    let at = from;
    for (; at < whole; at += 4, word += 1) if (frame.getInt32(at, true) !== words[word]) return -1;
    for (let byte = word << 2; at < end; at += 1, byte += 1)
      if (frame.getUint8(at) !== this.#bytes[byte]) return -1;
    return end;
  }

  #take(words: number): number {
    const reused = words <= LARGEST_CLASS ? this.#free[words]?.pop() : undefined;
    if (reused !== undefined) {
      this.#freeWords -= words;
      return reused;
    }
    if (this.#end + words > this.#words.length && this.#freeWords > Math.max(LEAST_GAIN, this.#end / 2))
      this.#moveTogether();
    const at = this.#end;
    this.#end += words;
    if (this.#end > this.#words.length) {
      this.#words = grown(this.#words, Math.max(this.#end, Math.ceil(this.#words.length * 1.5)));
      this.#bytes = new Uint8Array(this.#words.buffer);
    }
    return at;
  }

  #moveTogether(): void {
    const from = this.#words;
    this.#words = new Int32Array(Math.ceil((this.#end - this.#freeWords) * 1.5));
    this.#bytes = new Uint8Array(this.#words.buffer);
    this.#free = [];
    this.#freeWords = 0;
    this.#end = 0;
    for (let id = 0; id < this.#at.length; id += 1) {
      if (this.#length[id] === FREE) continue;
      const at = this.#at[id]!;
      const words = wordsOf(this.#length[id]!);
      this.#words.set(from.subarray(at, at + words), this.#end);
      this.#at[id] = this.#end;
      this.#end += words;
    }
  }

  #growTo(id: number): void {
    const known = this.#at.length;
    const capacity = Math.max(id + 1, Math.ceil(known * 1.5));
    this.#at = grown(this.#at, capacity);
    this.#length = grown(this.#length, capacity).fill(FREE, known);
  }
}

function wordsOf(bytes: number): number {
  return (bytes + 3) >> 2;
}

import { grown, roomFor } from '../columns.ts';

/** The largest class of slots that are kept for reuse. Unit: words of 4 bytes. */
const LARGEST_CLASS = 256;
/** With fewer words to gain nothing is moved together. */
const LEAST_GAIN = 16_384;
const FREE = -1;

/** A chunk holds so many words; a longer piece has one for itself. */
const CHUNK_BITS = 14;
const CHUNK_WORDS = 1 << CHUNK_BITS;
/** How a place is told from a span: the chunk's number above these bits, the word in it below. */
export const PIECE_PLACE = { chunkBits: CHUNK_BITS, mask: CHUNK_WORDS - 1 } as const;

/**
 * Pieces of bytes by dense number, in chunks: no object each, and nothing is copied when it grows. A freed piece's room
 * goes to the next one of its size, and when half of the room is free, the pieces move together.
 */
export class ByteStore {
  #chunks: DataView[] = [];
  /** By number, the place in words, counted through all chunks, and the length in bytes, side by side. */
  #spans = new Int32Array(2048).fill(FREE);
  /** Where the last chunk is free. */
  #end = 0;
  #endOfChunk = 0;
  #free: number[][] = [];
  #freeWords = 0;
  #usedWords = 0;

  /** Bytes that the store takes. */
  get heldBytes(): number {
    return this.#chunks.reduce((sum, { byteLength }) => sum + byteLength, this.#spans.byteLength);
  }

  /** What all pieces stand in, and by number twice their place in there (see `PIECE_PLACE`), below 0 = no piece: for a loop
   * that reads many. They hold until the next `open` or `put`. */
  get chunks(): readonly DataView[] {
    return this.#chunks;
  }
  get spans(): Int32Array {
    return this.#spans;
  }

  has(id: number): boolean {
    return id * 2 < this.#spans.length && this.#spans[id * 2] !== FREE;
  }
  /** What the piece stands in; holds until the next `open` or `put`. */
  viewOf(id: number): DataView {
    return this.#chunks[this.#spans[id * 2]! >> CHUNK_BITS]!;
  }
  /** Where in there the piece begins. Unit: bytes. */
  placeOf(id: number): number {
    return (this.#spans[id * 2]! & (CHUNK_WORDS - 1)) * 4;
  }
  /** Length of a piece. Unit: bytes. */
  lengthOf(id: number): number {
    return this.#spans[id * 2 + 1]!;
  }

  /** Puts a copy of some bytes under a number that is not in use. */
  put(id: number, source: DataView, from: number, to: number): void {
    this.open(id, to - from);
    copyBytes(source, from, to, this.viewOf(id), this.placeOf(id));
  }

  /** Makes room for a piece under a number that is not in use, to be written where it then stands. */
  open(id: number, length: number): void {
    const at = this.#take(wordsOf(length));
    if (id * 2 >= this.#spans.length) this.#growTo(id);
    this.#spans[id * 2] = at;
    this.#spans[id * 2 + 1] = length;
  }

  /** Lets go of a piece; its number may be put again. */
  free(id: number): void {
    const at = this.#spans[id * 2]!;
    const words = wordsOf(this.#spans[id * 2 + 1]!);
    this.#spans[id * 2] = FREE;
    this.#freeWords += words;
    if (words > LARGEST_CLASS) return;
    this.#free[words] ??= [];
    this.#free[words].push(at);
  }

  /** Where the piece ends in a frame if it stands there at `from`, else -1. `frameEnd`: where the frame ends. */
  match(id: number, frame: DataView, from: number, frameEnd: number): number {
    const length = this.#spans[id * 2 + 1]!;
    const end = from + length;
    if (end > frameEnd) return -1;
    return isSame(this.viewOf(id), this.placeOf(id), frame, from, length) ? end : -1;
  }

  /** Whether the piece is these bytes. */
  is(id: number, bytes: DataView, from: number, to: number): boolean {
    const length = this.#spans[id * 2 + 1]!;
    return length === to - from && isSame(this.viewOf(id), this.placeOf(id), bytes, from, length);
  }

  #take(words: number): number {
    const reused = words <= LARGEST_CLASS ? this.#free[words]?.pop() : undefined;
    if (reused !== undefined) {
      this.#freeWords -= words;
      return reused;
    }
    if (this.#end + words > this.#endOfChunk) {
      if (this.#freeWords > Math.max(LEAST_GAIN, this.#usedWords / 2)) this.#moveTogether();
      if (this.#end + words > this.#endOfChunk) this.#addChunk(words);
    }
    const at = this.#end;
    this.#end += words;
    this.#usedWords += words;
    return at;
  }

  #addChunk(words: number): void {
    this.#end = this.#chunks.length * CHUNK_WORDS;
    this.#endOfChunk = this.#end + Math.max(CHUNK_WORDS, words);
    this.#chunks.push(new DataView(new ArrayBuffer(Math.max(CHUNK_WORDS, words) * 4)));
  }

  #moveTogether(): void {
    const from = this.#chunks;
    this.#chunks = [];
    this.#free = [];
    this.#freeWords = 0;
    this.#usedWords = 0;
    this.#end = 0;
    this.#endOfChunk = 0;
    for (let span = 0; span < this.#spans.length; span += 2) {
      const at = this.#spans[span]!;
      if (at === FREE) continue;
      const length = this.#spans[span + 1]!;
      const place = (at & (CHUNK_WORDS - 1)) * 4;
      this.#spans[span] = this.#take(wordsOf(length));
      const id = span >> 1;
      copyBytes(from[at >> CHUNK_BITS]!, place, place + length, this.viewOf(id), this.placeOf(id));
    }
  }

  #growTo(id: number): void {
    const known = this.#spans.length;
    this.#spans = grown(this.#spans, 2 * roomFor(id + 1)).fill(FREE, known);
  }
}

/**
 * Whether the same bytes stand in both places, which lie inside both views. Eight bytes are held against eight as one
 * floating-point number, which is exact for JSON: only bytes with seven zeros among eight could pass for others (as +0
 * and -0), and such never stand in it; nor do, in UTF-8, bytes that are no number, which would be like nothing. Last steps
 * overlap, so that nothing is done byte by byte; and there are few of them, for where a loop ends the processor guesses
 * wrong.
 */
export function isSame(left: DataView, at: number, right: DataView, from: number, length: number): boolean {
  if (length < 16) return isSameShort(left, at, right, from, length);
  const last = at + length - 16;
  const shift = from - at;
  const before = last - 16 < at ? at : last - 16;
  for (let place = at; place < before; place += 32) {
    const other = place + shift;
    if (!isSame16(left, place, right, other) || !isSame16(left, place + 16, right, other + 16)) return false;
  }
  return isSame16(left, before, right, before + shift) && isSame16(left, last, right, last + shift);
}

function isSame16(left: DataView, at: number, right: DataView, from: number): boolean {
  return (
    left.getFloat64(at, true) === right.getFloat64(from, true) &&
    left.getFloat64(at + 8, true) === right.getFloat64(from + 8, true)
  );
}

/**
 * Copies bytes, eight at a time as `isSame` compares them: for pieces so short that a call into the engine would take longer.
 */
export function copyBytes(source: DataView, from: number, to: number, target: DataView, place: number): void {
  const shift = place - from;
  const last = to - 8;
  if (last < from) return copyShort(source, from, to, target, place);
  for (let at = from; at < last; at += 8) target.setFloat64(at + shift, source.getFloat64(at, true), true);
  target.setFloat64(last + shift, source.getFloat64(last, true), true);
}

function copyShort(source: DataView, from: number, to: number, target: DataView, place: number): void {
  const last = to - 4;
  if (last < from) {
    for (let at = from; at < to; at += 1) target.setUint8(place + at - from, source.getUint8(at));
    return;
  }
  target.setInt32(place, source.getInt32(from, true), true);
  target.setInt32(place + last - from, source.getInt32(last, true), true);
}

function isSameShort(left: DataView, at: number, right: DataView, from: number, length: number): boolean {
  if (length >= 8) {
    const rest = length - 8;
    return (
      left.getFloat64(at, true) === right.getFloat64(from, true) &&
      left.getFloat64(at + rest, true) === right.getFloat64(from + rest, true)
    );
  }
  if (length < 4) {
    for (let n = 0; n < length; n += 1) if (left.getUint8(at + n) !== right.getUint8(from + n)) return false;
    return true;
  }
  const rest = length - 4;
  return (
    left.getInt32(at, true) === right.getInt32(from, true) &&
    left.getInt32(at + rest, true) === right.getInt32(from + rest, true)
  );
}

/** An empty piece takes a word as well, so that it stands in a chunk. */
function wordsOf(bytes: number): number {
  return bytes === 0 ? 1 : (bytes + 3) >> 2;
}

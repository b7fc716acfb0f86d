import { grown } from '#domain/board/columns.ts';
import type { Selections } from '#domain/board/selections.ts';
import { ByteStore } from '#domain/board/text/byte-store.ts';
import { HASH_START, mixed } from '#domain/board/text/plain-bytes.ts';

/** When the suffixes take more than this, they are forgotten and learned anew. */
const MOST_BYTES = 64 * 1024 * 1024;
const [ZERO, MOST_DIGITS, NOWHERE, NO_PIECE] = [0x30, 15, -1, 0];

/**
 * What follows the price of an outcome, as it was found to say what is known of its selection: the bytes up to the number
 * in its link, and those behind it. Outcomes at many sportsbooks share them, so each is kept once. They hold for as long
 * as the selection's texts do.
 */
export class Suffixes {
  readonly #selections: Selections;
  #pieces = new ByteStore();
  readonly #known = new Map<number, number>();
  #next = NO_PIECE + 1;
  #front = new Int32Array(1024);
  #rest = new Int32Array(1024);

  constructor(selections: Selections) {
    this.#selections = selections;
  }

  /** Where the outcome ends whose price ends at `from`, if it is written as the selection's was; else -1. */
  match(selection: number, frame: DataView, from: number): number {
    let at = this.#pieces.match(this.#front[selection]!, frame, from);
    const rest = this.#rest[selection]!;
    if (at === NOWHERE || rest === NO_PIECE) return at;
    const digits = at;
    let number = 0;
    for (; at < frame.byteLength; at += 1) {
      const digit = frame.getUint8(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    if (at === digits || at - digits > MOST_DIGITS || frame.getUint8(digits) === ZERO) return NOWHERE;
    return number === this.#selections.linkNumber(selection) ? this.#pieces.match(rest, frame, at) : NOWHERE;
  }

  /** Remembers how an outcome is written from its price's end to its own; `link`: where its link begins, -1 = it has none. */
  learn(selection: number, frame: Buffer, from: number, to: number, link: number): void {
    if (this.#pieces.heldBytes > MOST_BYTES) this.#forget();
    if (selection >= this.#front.length) this.#growTo(selection);
    const number = this.#selections.linkNumber(selection);
    if (link === NOWHERE || number === NOWHERE) {
      this.#front[selection] = this.#put(frame, from, to);
      this.#rest[selection] = NO_PIECE;
    } else {
      const digits = link + this.#selections.linkHeadBytes(selection);
      this.#front[selection] = this.#put(frame, from, digits);
      this.#rest[selection] = this.#put(frame, digits + String(number).length, to);
    }
    this.#selections.mark(selection);
  }

  #put(frame: Buffer, from: number, to: number): number {
    let hash = HASH_START;
    for (let at = from; at < to; at += 1) hash = mixed(hash, frame[at]!);
    const known = this.#known.get(hash);
    if (known !== undefined && this.#isPiece(known, frame, from, to)) return known;
    const id = this.#next++;
    this.#pieces.put(id, frame, from, to);
    this.#known.set(hash, id);
    return id;
  }

  #isPiece(id: number, frame: Buffer, from: number, to: number): boolean {
    const view = new DataView(frame.buffer, frame.byteOffset, to);
    return this.#pieces.match(id, view, from) === to;
  }

  #forget(): void {
    this.#selections.unmarkAll();
    this.#pieces = new ByteStore();
    this.#known.clear();
    this.#next = NO_PIECE + 1;
  }

  #growTo(selection: number): void {
    const capacity = Math.max(selection + 1, Math.ceil(this.#front.length * 1.5));
    this.#front = grown(this.#front, capacity);
    this.#rest = grown(this.#rest, capacity);
  }
}

import { grown } from '../columns.ts';
import type { SplitLink } from '../messages.ts';
import { NO_TEXT, type Texts } from '../texts.ts';

const NO_NUMBER = -1;
const MOST_DIGITS = 15;
const ZERO = 0x30;

/**
 * Deep links by selection number. The links of a game at a sportsbook differ in one number, so a link is the text
 * before its last number, the number, and the text after it: 16 bytes, where the texts are shared.
 */
export class Links {
  readonly #texts: Texts;
  #head = new Int32Array(1024);
  #number = new Float64Array(1024);
  #tail = new Int32Array(1024);

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  at(selection: number): string | null {
    const head = this.#texts.at(this.#head[selection]!);
    if (head === null) return null;
    const number = this.#number[selection]!;
    return number === NO_NUMBER ? head : head + number + (this.#texts.at(this.#tail[selection]!) ?? '');
  }

  /** Sets the link of a selection that has none. */
  set(selection: number, link: string | null): void {
    if (selection >= this.#head.length) this.#growTo(selection);
    const run = link === null ? null : splitLink(link);
    if (run !== null) return this.setSplit(selection, run);
    this.#head[selection] = this.#texts.hold(link);
    this.#number[selection] = NO_NUMBER;
    this.#tail[selection] = NO_TEXT;
  }

  /** Sets the link of a selection that has none, taken apart. */
  setSplit(selection: number, { head, number, tail }: SplitLink): void {
    if (selection >= this.#head.length) this.#growTo(selection);
    this.#head[selection] = this.#texts.hold(head);
    this.#number[selection] = number;
    this.#tail[selection] = this.#texts.hold(tail);
  }

  /** Lets go of the link of a selection. */
  clear(selection: number): void {
    this.#texts.release(this.#head[selection]!);
    this.#texts.release(this.#tail[selection]!);
    this.#head[selection] = NO_TEXT;
    this.#tail[selection] = NO_TEXT;
    this.#number[selection] = NO_NUMBER;
  }

  /** Takes over a link. Says whether it is another one. */
  replace(selection: number, link: string | null): boolean {
    if (this.#is(selection, link)) return false;
    this.clear(selection);
    this.set(selection, link);
    return true;
  }

  /** The number in the link, -1 where it has none that can be told. */
  number(selection: number): number {
    return this.#number[selection]!;
  }

  /** Bytes of the link before its number. */
  headBytes(selection: number): number {
    return this.#texts.bytes.lengthOf(this.#head[selection]!);
  }

  /** Whether the selection has a link. */
  has(selection: number): boolean {
    return this.#head[selection] !== NO_TEXT;
  }

  /** Whether this is the selection's link; found out without putting it together. */
  #is(selection: number, link: string | null): boolean {
    const head = this.#texts.at(this.#head[selection]!);
    const number = this.#number[selection]!;
    if (head === null || link === null || number === NO_NUMBER) return head === link;
    if (!link.startsWith(head)) return false;
    let at = head.length;
    let read = 0;
    if (link.charCodeAt(at) === ZERO) return false;
    for (; isDigit(link.charCodeAt(at)); at += 1) read = read * 10 + link.charCodeAt(at) - ZERO;
    const tail = this.#texts.at(this.#tail[selection]!) ?? '';
    return read === number && link.length === at + tail.length && link.endsWith(tail);
  }

  /** Where the link ends in the frame (before the quote) if it stands there at `from`, else -1. */
  match(selection: number, frame: DataView, from: number): number {
    let at = this.#texts.bytes.match(this.#head[selection]!, frame, from);
    const number = this.#number[selection]!;
    if (at === -1 || number === NO_NUMBER) return at;
    const digits = at;
    let read = 0;
    let digit = at < frame.byteLength ? frame.getUint8(at) - ZERO : 0;
    if (digit === 0) return -1;
    while (digit >= 0 && digit <= 9) {
      read = read * 10 + digit;
      at += 1;
      if (at >= frame.byteLength || at - digits > MOST_DIGITS) return -1;
      digit = frame.getUint8(at) - ZERO;
    }
    if (read !== number) return -1;
    return this.#texts.bytes.match(this.#tail[selection]!, frame, at);
  }

  #growTo(selection: number): void {
    const capacity = Math.max(selection + 1, Math.ceil(this.#head.length * 1.5));
    this.#head = grown(this.#head, capacity);
    this.#number = grown(this.#number, capacity);
    this.#tail = grown(this.#tail, capacity);
  }
}

/** A link put together again. */
export function joinedLink({ head, number, tail }: SplitLink): string {
  return head + number + tail;
}

/** Takes a link apart at its last number; `null` where that can't be told exactly from its digits. */
export function splitLink(link: string): SplitLink | null {
  let to = link.length;
  while (to > 0 && !isDigit(link.charCodeAt(to - 1))) to -= 1;
  let from = to;
  while (from > 0 && isDigit(link.charCodeAt(from - 1))) from -= 1;
  const digits = to - from;
  if (digits === 0 || digits > MOST_DIGITS || link.charCodeAt(from) === ZERO) return null;
  return { head: link.slice(0, from), number: Number(link.slice(from, to)), tail: link.slice(to) };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

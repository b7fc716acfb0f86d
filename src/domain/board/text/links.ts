import { grown } from '../columns.ts';
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
    const run = link === null ? null : lastNumber(link);
    if (link === null || run === null) {
      this.#head[selection] = this.#texts.hold(link);
      this.#number[selection] = NO_NUMBER;
      this.#tail[selection] = NO_TEXT;
      return;
    }
    this.#head[selection] = this.#texts.hold(link.slice(0, run.from));
    this.#number[selection] = Number(link.slice(run.from, run.to));
    this.#tail[selection] = this.#texts.hold(link.slice(run.to));
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
    if (this.at(selection) === link) return false;
    this.clear(selection);
    this.set(selection, link);
    return true;
  }

  /** Whether the selection has a link. */
  has(selection: number): boolean {
    return this.#head[selection] !== NO_TEXT;
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

/** The last number in a link, where it can be told exactly from its digits. */
function lastNumber(link: string): { readonly from: number; readonly to: number } | null {
  let to = link.length;
  while (to > 0 && !isDigit(link.charCodeAt(to - 1))) to -= 1;
  let from = to;
  while (from > 0 && isDigit(link.charCodeAt(from - 1))) from -= 1;
  const digits = to - from;
  return digits === 0 || digits > MOST_DIGITS || link.charCodeAt(from) === ZERO ? null : { from, to };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

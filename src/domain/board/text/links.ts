import { Digits, digitAt, digitCount, digitsText, MOST_DIGITS } from './digits.ts';
import { NO_TEXT, type Texts } from './texts.ts';

/** The form of no link. */
export const NO_LINK = NO_TEXT;
/** Stands in a form where the number stood; a link that has one itself is not taken apart. */
export const NUMBER_MARK = 0;
const ZERO = 0x30;
const MARK = String.fromCharCode(NUMBER_MARK);

/**
 * Deep links. Those of a game at a sportsbook differ in one number, so a link is a form, which is a text with a mark in the
 * place of its last number, and the digits of that number: 12 bytes. Without digits the form is the whole link.
 */
export class Links {
  /** The digits of the link that was taken last. */
  readonly digits = new Digits();
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The link in words. */
  at(form: number, low: number, high: number): string | null {
    const text = this.#texts.at(form);
    return text === null || digitCount(high) === 0 ? text : text.replace(MARK, digitsText(low, high));
  }

  /** Whether this is the link in words; found out without putting it together or taking the other apart. */
  says(form: number, low: number, high: number, link: string | null): boolean {
    const text = this.#texts.at(form);
    const count = digitCount(high);
    if (text === null || link === null || count === 0) return text === link;
    if (text !== this.#form) {
      const mark = text.indexOf(MARK);
      this.#form = text;
      this.#head = text.slice(0, mark);
      this.#tail = text.slice(mark + 1);
    }
    const from = this.#head.length;
    if (link.length !== from + count + this.#tail.length) return false;
    if (!link.startsWith(this.#head) || !link.endsWith(this.#tail)) return false;
    for (let at = 0; at < count; at += 1)
      if (link.charCodeAt(from + at) !== ZERO + digitAt(low, high, at)) return false;
    return true;
  }

  /** The form that was looked at last, and its parts: links of a game have one. */
  #form = MARK;
  #head = '';
  #tail = '';

  /** Holds the form of a link once; its number is in `digits`. */
  take(link: string | null): number {
    this.digits.clear();
    if (link === null) return NO_LINK;
    let to = link.length;
    while (to > 0 && !isDigit(link.charCodeAt(to - 1))) to -= 1;
    let from = to;
    while (from > 0 && isDigit(link.charCodeAt(from - 1))) from -= 1;
    if (from === to || to - from > MOST_DIGITS || link.includes(MARK)) return this.#texts.hold(link);
    for (let at = from; at < to; at += 1) this.digits.add(link.charCodeAt(at) & 15);
    return this.#texts.hold(link.slice(0, from) + MARK + link.slice(to));
  }

  hold(form: number): number {
    return this.#texts.holdAgain(form);
  }
  release(form: number): void {
    this.#texts.release(form);
  }
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

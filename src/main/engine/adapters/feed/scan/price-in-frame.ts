import { NOT_OFFERED, parseAmerican } from '#domain/odds/american.ts';
import { BACKSLASH, byteAt, isNull, MINUS, NOWHERE, PLUS, QUOTE, TextInFrame, ZERO } from './json-bytes.ts';

/** Digits of a price that is read here; a longer one is no price. */
const MOST_DIGITS = 7;
const N = 0x6e;
/** How a sportsbook that writes U+2212 for minus has it in its JSON (`\u2212`), read as two numbers. */
const ESCAPED_MINUS = { front: 0x3232755c, back: 0x3231, bytes: 6 };

/** Reads prices from a frame: text, number or null. What no sportsbook quotes is left to the parser, which counts it. */
export class PriceInFrame {
  american = NOT_OFFERED;
  readonly #text = new TextInFrame();

  /** Reads a price. Answers where it ends. */
  read(frame: Buffer, view: DataView, from: number): number {
    const end = frame.length;
    const first = byteAt(view, from, end);
    if (first === QUOTE) return this.#readText(frame, view, from + 1);
    if (first === N) {
      this.american = NOT_OFFERED;
      return isNull(view, from, end) ? from + 4 : NOWHERE;
    }
    const digits = first === MINUS ? from + 1 : from;
    // a number in JSON has no zero in front; a price of zero is none
    return byteAt(view, digits, end) === ZERO
      ? NOWHERE
      : this.#readDigits(view, digits, end, first === MINUS);
  }

  #readText(frame: Buffer, view: DataView, from: number): number {
    const frameEnd = frame.length;
    const first = byteAt(view, from, frameEnd);
    const isEscape = first === BACKSLASH && isEscapedMinus(view, from, frameEnd);
    const isSigned = first === MINUS || first === PLUS;
    const digits = isEscape ? from + ESCAPED_MINUS.bytes : isSigned ? from + 1 : from;
    const end = this.#readDigits(view, digits, frameEnd, isEscape || first === MINUS);
    if (end !== NOWHERE && byteAt(view, end, frameEnd) === QUOTE) return end + 1;
    if (!this.#text.read(view, from, frameEnd) || !this.#text.isPlain) return NOWHERE;
    const price = parseAmerican(frame.toString('latin1', from, this.#text.to));
    if (!price.ok) return NOWHERE;
    this.american = price.american ?? NOT_OFFERED;
    return this.#text.to + 1;
  }

  /** Reads digits that make a price. */
  #readDigits(view: DataView, from: number, end: number, isNegative: boolean): number {
    const limit = Math.min(end, from + MOST_DIGITS + 1);
    let value = 0;
    let at = from;
    for (; at < limit; at += 1) {
      const digit = view.getUint8(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (value < 100 || at === limit) return NOWHERE;
    this.american = isNegative ? -value : value;
    return at;
  }
}

function isEscapedMinus(view: DataView, from: number, end: number): boolean {
  return (
    from + ESCAPED_MINUS.bytes <= end &&
    view.getInt32(from, true) === ESCAPED_MINUS.front &&
    view.getUint16(from + 4, true) === ESCAPED_MINUS.back
  );
}

import { HASH_START, mixed } from '#domain/board/text/encoded-text.ts';

export const [QUOTE, COMMA, COLON, OPEN, CLOSE] = [0x22, 0x2c, 0x3a, 0x7b, 0x7d];
export const [MINUS, PLUS, ZERO, BACKSLASH] = [0x2d, 0x2b, 0x30, 0x5c];
const SPACE = 0x20;
const POINT = 0x2e;
/** Digits before the point of a plain number, and behind it: far from those that a number rounds away. */
const MOST_PLAIN_DIGITS = 6;
/** `null`, read as one number. */
const NULL_WORD = 0x6c6c756e;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
/** No place in a frame: what stood there was not what was expected. */
export const NOWHERE = -1;

/** What is between two tokens is skipped. Here and below `end` is where the frame ends: to ask its view for it costs a call. */
export function skipSpace(frame: DataView, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = frame.getUint8(at);
    if (byte > SPACE || (byte !== SPACE && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) break;
    at += 1;
  }
  return at;
}

/** The byte at a place, 0 past the end: no JSON has it. */
export function byteAt(frame: DataView, at: number, end: number): number {
  return at < end ? frame.getUint8(at) : 0;
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

export function isNull(frame: DataView, at: number, end: number): boolean {
  return at + 4 <= end && frame.getInt32(at, true) === NULL_WORD;
}

/** Past the number that begins here, if it is one. */
export function numberEnd(frame: Buffer, from: number): number {
  let at = from;
  while (at < frame.length && isOfNumber(frame[at]!)) at += 1;
  return NUMBER.test(frame.toString('latin1', from, at)) ? at : NOWHERE;
}

/** Past the number that begins here, if it is written as JavaScript would write it: `221.5`, `-3`, not `3.50`. */
export function plainNumberEnd(view: DataView, from: number, end: number): number {
  const first = byteAt(view, from, end) === MINUS ? from + 1 : from;
  const point = digitsEnd(view, first, end);
  if (point === first || point - first > MOST_PLAIN_DIGITS) return NOWHERE;
  const isZero = byteAt(view, first, end) === ZERO;
  if (isZero && point - first > 1) return NOWHERE;
  const behind = byteAt(view, point, end);
  if (behind !== POINT) return isOfNumber(behind) || (isZero && first > from) ? NOWHERE : point;
  const to = digitsEnd(view, point + 1, end);
  const isShortest = to > point + 1 && to - point <= MOST_PLAIN_DIGITS && byteAt(view, to - 1, end) !== ZERO;
  return isShortest && !isOfNumber(byteAt(view, to, end)) ? to : NOWHERE;
}

function digitsEnd(view: DataView, from: number, end: number): number {
  let at = from;
  while (isDigit(byteAt(view, at, end))) at += 1;
  return at;
}

function isOfNumber(byte: number): boolean {
  return isDigit(byte) || byte === MINUS || byte === PLUS || byte === POINT || byte === 0x45 || byte === 0x65;
}

/** A text as it stands in a frame. */
export class TextInFrame {
  from = 0;
  /** Its closing quote. */
  to = 0;
  /** Of a plain one the hash of its bytes: it is ASCII without an escape, so that its bytes are all there is to it. */
  hash = 0;
  isPlain = false;

  /** Reads the text behind the quote before `from`, four bytes at a time. Says whether it was one. */
  read(frame: DataView, from: number, end: number): boolean {
    const last = end - 4;
    let hash = HASH_START;
    this.from = from;
    for (let at = from; at <= last; at += 4) {
      const word = frame.getInt32(at, true);
      const special = specialBytes(word);
      if (special === 0) {
        hash = mixed(hash, word);
        continue;
      }
      const bits = firstSpecial(special);
      if (((word >>> bits) & 0xff) !== QUOTE) return this.#readOn(frame, at + (bits >>> 3), end);
      this.hash = bits > 0 ? mixed(hash, word & ((1 << bits) - 1)) : hash;
      this.to = at + (bits >>> 3);
      this.isPlain = true;
      return true;
    }
    return false;
  }

  /** Finds the closing quote of a text that is not plain. Whether it is well written is for who makes a string of it. */
  #readOn(frame: DataView, from: number, end: number): boolean {
    this.isPlain = false;
    for (let at = from; at < end; at += 1) {
      const byte = frame.getUint8(at);
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) {
        this.to = at;
        return true;
      }
    }
    return false;
  }
}

/** What a text says, `null` = it is not well written. */
export function textIn(frame: Buffer, { from, to, isPlain }: TextInFrame): string | null {
  if (isPlain) return frame.toString('latin1', from, to);
  try {
    return JSON.parse(frame.toString('utf8', from - 1, to + 1)) as string;
  } catch {
    return null;
  }
}

/** Where the first byte stands that needs an escape or is no ASCII, else `to`. */
export function plainEnd(view: DataView, from: number, to: number): number {
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const special = specialBytes(view.getInt32(at, true));
    if (special !== 0) return at + (firstSpecial(special) >>> 3);
  }
  while (at < to && specialBytes(view.getUint8(at) | 0x20202000) === 0) at += 1;
  return at;
}

/** Marks in the high bits of four bytes which are a quote, a backslash, below a space or no ASCII; the lowest mark is exact. */
function specialBytes(word: number): number {
  const quote = word ^ 0x22222222;
  const backslash = word ^ 0x5c5c5c5c;
  return ((quote - 0x01010101) | (backslash - 0x01010101) | (word - 0x20202020) | word) & 0x80808080;
}

/** Bits below the first byte that is marked. */
function firstSpecial(special: number): number {
  return 24 - (Math.clz32(special & -special) & 24);
}

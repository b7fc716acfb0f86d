import type { SplitLink } from '#domain/board/messages.ts';
import { splitLink } from '#domain/board/text/links.ts';

const [QUOTE, ZERO] = [0x22, 0x30];
const MOST_DIGITS = 15;
const NOWHERE = -1;

/**
 * The links of one frame, which mostly differ in one number: a link is held against the one before it, and only the
 * first has to be read.
 */
export class FrameLinks {
  #from = NOWHERE;
  #tailFrom = 0;
  #tailBytes = 0;
  #headBytes = 0;
  #words: SplitLink | null = null;
  #number = 0;

  /** A frame begins. */
  begin(): void {
    this.#from = NOWHERE;
  }

  /** Notes a link that was read. */
  note(from: number, to: number, link: string): void {
    const words = to - from === link.length ? splitLink(link) : null;
    if (words === null) return;
    this.#words = words;
    this.#from = from;
    this.#headBytes = words.head.length;
    this.#tailBytes = words.tail.length;
    this.#tailFrom = to - this.#tailBytes;
  }

  /** The closing quote of the link that begins here, if it is the one before it with another number. */
  like(frame: DataView, from: number): number {
    if (this.#from === NOWHERE || !isSame(frame, this.#from, from, this.#headBytes)) return NOWHERE;
    const digits = from + this.#headBytes;
    let at = digits;
    let number = 0;
    for (; at < frame.byteLength && at - digits <= MOST_DIGITS; at += 1) {
      const digit = frame.getUint8(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    const count = at - digits;
    if (count === 0 || count > MOST_DIGITS || frame.getUint8(digits) === ZERO) return NOWHERE;
    if (!isSame(frame, this.#tailFrom, at, this.#tailBytes)) return NOWHERE;
    const end = at + this.#tailBytes;
    if (end >= frame.byteLength || frame.getUint8(end) !== QUOTE) return NOWHERE;
    this.#number = number;
    return end;
  }

  /** The link that `like` found. */
  split(): SplitLink {
    return { head: this.#words!.head, number: this.#number, tail: this.#words!.tail };
  }
}

function isSame(frame: DataView, left: number, right: number, bytes: number): boolean {
  if (right + bytes > frame.byteLength) return false;
  let at = 0;
  for (; at + 4 <= bytes; at += 4)
    if (frame.getInt32(left + at, true) !== frame.getInt32(right + at, true)) return false;
  for (; at < bytes; at += 1) if (frame.getUint8(left + at) !== frame.getUint8(right + at)) return false;
  return true;
}

import type { Selections } from '#domain/board/selections.ts';
import { isSame } from '#domain/board/text/byte-store.ts';
import { Digits } from '#domain/board/text/digits.ts';
import { NO_LINK, NUMBER_MARK } from '#domain/board/text/links.ts';
import { isNull, NOWHERE, plainEnd, QUOTE } from './json-bytes.ts';

const UNKNOWN = -1;
/** What is noted with a form: this, or the length of its head from the next number on. */
const NOT_PLAIN = 1;
const HEAD_FROM = 2;
/** Bytes that may be read from where a number begins. */
const ROOM_BYTES = 16;

/** Links in a frame, held against the form of those before them: within a frame they mostly differ in their number alone. */
export class LinkInFrame {
  /** The link that was read. */
  form = NO_LINK;
  low = 0;
  high = 0;
  readonly #selections: Selections;
  readonly #digits = new Digits();
  /** The form at hand, and where its texts stand. */
  #at = UNKNOWN;
  view: DataView = new DataView(new ArrayBuffer(0));
  head = 0;
  headBytes = 0;
  hasNumber = false;
  tail = 0;
  tailBytes = 0;

  constructor(selections: Selections) {
    this.#selections = selections;
  }

  /** Takes a form at hand that stands in the frame: its number from `start` to `end`. */
  note(form: number, frame: DataView, from: number, start: number, end: number, to: number): void {
    this.#at = form;
    this.view = frame;
    this.head = from;
    this.headBytes = start - from;
    this.hasNumber = true;
    this.tail = end;
    this.tailBytes = to - end;
  }

  /** Forgets the form at hand: another frame begins, or texts were added. */
  forget(): void {
    this.#at = UNKNOWN;
  }

  /** No link was read. */
  clear(): void {
    this.form = NO_LINK;
    this.low = 0;
    this.high = 0;
  }

  /** Takes a form at hand. Says whether links of it can be told by their bytes: they need no escape and are ASCII. */
  use(form: number): boolean {
    if (form === this.#at) return true;
    if (form === NO_LINK) return false;
    const { texts } = this.#selections.wordings;
    const noted = texts.noted(form) || this.#noteHead(form);
    if (noted === NOT_PLAIN) return false;
    const { bytes } = texts;
    const length = bytes.lengthOf(form);
    this.headBytes = noted - HEAD_FROM;
    this.hasNumber = this.headBytes < length;
    this.view = bytes.viewOf(form);
    this.head = bytes.placeOf(form);
    this.tail = this.head + this.headBytes + 1;
    this.tailBytes = this.hasNumber ? length - this.headBytes - 1 : 0;
    this.#at = form;
    return true;
  }

  /** Notes with a form how many of its bytes stand before the number, or that its links can't be told by their bytes. */
  #noteHead(form: number): number {
    const { texts } = this.#selections.wordings;
    const view = texts.bytes.viewOf(form);
    const from = texts.bytes.placeOf(form);
    const to = from + texts.bytes.lengthOf(form);
    const mark = plainEnd(view, from, to);
    const isPlain =
      mark === to || (view.getUint8(mark) === NUMBER_MARK && plainEnd(view, mark + 1, to) === to);
    const noted = isPlain ? mark - from + HEAD_FROM : NOT_PLAIN;
    texts.note(form, noted);
    return noted;
  }

  /** Reads no link, or one of the form at hand: answers where it ends. */
  readAlike(frame: DataView, from: number, frameEnd: number): number {
    if (isNull(frame, from, frameEnd)) return from + 4;
    if (this.#at === UNKNOWN || !this.hasNumber) return NOWHERE;
    const number = this.#beginning(frame, from, frameEnd);
    if (number === NOWHERE) return NOWHERE;
    const digits = this.#digits;
    const end = digits.read(frame, number);
    if (end === NOWHERE) return NOWHERE;
    this.form = this.#at;
    this.low = digits.low;
    this.high = digits.high;
    return this.#ending(frame, end, frameEnd);
  }

  /** Where the number begins behind the quote and the text before it. */
  #beginning(frame: DataView, from: number, frameEnd: number): number {
    const number = from + 1 + this.headBytes;
    if (number + ROOM_BYTES > frameEnd || frame.getUint8(from) !== QUOTE) return NOWHERE;
    return isSame(this.view, this.head, frame, from + 1, this.headBytes) ? number : NOWHERE;
  }

  #ending(frame: DataView, from: number, frameEnd: number): number {
    const end = from + this.tailBytes;
    if (end >= frameEnd || !isSame(this.view, this.tail, frame, from, this.tailBytes)) return NOWHERE;
    return frame.getUint8(end) === QUOTE ? end + 1 : NOWHERE;
  }
}

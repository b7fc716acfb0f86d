import type { PackedLink, Selections } from '#domain/board/selections.ts';
import { copyBytes } from '#domain/board/text/byte-store.ts';
import { Digits, MOST_DIGITS } from '#domain/board/text/digits.ts';
import { EncodedText, hashOf } from '#domain/board/text/encoded-text.ts';
import { NO_LINK, NUMBER_MARK } from '#domain/board/text/links.ts';
import { byteAt, isDigit, isNull, NOWHERE, QUOTE, TextInFrame, textIn, ZERO } from './json-bytes.ts';
import type { LinkInFrame } from './link-in-frame.ts';
import type { Secret } from './secret.ts';

/** Reads links: by their bytes where they are as the one before, else taken apart as `Links` does. */
export class LinkReader implements PackedLink {
  /** What was read; the form is held once. */
  form = NO_LINK;
  low = 0;
  high = 0;
  /** Whether what has the same bytes but for the number is a link of the same form. */
  isPlain = true;
  readonly #selections: Selections;
  readonly #alike: LinkInFrame;
  readonly #secret: Secret;
  readonly #text = new TextInFrame();
  readonly #digits = new Digits();
  readonly #form = new EncodedText();

  constructor(selections: Selections, alike: LinkInFrame, secret: Secret) {
    this.#secret = secret;
    this.#selections = selections;
    this.#alike = alike;
  }

  clear(): void {
    this.form = NO_LINK;
    this.low = 0;
    this.high = 0;
    this.isPlain = true;
  }

  /** Takes over the link of a selection. */
  takeOf(selection: number): void {
    const selections = this.#selections;
    this.form = selections.links.hold(selections.linkForm(selection));
    this.low = selections.linkLow(selection);
    this.high = selections.linkHigh(selection);
  }

  /** Lets go of the link that was read last; its form may be forgotten with it. */
  letGo(): void {
    this.#alike.forget();
    this.#selections.links.release(this.form);
    this.form = NO_LINK;
  }

  /** Reads a link. Answers where it ends; -1 = it is not well written, or has the secret in it. */
  read(frame: Buffer, view: DataView, from: number): number {
    const { links } = this.#selections;
    if (isNull(view, from, frame.length)) return from + 4;
    const like = this.#alike.readAlike(view, from, frame.length);
    if (like !== NOWHERE) {
      this.form = links.hold(this.#alike.form);
      this.low = this.#alike.low;
      this.high = this.#alike.high;
      return like;
    }
    const text = this.#text;
    if (byteAt(view, from, frame.length) !== QUOTE || !text.read(view, from + 1, frame.length))
      return NOWHERE;
    if (this.#secret.isIn(view, text.from, text.to)) return NOWHERE;
    if (text.isPlain) this.#take(view);
    else {
      const words = textIn(frame, text);
      if (words === null) return NOWHERE;
      this.form = links.take(words);
      this.low = links.digits.low;
      this.high = links.digits.high;
      this.isPlain = false;
    }
    return text.to + 1;
  }

  #take(view: DataView): void {
    const { from, to, hash } = this.#text;
    const { texts } = this.#selections.wordings;
    let end = to;
    while (end > from && !isDigit(view.getUint8(end - 1))) end -= 1;
    let start = end;
    while (start > from && isDigit(view.getUint8(start - 1))) start -= 1;
    if (start === end || end - start > MOST_DIGITS) {
      this.form = texts.holdBytes(hash, view, from, to);
      return;
    }
    this.#digits.clear();
    for (let at = start; at < end; at += 1) this.#digits.add(view.getUint8(at) - ZERO);
    this.low = this.#digits.low;
    this.high = this.#digits.high;
    const form = this.#form.room(to - from);
    copyBytes(view, from, start, form, 0);
    form.setUint8(start - from, NUMBER_MARK);
    copyBytes(view, end, to, form, start - from + 1);
    const length = to - from - (end - start) + 1;
    this.form = texts.holdBytes(hashOf(form, 0, length), form, 0, length);
    this.#alike.note(this.form, view, from, start, end, to);
  }
}

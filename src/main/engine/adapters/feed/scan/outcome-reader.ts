import type { PackedLink, Selections } from '#domain/board/selections.ts';
import { copyBytes } from '#domain/board/text/byte-store.ts';
import { Digits, MOST_DIGITS } from '#domain/board/text/digits.ts';
import { EncodedText, hashOf } from '#domain/board/text/encoded-text.ts';
import { NO_LINK, NUMBER_MARK } from '#domain/board/text/links.ts';
import { NO_TEXT, Texts } from '#domain/board/text/texts.ts';
import { NO_WORDING, noParts } from '#domain/board/text/wordings.ts';
import { GAP, type PiecesInFrame } from '#domain/board/text/writings.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import {
  byteAt,
  CLOSE,
  COLON,
  COMMA,
  isDigit,
  isNull,
  NOWHERE,
  numberEnd,
  OPEN,
  plainNumberEnd,
  QUOTE,
  skipSpace,
  TextInFrame,
  ZERO,
} from './json-bytes.ts';
import { Glues, NO_FIELD, ValuesBefore } from './like-before.ts';
import type { LinkInFrame } from './link-in-frame.ts';
import type { PriceInFrame } from './price-in-frame.ts';

/** The fields of an outcome, numbered from 1 as `FieldNames` finds them. */
const FIELDS = ['odds', 'link', 'outcome_name', 'outcome_line', 'outcome_over_under', 'outcome_target'];
const [ODDS, LINK, NAME, LINE, OVER_UNDER, TARGET] = [1, 2, 3, 4, 5, 6];

/** Reads an outcome field by field, whatever its spacing and the order of its fields, straight into the board's texts. */
export class OutcomeReader {
  /** What was read: of these the wording and the link's form are held, and go over to whoever takes them. */
  wording = NO_WORDING;
  readonly link: { -readonly [Part in keyof PackedLink]: PackedLink[Part] } = {
    form: NO_LINK,
    low: 0,
    high: 0,
  };
  /** Where its pieces stand. `isWriting`: whatever has the same bytes in them says the same. */
  readonly pieces: PiecesInFrame = {
    from: 0,
    to: 0,
    first: 0,
    firstFrom: 0,
    firstTo: 0,
    second: 0,
    secondFrom: 0,
    secondTo: 0,
  };
  isWriting = false;
  style = 0;
  readonly #selections: Selections;
  readonly #texts: Texts;
  readonly #price: PriceInFrame;
  readonly #secret: string;
  readonly #links: LinkInFrame;
  readonly #glues = new Glues();
  readonly #values = new ValuesBefore();
  readonly #names = new Texts();
  readonly #parts = noParts();
  readonly #text = new TextInFrame();
  readonly #digits = new Digits();
  readonly #form = new EncodedText();
  #hasLink = false;
  /** Of its frame; most frames have none to be read. */
  #isFirst = true;
  #hasSecret = false;
  #frame: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(this.#frame.buffer);

  constructor(selections: Selections, price: PriceInFrame, links: LinkInFrame, secret: string) {
    this.#secret = secret;
    this.#links = links;
    this.#selections = selections;
    this.#texts = selections.wordings.texts;
    this.#price = price;
    for (const field of FIELDS) this.#names.hold(field);
  }

  begin(frame: Buffer, view: DataView): void {
    this.#frame = frame;
    this.#view = view;
    this.#isFirst = true;
  }

  /**
   * Reads the outcome whose key was found to be `key`, and to be the selection's, -1 = a new one's: what it leaves unsaid
   * stays as it is there. Answers where it ends; -1 = it has to be parsed, and nothing is held.
   */
  read(key: TextInFrame, selection: number): number {
    const parts = this.#parts;
    const { wordings, links } = this.#selections;
    if (this.#isFirst) {
      this.#glues.begin();
      this.#values.begin();
      this.#isFirst = false;
      this.#hasSecret = this.#secret !== '' && this.#frame.includes(this.#secret, 0, 'latin1');
    }
    if (this.#hasSecret) return NOWHERE;
    this.isWriting = true;
    this.#hasLink = false;
    this.#price.american = NOT_OFFERED;
    const { pieces } = this;
    pieces.first = GAP.none;
    pieces.second = GAP.none;
    pieces.from = key.from - 1;
    if (selection === -1) {
      const id = this.#hold(key);
      if (id === NOWHERE) return NOWHERE;
      parts.key = id;
      parts.name = NO_TEXT;
      parts.line = NO_TEXT;
      parts.overUnder = NO_TEXT;
      parts.target = NO_TEXT;
      parts.isLineNumber = false;
    } else {
      wordings.takePartsOf(this.#selections.wording(selection), parts);
    }
    this.link.form = NO_LINK;
    const end = this.#members(key.to + 1);
    if (end === NOWHERE) {
      this.#letGo();
      return NOWHERE;
    }
    if (!this.#hasLink && selection !== -1) {
      this.link.form = links.hold(this.#selections.linkForm(selection));
      this.link.low = this.#selections.linkLow(selection);
      this.link.high = this.#selections.linkHigh(selection);
    }
    this.wording = wordings.take(parts);
    pieces.to = end;
    if (pieces.first === GAP.none) pieces.firstFrom = pieces.firstTo = end;
    if (pieces.second === GAP.none) pieces.secondFrom = pieces.secondTo = end;
    return end;
  }

  #letGo(): void {
    const { key, name, line, overUnder, target } = this.#parts;
    for (const text of [key, name, line, overUnder, target]) this.#texts.release(text);
    this.#selections.links.release(this.link.form);
  }

  #members(from: number): number {
    const view = this.#view;
    let at = from;
    let stated = 0;
    this.style = 0;
    for (let place = 0; ; place += 1) {
      const field = this.#glues.match(place, view, at, this.#frame.length) || this.#glue(place, at);
      // a field that nobody knows, or one stated twice
      if (field === NO_FIELD || (stated & (1 << field)) !== 0) return NOWHERE;
      stated |= 1 << field;
      this.style |= this.#glues.style(place);
      at = this.#value(field, at + this.#glues.length(place));
      if (at === NOWHERE) return NOWHERE;
      const end = skipSpace(view, at, this.#frame.length);
      if (byteAt(view, end, this.#frame.length) === CLOSE) return end + 1;
    }
  }

  /** Reads what stands between the key or a value and the next value, and notes it. Answers the field that begins. */
  #glue(place: number, from: number): number {
    const view = this.#view;
    let style = 0;
    let at = skipSpace(view, from, this.#frame.length);
    if (place === 0) {
      if (byteAt(view, at, this.#frame.length) !== COLON) return NO_FIELD;
      at = skipSpace(view, at + 1, this.#frame.length);
      if (byteAt(view, at, this.#frame.length) !== OPEN) return NO_FIELD;
    } else if (byteAt(view, at, this.#frame.length) !== COMMA) return NO_FIELD;
    const name = skipSpace(view, at + 1, this.#frame.length);
    if (place === 0 && name - at > 1) style = 2;
    if (
      byteAt(view, name, this.#frame.length) !== QUOTE ||
      !this.#text.read(view, name + 1, this.#frame.length) ||
      !this.#text.isPlain
    )
      return NO_FIELD;
    const field = this.#names.findBytes(this.#text.hash, view, this.#text.from, this.#text.to);
    const colon = skipSpace(view, this.#text.to + 1, this.#frame.length);
    if (byteAt(view, colon, this.#frame.length) !== COLON) return NO_FIELD;
    const to = skipSpace(view, colon + 1, this.#frame.length);
    if (to - colon > 1) style |= 1;
    this.#glues.note(place, from, to, field, style);
    return field;
  }

  #value(field: number, from: number): number {
    if (field === ODDS) {
      const end = this.#price.read(this.#frame, this.#view, from);
      this.#gap(GAP.price, from, end);
      return end;
    }
    if (field === LINK) return this.#link(from);
    if (isNull(this.#view, from, this.#frame.length)) {
      this.#set(field, NO_TEXT);
      if (field === LINE) this.#parts.isLineNumber = false;
      return from + 4;
    }
    if (byteAt(this.#view, from, this.#frame.length) !== QUOTE)
      return field === LINE ? this.#lineNumber(from) : NOWHERE;
    if (field === LINE) this.#parts.isLineNumber = false;
    const like = this.#values.match(field, this.#view, from, this.#frame.length);
    if (like !== NOWHERE) {
      this.#set(field, this.#texts.holdAgain(this.#values.id(field)));
      return like;
    }
    if (!this.#text.read(this.#view, from + 1, this.#frame.length)) return NOWHERE;
    const id = this.#hold(this.#text);
    if (id === NOWHERE) return NOWHERE;
    this.#set(field, id);
    this.#values.note(field, from, this.#text.to + 1, id);
    return this.#text.to + 1;
  }

  #set(field: number, id: number): void {
    const parts = this.#parts;
    if (field === NAME) {
      this.#texts.release(parts.name);
      parts.name = id;
    } else if (field === LINE) {
      this.#texts.release(parts.line);
      parts.line = id;
    } else if (field === OVER_UNDER) {
      this.#texts.release(parts.overUnder);
      parts.overUnder = id;
    } else if (field === TARGET) {
      this.#texts.release(parts.target);
      parts.target = id;
    }
  }

  #lineNumber(from: number): number {
    const view = this.#view;
    let end = plainNumberEnd(view, from, this.#frame.length);
    if (end !== NOWHERE) this.#set(LINE, this.#texts.holdBytes(hashOf(view, from, end), view, from, end));
    else {
      end = numberEnd(this.#frame, from);
      if (end === NOWHERE) return NOWHERE;
      this.#set(LINE, this.#texts.hold(String(Number(this.#frame.toString('latin1', from, end)))));
    }
    this.#parts.isLineNumber = true;
    return end;
  }

  /** Holds a text and answers its id; -1 = it is not well written. */
  #hold(text: TextInFrame): number {
    if (text.isPlain) return this.#texts.holdBytes(text.hash, this.#view, text.from, text.to);
    const words = this.wordsOf(text);
    return words === null ? NOWHERE : this.#texts.hold(words);
  }

  /** What a text says, `null` = it is not well written. */
  wordsOf({ from, to, isPlain }: TextInFrame): string | null {
    if (isPlain) return this.#frame.toString('latin1', from, to);
    try {
      return JSON.parse(this.#frame.toString('utf8', from - 1, to + 1)) as string;
    } catch {
      return null;
    }
  }

  #link(from: number): number {
    this.#hasLink = true;
    const { link } = this;
    link.low = 0;
    link.high = 0;
    if (isNull(this.#view, from, this.#frame.length)) {
      this.#gap(GAP.link, from, from + 4);
      return from + 4;
    }
    const like = this.#links.readAlike(this.#view, from, this.#frame.length);
    if (like !== NOWHERE) {
      link.form = this.#texts.holdAgain(this.#links.form);
      link.low = this.#links.low;
      link.high = this.#links.high;
      this.#gap(GAP.link, from, like);
      return like;
    }
    if (
      byteAt(this.#view, from, this.#frame.length) !== QUOTE ||
      !this.#text.read(this.#view, from + 1, this.#frame.length)
    )
      return NOWHERE;
    const end = this.#text.to + 1;
    if (this.#text.isPlain) {
      this.#takeLink();
      this.#gap(GAP.link, from, end);
      return end;
    }
    const words = this.wordsOf(this.#text);
    if (words === null) return NOWHERE;
    const { links } = this.#selections;
    link.form = links.take(words);
    link.low = links.digits.low;
    link.high = links.digits.high;
    this.isWriting = false;
    return end;
  }

  /** Takes the link that was read apart as `Links` does. */
  #takeLink(): void {
    const view = this.#view;
    const { from, to } = this.#text;
    const texts = this.#texts;
    let end = to;
    while (end > from && !isDigit(view.getUint8(end - 1))) end -= 1;
    let start = end;
    while (start > from && isDigit(view.getUint8(start - 1))) start -= 1;
    if (start === end || end - start > MOST_DIGITS) {
      this.link.form = texts.holdBytes(this.#text.hash, view, from, to);
      return;
    }
    this.#digits.clear();
    for (let at = start; at < end; at += 1) this.#digits.add(view.getUint8(at) - ZERO);
    this.link.low = this.#digits.low;
    this.link.high = this.#digits.high;
    const form = this.#form.room(to - from);
    copyBytes(view, from, start, form, 0);
    form.setUint8(start - from, NUMBER_MARK);
    copyBytes(view, end, to, form, start - from + 1);
    const length = to - from - (end - start) + 1;
    this.link.form = texts.holdBytes(hashOf(form, 0, length), form, 0, length);
    this.#links.note(this.link.form, view, from, start, end, to);
  }

  #gap(kind: number, from: number, to: number): void {
    const { pieces } = this;
    if (pieces.first === GAP.none) {
      pieces.first = kind;
      pieces.firstFrom = from;
      pieces.firstTo = to;
    } else {
      pieces.second = kind;
      pieces.secondFrom = from;
      pieces.secondTo = to;
    }
  }
}

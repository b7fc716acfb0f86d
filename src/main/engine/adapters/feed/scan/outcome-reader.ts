import type { PackedLink, Selections } from '#domain/board/selections.ts';
import { hashOf } from '#domain/board/text/encoded-text.ts';
import { NO_TEXT, Texts } from '#domain/board/text/texts.ts';
import { NO_WORDING, noParts } from '#domain/board/text/wordings.ts';
import { GAP, type PiecesInFrame } from '#domain/board/text/writings.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import {
  byteAt,
  CLOSE,
  COLON,
  COMMA,
  isNull,
  NOWHERE,
  numberEnd,
  OPEN,
  plainNumberEnd,
  QUOTE,
  skipSpace,
  TextInFrame,
  textIn,
} from './json-bytes.ts';
import type { LinkInFrame } from './link-in-frame.ts';
import { LinkReader } from './link-reader.ts';
import { OutcomeBefore, sameBytes } from './outcome-before.ts';
import type { PriceInFrame } from './price-in-frame.ts';
import type { Secret } from './secret.ts';

/** The fields of an outcome, numbered from 1 as their names are found. */
const FIELDS = ['odds', 'link', 'outcome_name', 'outcome_line', 'outcome_over_under', 'outcome_target'];
const [ODDS, LINK, NAME, LINE, OVER_UNDER, TARGET] = [1, 2, 3, 4, 5, 6];
/** No field that is known. */
const NO_FIELD = 0;

/** Reads an outcome field by field, whatever its spacing and the order of its fields, straight into the board's texts. */
export class OutcomeReader {
  /** What was read: of these the wording and the link's form are held, and go over to whoever takes them. */
  wording = NO_WORDING;
  readonly #link: LinkReader;
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
  readonly #selections: Selections;
  readonly #texts: Texts;
  readonly #price: PriceInFrame;
  readonly #secret: Secret;
  readonly #before = new OutcomeBefore();
  readonly #names = new Texts();
  readonly #parts = noParts();
  readonly #text = new TextInFrame();
  /** The text of the value that was read last. */
  #textId = NO_TEXT;
  #hasLink = false;
  /** Of its frame; most frames have none to be read. */
  #isFirst = true;
  #frame: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(this.#frame.buffer);

  constructor(selections: Selections, price: PriceInFrame, links: LinkInFrame, secret: Secret) {
    this.#secret = secret;
    this.#link = new LinkReader(selections, links, secret);
    this.#selections = selections;
    this.#texts = selections.wordings.texts;
    this.#price = price;
    for (const field of FIELDS) this.#names.hold(field);
  }

  get link(): PackedLink {
    return this.#link;
  }
  get isWriting(): boolean {
    return this.#link.isPlain;
  }
  get style(): number {
    return this.#before.style;
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
    if (this.#isFirst) {
      this.#isFirst = false;
      this.#before.count = 0;
    }
    if (!this.#start(key, selection)) return NOWHERE;
    let end = this.#before.count === 0 ? NOWHERE : this.#alike(key.to + 1);
    if (end === NOWHERE && this.#before.count > 0) {
      this.#letGo();
      this.#start(key, selection);
    }
    if (end === NOWHERE) end = this.#members(key.to + 1);
    if (end === NOWHERE) {
      this.#letGo();
      return NOWHERE;
    }
    if (!this.#hasLink && selection !== -1) this.#link.takeOf(selection);
    this.wording = this.#selections.wordings.take(this.#parts);
    const { pieces } = this;
    pieces.to = end;
    if (pieces.first === GAP.none) pieces.firstFrom = pieces.firstTo = end;
    if (pieces.second === GAP.none) pieces.secondFrom = pieces.secondTo = end;
    return end;
  }

  /** Begins an outcome; says whether its key is well written. */
  #start(key: TextInFrame, selection: number): boolean {
    const { pieces } = this;
    const parts = this.#parts;
    pieces.from = key.from - 1;
    pieces.first = GAP.none;
    pieces.second = GAP.none;
    this.#price.american = NOT_OFFERED;
    this.#link.clear();
    this.#hasLink = false;
    if (selection !== -1) {
      this.#selections.wordings.readParts(this.#selections.wording(selection), parts);
      return true;
    }
    const id = this.#meet(key);
    if (id === NOWHERE) return false;
    parts.key = id;
    parts.name = NO_TEXT;
    parts.line = NO_TEXT;
    parts.overUnder = NO_TEXT;
    parts.target = NO_TEXT;
    parts.isLineNumber = false;
    return true;
  }

  #letGo(): void {
    const { key, name, line, overUnder, target } = this.#parts;
    for (const text of [key, name, line, overUnder, target]) this.#texts.settle(text);
    this.#link.letGo();
  }

  /** Reads an outcome that is laid out as the one before. Answers where it ends; -1 = it is not. */
  #alike(from: number): number {
    const before = this.#before;
    const { field, text, glueBytes, valueBytes, end, tailBytes } = before;
    const view = this.#view;
    const frameEnd = this.#frame.length;
    let at = from;
    // where the same stands in the one before, and up to where it is the same
    let there = before.keyEnd;
    let same = there + sameBytes(view, there, at, Math.min(end - there, frameEnd - at));
    for (let place = 0; place < before.count; place += 1) {
      const bytes = valueBytes[place]!;
      const glue = glueBytes[place]!;
      if (same < there + glue) return NOWHERE;
      at += glue;
      there += glue + bytes;
      const kind = field[place]!;
      if (kind > LINK && same >= there) {
        if (kind === LINE) this.#parts.isLineNumber = before.isLineNumber;
        at += bytes;
      } else {
        const to = this.#value(kind, at);
        if (to === NOWHERE) return NOWHERE;
        valueBytes[place] = to - at;
        text[place] = this.#textId;
        if (kind === LINE) before.isLineNumber = this.#parts.isLineNumber;
        at = to;
        same = there + sameBytes(view, there, at, Math.min(end - there, frameEnd - at));
      }
      this.#set(kind, text[place]!);
    }
    if (same < there + tailBytes) return NOWHERE;
    before.keyEnd = from;
    before.end = at + tailBytes;
    return before.end;
  }

  /** Reads an outcome field by field, and notes how it is laid out. */
  #members(from: number): number {
    const before = this.#before;
    before.count = 0;
    before.style = 0;
    const view = this.#view;
    const frameEnd = this.#frame.length;
    let at = from;
    let stated = 0;
    for (let place = 0; ; place += 1) {
      const field = this.#glue(place, at);
      // a field that nobody knows, or one stated twice
      if (field === NO_FIELD || (stated & (1 << field)) !== 0) return NOWHERE;
      stated |= 1 << field;
      const value = at + before.glueBytes[place]!;
      at = this.#value(field, value);
      if (at === NOWHERE) return NOWHERE;
      this.#set(field, this.#textId);
      if (field === LINE) before.isLineNumber = this.#parts.isLineNumber;
      before.field[place] = field;
      before.valueBytes[place] = at - value;
      before.text[place] = this.#textId;
      const close = skipSpace(view, at, frameEnd);
      if (byteAt(view, close, frameEnd) !== CLOSE) continue;
      before.count = place + 1;
      before.keyEnd = from;
      before.tailBytes = close + 1 - at;
      before.end = close + 1;
      return before.end;
    }
  }

  /** Reads what stands between the key or a value and the next value. Answers the field that begins. */
  #glue(place: number, from: number): number {
    const view = this.#view;
    const end = this.#frame.length;
    const before = this.#before;
    let at = skipSpace(view, from, end);
    if (place === 0) {
      if (byteAt(view, at, end) !== COLON) return NO_FIELD;
      at = skipSpace(view, at + 1, end);
      if (byteAt(view, at, end) !== OPEN) return NO_FIELD;
    } else if (byteAt(view, at, end) !== COMMA) return NO_FIELD;
    const name = skipSpace(view, at + 1, end);
    if (place === 0 && name - at > 1) before.style |= 2;
    const text = this.#text;
    if (byteAt(view, name, end) !== QUOTE || !text.read(view, name + 1, end) || !text.isPlain)
      return NO_FIELD;
    const colon = skipSpace(view, text.to + 1, end);
    if (byteAt(view, colon, end) !== COLON) return NO_FIELD;
    const to = skipSpace(view, colon + 1, end);
    if (to - colon > 1) before.style |= 1;
    before.glueBytes[place] = to - from;
    return this.#names.findBytes(text.hash, view, text.from, text.to);
  }

  /** Reads the value of a field; a text goes into `#textId`. */
  #value(field: number, from: number): number {
    const view = this.#view;
    if (field === ODDS) {
      const end = this.#price.read(this.#frame, view, from);
      this.#gap(GAP.price, from, end);
      return end;
    }
    if (field === LINK) {
      this.#hasLink = true;
      const end = this.#link.read(this.#frame, view, from);
      this.#gap(GAP.link, from, end);
      return end;
    }
    if (field === LINE) this.#parts.isLineNumber = false;
    const end = this.#frame.length;
    if (byteAt(view, from, end) !== QUOTE) {
      this.#textId = NO_TEXT;
      if (isNull(view, from, end)) return from + 4;
      return field === LINE ? this.#lineNumber(from) : NOWHERE;
    }
    if (!this.#text.read(view, from + 1, end)) return NOWHERE;
    this.#textId = this.#meet(this.#text);
    return this.#textId === NOWHERE ? NOWHERE : this.#text.to + 1;
  }

  #set(field: number, text: number): void {
    const parts = this.#parts;
    if (field === NAME) parts.name = text;
    else if (field === LINE) parts.line = text;
    else if (field === OVER_UNDER) parts.overUnder = text;
    else if (field === TARGET) parts.target = text;
  }

  #lineNumber(from: number): number {
    const view = this.#view;
    let end = plainNumberEnd(view, from, this.#frame.length);
    if (end !== NOWHERE) this.#textId = this.#texts.meetBytes(hashOf(view, from, end), view, from, end);
    else {
      end = numberEnd(this.#frame, from);
      if (end === NOWHERE) return NOWHERE;
      this.#textId = this.#texts.meet(String(Number(this.#frame.toString('latin1', from, end))));
    }
    this.#parts.isLineNumber = true;
    return end;
  }

  /** The id of a text, which need not be held; -1 = it is not well written, or has the secret in it. */
  #meet(text: TextInFrame): number {
    if (this.#secret.isIn(this.#view, text.from, text.to)) return NOWHERE;
    if (text.isPlain) return this.#texts.meetBytes(text.hash, this.#view, text.from, text.to);
    const words = textIn(this.#frame, text);
    return words === null ? NOWHERE : this.#texts.meet(words);
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

import type { Board } from '#domain/board/board.ts';
import { grown } from '#domain/board/columns.ts';
import type { BoardMessage, Outcome } from '#domain/board/messages.ts';
import type { Selections } from '#domain/board/selections.ts';
import { HASH_START, mixed } from '#domain/board/text/plain-bytes.ts';
import { NO_TEXT, type Texts } from '#domain/board/texts.ts';
import { NOT_OFFERED, parseAmerican } from '#domain/odds/american.ts';
import { type FrameHead, FrameHeads, placesOf } from './frame-heads.ts';
import { FrameLinks } from './frame-links.ts';
import { FIELD, type OutcomeShape, OutcomeShapes } from './outcome-shape.ts';
import { messageOf, ScannedPrices } from './scanned-prices.ts';
import { Suffixes } from './suffixes.ts';
import { Surroundings } from './surroundings.ts';

const [QUOTE, BACKSLASH, MINUS, PLUS, ZERO, CLOSE] = [0x22, 0x5c, 0x2d, 0x2b, 0x30, 0x7d];
/** `null`, read as one number. */
const NULL_WORD = 0x6c6c756e;
/** Digits of a price that is read here; a longer one is no price. */
const MOST_DIGITS = 7;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
/** How a sportsbook that writes U+2212 for minus has it in its JSON. */
const ESCAPED_MINUS = '\\u2212';
/** So many selections are looked at before a key is looked up. */
const LOOKS_AHEAD = 4;
/** After so many frames that taught nothing, one in so many is looked at. */
const IN_VAIN = 64;
/** No place in a frame: what stood there was not what was expected. */
const NOWHERE = -1;

type PricesMessage = BoardMessage & { readonly kind: 'prices' };

/**
 * Understands a frame of prices from its bytes where it is written like one that was parsed and checked before. Every
 * byte counts: all but the timestamp and the prices has to be the same, or, where an outcome is new or says something
 * else, plain texts in the same places. Anything else is `null`, and the frame is to be parsed.
 */
export class FrameScanner {
  readonly #board: Board;
  readonly #selections: Selections;
  readonly #texts: Texts;
  readonly #heads = new FrameHeads();
  readonly #shapes = new OutcomeShapes();
  readonly #scanned: ScannedPrices;
  readonly #surroundings = new Surroundings();
  readonly #secret: string;
  readonly #links = new FrameLinks();
  readonly #suffixes: Suffixes;
  readonly #newKeys = new Set<string>();
  #inVain = 0;
  /** By selection, the one that stood behind it in the last frame. */
  #following = new Int32Array(0);
  #stamp = 0;
  /** What the last step read. */
  #price = 0;
  #textId = 0;
  #keyId = 0;
  #priceEnd = 0;
  #linkFrom = NOWHERE;
  #frame: Buffer = Buffer.alloc(0);
  #view = new DataView(this.#frame.buffer);

  /** `secret`: what must not be kept; a frame that holds it is left to the parser. */
  constructor(board: Board, secret: string) {
    this.#board = board;
    this.#secret = secret;
    this.#selections = board.selections;
    this.#texts = board.selections.texts;
    this.#scanned = new ScannedPrices(board.selections);
    this.#suffixes = new Suffixes(board.selections);
  }

  /** Heads of frames that are remembered. */
  get heads(): number {
    return this.#heads.size;
  }

  /** What a frame says, `null` if it has to be parsed to know. The message is good until the next frame is scanned. */
  scan(frame: Buffer): PricesMessage | null {
    const view = viewOf(frame);
    const head = this.#heads.find(view) ?? this.#meet(frame, view);
    if (head === null) return null;
    this.#frame = frame;
    this.#view = view;
    const listing = this.#board.isFound(head.place) ? head.place.found!.number : -1;
    if (!this.#outcomes(head, listing, this.#heads.end)) return null;
    if (this.#scanned.isAnew && this.#holdsSecret(frame)) return null;
    return messageOf(head, this.#scanned);
  }

  /** Remembers how a frame is written that was parsed and said just this. */
  learn(frame: Buffer, { at, mode, origin }: PricesMessage): void {
    if (this.#inVain >= IN_VAIN && this.#inVain++ % IN_VAIN !== 0) return;
    this.#inVain += 1;
    const places = this.#holdsSecret(frame) ? null : placesOf(frame);
    if (places === null) return;
    const shape = this.#shapes.shapeOf(frame, places.from);
    if (shape === null) return;
    const known = this.#heads.find(viewOf(frame));
    if (known?.shape === shape) return;
    this.#inVain = 0;
    if (known === null) this.#heads.learn(frame, places, { at, mode, origin, shape });
    else known.shape = shape;
    this.#surroundings.learn(frame, places, shape);
  }

  /** A head that is new, written like the last one that was learned: it alone is parsed. */
  #meet(frame: Buffer, view: DataView): FrameHead | null {
    const met = this.#surroundings.meet(frame);
    if (met === null || this.#holdsSecret(frame)) return null;
    this.#heads.learn(met.frame, met.places, met.words);
    return this.#heads.find(view);
  }

  #holdsSecret(frame: Buffer): boolean {
    return this.#secret !== '' && frame.includes(this.#secret);
  }

  #outcomes(head: FrameHead, listing: number, from: number): boolean {
    const { shape } = head;
    const scanned = this.#scanned;
    const { pieces } = this.#shapes;
    const view = this.#view;
    scanned.begin(head.place);
    if (this.#newKeys.size > 0) this.#newKeys.clear();
    this.#links.begin();
    this.#stamp = this.#board.nextStamp();
    if (this.#following.length < this.#selections.end) this.#grow();
    let expected = head.first;
    let previous = -1;
    let at = from;
    let isFirst = true;
    while (at < view.byteLength && view.getUint8(at) !== CLOSE) {
      if (!isFirst) {
        at = pieces.match(shape.between, view, at);
        if (at === NOWHERE) return false;
      }
      isFirst = false;
      if (at >= view.byteLength || view.getUint8(at) !== QUOTE) return false;
      let selection = expected;
      this.#keyId = NO_TEXT;
      let keyEnd = NOWHERE;
      // an update leaves out what did not move, so the next ones in the game's order are looked at as well
      for (let looks = 0; looks < LOOKS_AHEAD && selection !== -1; looks += 1) {
        keyEnd = this.#expectedKey(selection, listing, at + 1);
        if (keyEnd !== NOWHERE) break;
        selection = this.#following[selection] ?? -1;
      }
      if (keyEnd === NOWHERE) {
        keyEnd = this.#text(at + 1);
        if (keyEnd === NOWHERE) return false;
        this.#keyId = this.#textId;
        selection =
          listing === -1 || this.#textId === NO_TEXT ? -1 : this.#board.selectionOf(listing, this.#textId);
        if (selection !== -1 && (head.mode === 'replace' || previous === -1)) {
          if (previous === -1) head.first = selection;
          else this.#following[previous] = selection;
        }
      }
      if (this.#isIndex(at + 1, keyEnd)) return false;
      if (selection !== -1 && this.#selections.fold(selection) === this.#stamp) return false;
      let end = NOWHERE;
      if (selection !== -1) {
        this.#selections.stamp(selection, this.#stamp);
        end = this.#again(shape, selection, keyEnd);
        if (end !== NOWHERE) scanned.add(selection, this.#price, undefined);
        expected = this.#following[selection]!;
        previous = selection;
      }
      if (end === NOWHERE) {
        end = this.#anew(shape, at + 1, keyEnd, selection === -1);
        if (end === NOWHERE) return false;
      }
      at = end;
    }
    return this.#heads.pieces.match(head.tail, view, at) === view.byteLength;
  }

  /** Where the key ends if it is the selection's that was expected. */
  #expectedKey(selection: number, listing: number, from: number): number {
    if (selection === -1 || listing === -1 || !this.#selections.isIn(selection, listing)) return NOWHERE;
    const end = this.#selections.matchKey(selection, this.#view, from);
    return end !== NOWHERE && this.#isQuote(end) ? end : NOWHERE;
  }

  /** The same as `#same`, and quicker for an outcome that was found to be so before. */
  #again(shape: OutcomeShape, selection: number, keyEnd: number): number {
    if (shape.fields[0] !== FIELD.odds) return this.#same(shape, selection, keyEnd);
    if (this.#selections.isMarked(selection)) {
      const price = this.#shapes.pieces.match(shape.before[0]!, this.#view, keyEnd);
      const from = price === NOWHERE || price + 4 > this.#view.byteLength ? NOWHERE : this.#readPrice(price);
      const end = from === NOWHERE ? NOWHERE : this.#suffixes.match(selection, this.#view, from);
      if (end !== NOWHERE) return end;
    }
    const end = this.#same(shape, selection, keyEnd);
    if (end !== NOWHERE) this.#suffixes.learn(selection, this.#frame, this.#priceEnd, end, this.#linkFrom);
    return end;
  }

  /** Where the outcome ends if it says of the selection what is known, but for the price. */
  #same(shape: OutcomeShape, selection: number, keyEnd: number): number {
    const view = this.#view;
    const { pieces } = this.#shapes;
    const { fields, before } = shape;
    this.#price = NOT_OFFERED;
    this.#linkFrom = NOWHERE;
    let at = keyEnd;
    for (let n = 0; n < fields.length; n += 1) {
      at = pieces.match(before[n]!, view, at);
      if (at === NOWHERE || at + 4 > view.byteLength) return NOWHERE;
      const field = fields[n]!;
      if (field === FIELD.odds) {
        at = this.#readPrice(at);
        this.#priceEnd = at;
      } else if (field === FIELD.link) at = this.#sameLink(selection, at);
      else if (field === FIELD.line && this.#selections.isLineNumber(selection))
        at = this.#texts.bytes.match(this.#selections.lineId(selection), view, at);
      else at = this.#sameText(this.#idOf(selection, field), at);
      if (at === NOWHERE) return NOWHERE;
    }
    return pieces.match(shape.end, view, at);
  }

  #idOf(selection: number, field: number): number {
    switch (field) {
      case FIELD.name:
        return this.#selections.nameId(selection);
      case FIELD.line:
        return this.#selections.lineId(selection);
      case FIELD.overUnder:
        return this.#selections.overUnderId(selection);
      default:
        return this.#selections.targetId(selection);
    }
  }

  #sameText(id: number, at: number): number {
    const view = this.#view;
    if (id === NO_TEXT) return view.getInt32(at, true) === NULL_WORD ? at + 4 : NOWHERE;
    if (view.getUint8(at) !== QUOTE) return NOWHERE;
    const end = this.#texts.bytes.match(id, view, at + 1);
    return end !== NOWHERE && this.#isQuote(end) ? end + 1 : NOWHERE;
  }

  #sameLink(selection: number, at: number): number {
    const view = this.#view;
    if (!this.#selections.hasLink(selection)) return view.getInt32(at, true) === NULL_WORD ? at + 4 : NOWHERE;
    if (view.getUint8(at) !== QUOTE) return NOWHERE;
    this.#linkFrom = at + 1;
    const end = this.#selections.matchLink(selection, view, at + 1);
    return end !== NOWHERE && this.#isQuote(end) ? end + 1 : NOWHERE;
  }

  /** Reads a price as text, number or null into `#price`. Answers where it ends. */
  #readPrice(from: number): number {
    const view = this.#view;
    const first = view.getUint8(from);
    if (first === QUOTE) return this.#readPriceText(from + 1);
    if (first === 0x6e) {
      this.#price = NOT_OFFERED;
      return view.getInt32(from, true) === NULL_WORD ? from + 4 : NOWHERE;
    }
    const digits = first === MINUS ? from + 1 : from;
    // a number in JSON has no zero in front; a price of zero is none
    if (view.getUint8(digits) === ZERO) return NOWHERE;
    return this.#readDigits(digits, first === MINUS);
  }

  #readPriceText(from: number): number {
    const view = this.#view;
    const first = view.getUint8(from);
    const isEscape = first === BACKSLASH && this.#isEscapedMinus(from);
    const isSigned = first === MINUS || first === PLUS;
    const digits = isEscape ? from + ESCAPED_MINUS.length : isSigned ? from + 1 : from;
    const end = this.#readDigits(digits, isEscape || first === MINUS);
    if (end !== NOWHERE && this.#isQuote(end)) return end + 1;
    const close = this.#textEnd(from);
    if (close === NOWHERE) return NOWHERE;
    const price = parseAmerican(this.#frame.toString('utf8', from, close));
    if (!price.ok) return NOWHERE;
    this.#price = price.american ?? NOT_OFFERED;
    return close + 1;
  }

  #isEscapedMinus(from: number): boolean {
    if (from + ESCAPED_MINUS.length > this.#view.byteLength) return false;
    for (let at = 0; at < ESCAPED_MINUS.length; at += 1)
      if (this.#view.getUint8(from + at) !== ESCAPED_MINUS.charCodeAt(at)) return false;
    return true;
  }

  /** Reads digits that make a price; one that no sportsbook quotes is left to the parser, which counts it. */
  #readDigits(from: number, isNegative: boolean): number {
    const view = this.#view;
    const limit = Math.min(view.byteLength, from + MOST_DIGITS + 1);
    let value = 0;
    let at = from;
    for (; at < limit; at += 1) {
      const digit = view.getUint8(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (value < 100 || at === limit) return NOWHERE;
    this.#price = isNegative ? -value : value;
    return at;
  }

  /** Reads an outcome that is new, or says something new, from its plain texts. Answers where it ends. */
  #anew(shape: OutcomeShape, keyFrom: number, keyEnd: number, isNew: boolean): number {
    const key = this.#keyAt(keyFrom, keyEnd);
    if (isNew) {
      if (this.#newKeys.has(key)) return NOWHERE;
      this.#newKeys.add(key);
    }
    const view = this.#view;
    const { pieces } = this.#shapes;
    const stated: { -readonly [Name in keyof Outcome]: Outcome[Name] } = {
      key,
      american: NOT_OFFERED,
      name: undefined,
      line: undefined,
      overUnder: undefined,
      target: undefined,
      link: undefined,
      split: undefined,
    };
    let at = keyEnd;
    for (let n = 0; n < shape.fields.length; n += 1) {
      at = pieces.match(shape.before[n]!, view, at);
      if (at === NOWHERE || at + 4 > view.byteLength) return NOWHERE;
      const field = shape.fields[n]!;
      if (field === FIELD.odds) {
        at = this.#readPrice(at);
        stated.american = this.#price;
      } else if (
        field === FIELD.line &&
        view.getUint8(at) !== QUOTE &&
        view.getInt32(at, true) !== NULL_WORD
      ) {
        const end = this.#numberEnd(at);
        if (end === NOWHERE) return NOWHERE;
        stated.line = Number(this.#frame.toString('latin1', at, end));
        at = end;
      } else if (field === FIELD.link && view.getUint8(at) === QUOTE) {
        const like = isNew ? this.#links.like(view, at + 1) : NOWHERE;
        const end = like === NOWHERE ? this.#textEnd(at + 1) : like;
        if (end === NOWHERE) return NOWHERE;
        if (like === NOWHERE) {
          stated.link = this.#frame.toString('utf8', at + 1, end);
          this.#links.note(at + 1, end, stated.link);
        } else {
          stated.split = this.#links.split();
        }
        at = end + 1;
      } else {
        const end = view.getInt32(at, true) === NULL_WORD ? at + 4 : this.#quoted(at);
        if (end === NOWHERE) return NOWHERE;
        const text = view.getUint8(at) === QUOTE ? this.#wordsAt(at + 1, end - 1) : null;
        if (field === FIELD.link) stated.link = text;
        else if (field === FIELD.name) stated.name = text;
        else if (field === FIELD.line) stated.line = text;
        else if (field === FIELD.overUnder) stated.overUnder = text;
        else stated.target = text;
        at = end;
      }
      if (at === NOWHERE) return NOWHERE;
    }
    this.#scanned.add(-1, 0, stated);
    return pieces.match(shape.end, view, at);
  }

  #keyAt(from: number, to: number): string {
    return this.#texts.at(this.#keyId) ?? this.#frame.toString('utf8', from, to);
  }

  /** Past the closing quote of a plain text; its id is noted. */
  #quoted(at: number): number {
    if (this.#view.getUint8(at) !== QUOTE) return NOWHERE;
    const end = this.#text(at + 1);
    return end === NOWHERE ? NOWHERE : end + 1;
  }

  #wordsAt(from: number, to: number): string {
    return this.#texts.at(this.#textId) ?? this.#frame.toString('utf8', from, to);
  }

  /** Where the number ends that begins here, if it is one. */
  #numberEnd(from: number): number {
    let at = from;
    while (at < this.#view.byteLength && isOfNumber(this.#view.getUint8(at))) at += 1;
    return NUMBER.test(this.#frame.toString('latin1', from, at)) ? at : NOWHERE;
  }

  /** The closing quote of a plain text from here; the id of the text, if it is held, is noted. Four bytes at a time. */
  #text(from: number): number {
    const view = this.#view;
    const last = view.byteLength - 4;
    let hash = HASH_START;
    for (let at = from; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const special = specialBytes(word);
      if (special === 0) {
        hash = mixed(hash, word);
        continue;
      }
      const bits = firstSpecial(special);
      if (((word >>> bits) & 0xff) !== QUOTE) return NOWHERE;
      if (bits > 0) hash = mixed(hash, word & ((1 << bits) - 1));
      const end = at + (bits >>> 3);
      this.#textId = this.#texts.bytes.find(hash, view, from, end);
      return end;
    }
    return NOWHERE;
  }

  /** The closing quote of a plain text from here. */
  #textEnd(from: number): number {
    const view = this.#view;
    const last = view.byteLength - 4;
    for (let at = from; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const special = specialBytes(word);
      if (special === 0) continue;
      const bits = firstSpecial(special);
      return ((word >>> bits) & 0xff) === QUOTE ? at + (bits >>> 3) : NOWHERE;
    }
    return NOWHERE;
  }

  /** A key that reads as a small number stands first in a parsed object, wherever it was written. */
  #isIndex(from: number, to: number): boolean {
    if (to - from > 10 || to === from) return false;
    for (let at = from; at < to; at += 1) {
      const digit = this.#view.getUint8(at) - ZERO;
      if (digit < 0 || digit > 9) return false;
    }
    return true;
  }

  #isQuote(at: number): boolean {
    return at < this.#view.byteLength && this.#view.getUint8(at) === QUOTE;
  }

  #grow(): void {
    const known = this.#following.length;
    const larger = grown(this.#following, Math.max(this.#selections.end, 1024, Math.ceil(known * 1.5)));
    // selections are numbered as they come, so the next number is the first guess
    for (let selection = known; selection < larger.length; selection += 1) larger[selection] = selection + 1;
    this.#following = larger;
  }
}

/** Marks in the high bits of four bytes which are a quote, a backslash or below a space; the lowest mark is exact. */
function specialBytes(word: number): number {
  const quote = word ^ 0x22222222;
  const backslash = word ^ 0x5c5c5c5c;
  return (
    (((quote - 0x01010101) & ~quote) |
      ((backslash - 0x01010101) & ~backslash) |
      ((word - 0x20202020) & ~word)) &
    0x80808080
  );
}

/** Bits below the first byte that is marked. */
function firstSpecial(special: number): number {
  return 24 - (Math.clz32(special & -special) & 24);
}

function viewOf(frame: Buffer): DataView {
  return new DataView(frame.buffer, frame.byteOffset, frame.length);
}

function isOfNumber(byte: number): boolean {
  return (
    (byte >= ZERO && byte <= ZERO + 9) ||
    byte === MINUS ||
    byte === PLUS ||
    byte === 0x2e ||
    byte === 0x45 ||
    byte === 0x65
  );
}

import type { Board } from '#domain/board/board.ts';
import { grown, roomFor } from '#domain/board/columns.ts';
import { NONE, type Selections } from '#domain/board/selections.ts';
import { NO_WORDING, type Wordings } from '#domain/board/text/wordings.ts';
import { GAP, type Writings } from '#domain/board/text/writings.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import { FrameHeads, UNKNOWN } from './frame-heads.ts';
import {
  byteAt,
  CLOSE,
  COMMA,
  isDigit,
  NOWHERE,
  QUOTE,
  skipSpace,
  TextInFrame,
  textIn,
} from './json-bytes.ts';
import { indexOf, KeysOfFrame } from './keys-of-frame.ts';
import { KnownOutcomes } from './known-outcomes.ts';
import { LinkInFrame } from './link-in-frame.ts';
import { OutcomeReader } from './outcome-reader.ts';
import { PriceInFrame } from './price-in-frame.ts';
import { ScannedMessage, ScannedPrices } from './scanned-prices.ts';
import { Secret } from './secret.ts';

/** So many wordings are looked at before a key is looked up. */
const LOOKS_AHEAD = 4;
/** A key that is longer is no number. */
const LONGEST_INDEX = 10;

/**
 * Understands a frame of prices from its bytes. What was met before is held against its bytes as they were written then,
 * all but the timestamp, the prices and the links; what is new is read where it stands. Anything that is not plainly
 * written is `null`, and the frame is to be parsed. The board is not changed: a frame is read as a whole before it is folded.
 */
export class FrameScanner {
  readonly #board: Board;
  readonly #selections: Selections;
  readonly #wordings: Wordings;
  readonly #heads: FrameHeads;
  readonly #writings: Writings;
  readonly #scanned: ScannedPrices;
  readonly #price = new PriceInFrame();
  readonly #link: LinkInFrame;
  readonly #reader: OutcomeReader;
  readonly #keys: KeysOfFrame;
  readonly #known: KnownOutcomes;
  readonly #key = new TextInFrame();
  /** By wording, the one that stood behind it last. */
  #following = new Int32Array(1024);
  #frame: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(this.#frame.buffer);
  #style = 0;
  #lastWording = NO_WORDING;

  /** `secret`: what must not be kept; a frame that says something new with it is left to the parser. */
  constructor(board: Board, secret: string) {
    this.#board = board;
    const unkept = new Secret(secret);
    this.#heads = new FrameHeads(unkept);
    this.#selections = board.selections;
    this.#wordings = board.selections.wordings;
    this.#writings = this.#wordings.writings;
    this.#scanned = new ScannedPrices(board.selections);
    this.#link = new LinkInFrame(board.selections);
    this.#reader = new OutcomeReader(board.selections, this.#price, this.#link, unkept);
    this.#keys = new KeysOfFrame(board.selections);
    this.#known = new KnownOutcomes(board.selections, this.#price, this.#link, this.#keys, this.#scanned);
  }

  /** What a frame says, `null` if it has to be parsed to know. The message is good until the next frame is scanned. */
  scan(frame: Buffer): ScannedMessage | null {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
    this.#frame = frame;
    this.#view = view;
    const game = this.#heads.read(frame, view);
    if (game === null) return null;
    const { means, end } = this.#heads;
    this.#scanned.begin(game);
    this.#reader.begin(frame, view);
    this.#keys.begin();
    this.#link.forget();
    if (game.style !== UNKNOWN) this.#style = game.style;
    this.#lastWording = NO_WORDING;
    this.#known.listing = this.#board.isFound(game) ? game.number : this.#board.whereIs(game.at);
    // an update may begin anywhere
    const isWhole = this.#known.listing !== NONE && means.mode === 'replace';
    this.#known.expected = isWhole ? this.#board.listings.at(this.#known.listing)!.head : NONE;
    const close = this.#outcomes(end);
    game.style = this.#style;
    return close !== NOWHERE && isEnd(view, close, frame.length)
      ? new ScannedMessage(means, this.#scanned)
      : null;
  }

  /** Reads outcomes up to the brace behind the last one: answers where that stands. */
  #outcomes(from: number): number {
    const view = this.#view;
    let at = skipSpace(view, from, this.#frame.length);
    if (byteAt(view, at, this.#frame.length) === CLOSE) return at;
    for (;;) {
      if (byteAt(view, at, this.#frame.length) !== QUOTE) return NOWHERE;
      at = this.#known.read(this.#frame, view, at, this.#style);
      if (at === NOWHERE || byteAt(view, at, this.#frame.length) === CLOSE) return at;
      const last = this.#scanned.last();
      if (last !== NONE) this.#lastWording = this.#selections.wording(last);
      at = this.#outcome(at);
      if (at === NOWHERE) return NOWHERE;
      at = skipSpace(view, at, this.#frame.length);
      const byte = byteAt(view, at, this.#frame.length);
      if (byte === CLOSE) return at;
      if (byte !== COMMA) return NOWHERE;
      at = skipSpace(view, at + 1, this.#frame.length);
    }
  }

  /** Reads the outcome whose key begins there. Answers where it ends. */
  #outcome(from: number): number {
    const view = this.#view;
    let wording = this.#following[this.#lastWording] ?? NO_WORDING;
    for (let looks = 0; wording !== NO_WORDING && looks < LOOKS_AHEAD; looks += 1) {
      const gap = this.#writings.begin(this.#style, wording, view, from, this.#frame.length);
      if (gap !== NOWHERE) {
        const end = this.#elsewhere(wording, gap);
        return end === NOWHERE ? this.#lookUp(from) : end;
      }
      wording = this.#following[wording] ?? NO_WORDING;
    }
    return this.#lookUp(from);
  }

  /** An outcome that begins as another listing's is written. -1 = it does not go on so. */
  #elsewhere(wording: number, gap: number): number {
    const { listing } = this.#known;
    const key = this.#wordings.key(wording);
    if (listing !== NONE && this.#selections.find(listing, key) !== NONE) return NOWHERE;
    const end = this.#rest(gap);
    if (end === NOWHERE || !this.#keys.noteNew(key)) return NOWHERE;
    this.#wordings.hold(wording);
    this.#selections.links.hold(this.#link.form);
    this.#scanned.anew(NONE, this.#price.american, wording, this.#link);
    this.#follow(wording);
    return end;
  }

  /** Where the outcome ends that is written as the writing found last, with any link of the form at hand. */
  #rest(gap: number): number {
    const view = this.#view;
    const writings = this.#writings;
    this.#price.american = NOT_OFFERED;
    this.#link.clear();
    const first = this.#gap(writings.first, gap);
    const second = first === NOWHERE ? NOWHERE : writings.middle(view, first, this.#frame.length);
    const last = second === NOWHERE ? NOWHERE : this.#gap(writings.second, second);
    return last === NOWHERE ? NOWHERE : writings.end(view, last, this.#frame.length);
  }

  #gap(kind: number, from: number): number {
    if (kind === GAP.price) return this.#price.read(this.#frame, this.#view, from);
    return kind === GAP.none ? from : this.#link.readAlike(this.#view, from, this.#frame.length);
  }

  /** Looks for the selection by its key; reads the outcome field by field if it is not as it was. */
  #lookUp(from: number): number {
    const view = this.#view;
    const key = this.#key;
    if (!key.read(view, from + 1, this.#frame.length)) return NOWHERE;
    // mostly its bytes are enough
    const words = key.isPlain && !this.#mayBeIndex() ? '' : textIn(this.#frame, key);
    if (words === null) return NOWHERE;
    const index = words === '' ? NOWHERE : indexOf(words);
    const selection = this.#known.listing === NONE ? NONE : this.#find(words);
    if (index !== NOWHERE && !this.#keys.isInOrder(index)) return NOWHERE;
    return this.#read(selection, index === NOWHERE);
  }

  #mayBeIndex(): boolean {
    const { from, to } = this.#key;
    return to - from <= LONGEST_INDEX && isDigit(byteAt(this.#view, from, this.#frame.length));
  }

  /** The selection with the key that was read last, -1 = none. */
  #find(words: string): number {
    const { hash, from, to, isPlain } = this.#key;
    const selections = this.#selections;
    const { listing } = this.#known;
    if (!isPlain) return selections.withKey(listing, words);
    const { bytes } = this.#wordings.texts;
    let selection = selections.withKeyHash(listing, hash);
    while (selection !== NONE && !bytes.is(selections.keyId(selection), this.#view, from, to))
      selection = selections.withKeyHash(listing, hash, selection);
    return selection;
  }

  /** Reads the outcome of the key that was read last. */
  #read(selection: number, mayKeep: boolean): number {
    const reader = this.#reader;
    const end = reader.read(this.#key, selection);
    if (end === NOWHERE) return NOWHERE;
    const { wording, link } = reader;
    const { links } = this.#selections;
    const isFirst =
      selection === NONE ? this.#keys.noteNew(this.#wordings.key(wording)) : this.#keys.note(selection);
    const isKnown = selection !== NONE && this.#selections.says(selection, wording, link);
    if (!isFirst || isKnown) {
      this.#wordings.release(wording);
      links.release(link.form);
      if (!isFirst) return NOWHERE;
    }
    if (isKnown) this.#scanned.again(selection, this.#price.american);
    else this.#scanned.anew(selection, this.#price.american, wording, link);
    if (selection !== NONE) this.#known.expected = this.#selections.next(selection);
    this.#style = reader.style;
    if (mayKeep && reader.isWriting) this.#writings.keep(reader.style, wording, this.#view, reader.pieces);
    this.#follow(wording);
    return end;
  }

  #follow(wording: number): void {
    const last = this.#lastWording;
    if (last >= this.#following.length) this.#following = grown(this.#following, roomFor(last + 1));
    if (this.#following[last] !== wording) this.#following[last] = wording;
    this.#lastWording = wording;
  }
}

/** Whether nothing follows but the braces of the outcomes, the data and the frame. */
function isEnd(view: DataView, close: number, end: number): boolean {
  const data = skipSpace(view, close + 1, end);
  if (byteAt(view, data, end) !== CLOSE) return false;
  const frame = skipSpace(view, data + 1, end);
  return byteAt(view, frame, end) === CLOSE && skipSpace(view, frame + 1, end) === end;
}

import { NONE, SELECTION_ROW, type Selections } from '#domain/board/selections.ts';
import { isSame, PIECE_PLACE } from '#domain/board/text/byte-store.ts';
import { matchDigits } from '#domain/board/text/digits.ts';
import { NO_LINK } from '#domain/board/text/links.ts';
import { NO_WORDING } from '#domain/board/text/wordings.ts';
import { GAP, WRITING } from '#domain/board/text/writings.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import { byteAt, CLOSE, COMMA, isNull, NOWHERE, QUOTE, skipSpace, TextInFrame } from './json-bytes.ts';
import type { KeysOfFrame } from './keys-of-frame.ts';
import type { LinkInFrame } from './link-in-frame.ts';
import type { PriceInFrame } from './price-in-frame.ts';
import type { ScannedPrices } from './scanned-prices.ts';

const { size: ROW, wording: WORDING, linkForm: FORM, linkLow: LOW, linkHigh: HIGH } = SELECTION_ROW;
const { next: NEXT, noted: NOTED } = SELECTION_ROW;
const { chunkBits: CHUNK_BITS, mask: PLACE_MASK } = PIECE_PLACE;
const { header: HEADER, middle: MIDDLE, end: END, gaps: GAPS } = WRITING;
const NO_FORM = -1;
/** A number in a link is matched within so many bytes. */
const NUMBER_BYTES = 16;
/** What mostly stands between two outcomes, read as one number. */
const COMMA_SPACE = 0x202c;

/**
 * The loop in which nearly all of the feed is read: outcomes of selections that are known, with price and link between the bytes
 * by which they were written before. Reading them means comparing bytes, so what costs is all that is
 * done besides; therefore the loop is one function with everything at hand, down to the board's rows.
 */
export class KnownOutcomes {
  /** The listing that is stated, `NONE` = one that the board does not know, and the selection that should come next. */
  listing = NONE;
  expected = NONE;
  readonly #selections: Selections;
  readonly #price: PriceInFrame;
  readonly #link: LinkInFrame;
  readonly #keys: KeysOfFrame;
  readonly #scanned: ScannedPrices;
  readonly #key = new TextInFrame();

  constructor(
    selections: Selections,
    price: PriceInFrame,
    link: LinkInFrame,
    keys: KeysOfFrame,
    scanned: ScannedPrices,
  ) {
    this.#selections = selections;
    this.#price = price;
    this.#link = link;
    this.#keys = keys;
    this.#scanned = scanned;
  }

  /**
   * Reads outcomes in a row, the first of which begins there. Answers where the first one begins that is to be read otherwise, or
   * where the brace behind the last one stands; -1 = neither comes.
   */
  read(frame: Buffer, view: DataView, from: number, style: number): number {
    if (this.listing === NONE) return from;
    const { rows, wordings } = this.#selections;
    const { spans, chunks } = wordings.writings.of(style);
    const scanned = this.#scanned;
    const { selection: stated, american, wording } = scanned;
    const price = this.#price;
    const link = this.#link;
    const end = frame.length;
    const frameNumber = this.#keys.frame;
    let form = NO_FORM;
    let { view: linkView, head, headBytes, hasNumber, tail, tailBytes } = link;
    let { expected } = this;
    let { count } = scanned;
    let start = from;

    outcomes: while (count < stated.length) {
      let selection = expected;
      let row = 0;
      let writing = linkView;
      let place = 0;
      let at = 0;
      let begin = 0;
      // an update leaves out what did not move: then the next selection is found by its key
      for (let isByKey = selection === NONE; ; isByKey = true) {
        if (isByKey) selection = this.#withKey(view, start, end);
        if (selection === NONE) break outcomes;
        row = selection * ROW;
        const span = spans[rows[row + WORDING]! * 2]!;
        if (span >= 0) {
          writing = chunks[span >> CHUNK_BITS]!;
          place = (span & PLACE_MASK) * 4;
          begin = writing.getUint16(place, true);
          at = start + begin;
          if (at <= end && isSame(writing, place + HEADER, view, start, begin)) break;
        }
        if (isByKey) break outcomes;
      }
      price.american = NOT_OFFERED;
      let piece = place + HEADER + begin;
      let gaps = writing.getUint16(place + GAPS, true);
      for (let length = MIDDLE; length <= END; length += 2) {
        const gap = gaps & 3;
        gaps >>>= 2;
        if (gap === GAP.price) {
          at = price.read(frame, view, at);
          if (at === NOWHERE) break outcomes;
        } else if (gap === GAP.link) {
          const known = rows[row + FORM]!;
          if (known === NO_LINK) {
            if (!isNull(view, at, end)) break outcomes;
            at += 4;
          } else {
            if (known !== form) {
              if (!link.use(known)) break outcomes;
              form = known;
              ({ view: linkView, head, headBytes, hasNumber, tail, tailBytes } = link);
            }
            if (at + 2 + headBytes + tailBytes + NUMBER_BYTES > end || view.getUint8(at) !== QUOTE)
              break outcomes;
            if (!isSame(linkView, head, view, at + 1, headBytes)) break outcomes;
            at += 1 + headBytes;
            if (hasNumber) at = matchDigits(rows[row + LOW]!, rows[row + HIGH]!, view, at);
            if (at === NOWHERE || !isSame(linkView, tail, view, at, tailBytes)) break outcomes;
            at += tailBytes;
            if (view.getUint8(at) !== QUOTE) break outcomes;
            at += 1;
          }
        }
        const bytes = writing.getUint16(place + length, true);
        if (at + bytes > end || !isSame(writing, piece, view, at, bytes)) break outcomes;
        at += bytes;
        piece += bytes;
      }

      // stated twice: then the last one counts, and the frame is to be parsed
      if (rows[row + NOTED] === frameNumber) break;
      rows[row + NOTED] = frameNumber;
      stated[count] = selection;
      american[count] = price.american;
      wording[count] = NO_WORDING;
      count += 1;
      expected = rows[row + NEXT]!;
      if (at + 2 < end && view.getUint16(at, true) === COMMA_SPACE && view.getUint8(at + 2) === QUOTE) {
        start = at + 2;
        continue;
      }
      start = skipSpace(view, at, end);
      if (byteAt(view, start, end) === COMMA) {
        start = skipSpace(view, start + 1, end);
        if (byteAt(view, start, end) === QUOTE) continue;
        start = NOWHERE;
      } else if (byteAt(view, start, end) !== CLOSE) start = NOWHERE;
      break;
    }
    this.expected = expected;
    this.#keys.count += count - scanned.count;
    scanned.count = count;
    return start;
  }

  /** The first selection of the listing with the hash of the key there; whether it is its key, its writing tells. */
  #withKey(view: DataView, from: number, end: number): number {
    const key = this.#key;
    return key.read(view, from + 1, end) && key.isPlain
      ? this.#selections.withKeyHash(this.listing, key.hash)
      : NONE;
  }
}

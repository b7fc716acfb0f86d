import { ByteStore, copyBytes, isSame } from './byte-store.ts';

const NOWHERE = -1;
/** What stands in a gap of a writing. */
export const GAP = { none: 0, price: 1, link: 2 } as const;
/** Styles of spacing that are told apart; each has its writings. */
const STYLES = 4;
/** Bytes in front of a writing: the lengths of its pieces, the first one's at 0, and the kinds of its gaps; 2 bytes each. */
export const WRITING = { header: 8, middle: 2, end: 4, gaps: 6 } as const;
const HEADER_BYTES = WRITING.header;
const LONGEST_PIECE = 0xffff;

/** Where the pieces of a writing end and begin that was read from a frame; without a gap both are one place. */
export interface PiecesInFrame {
  from: number;
  to: number;
  /** The kinds, beginnings and ends of the gaps. */
  first: number;
  firstFrom: number;
  firstTo: number;
  second: number;
  secondFrom: number;
  secondTo: number;
}

/**
 * How outcomes of a wording are written: all their bytes, key and braces included, in three pieces, with the price and the
 * link in the two gaps between them. They are as they were read from a frame, so whatever equals them says the same.
 * Kept by wording, so that sportsbooks which put a selection alike share them; one of each style for a wording.
 */
export class Writings {
  readonly #styles = Array.from({ length: STYLES }, () => new ByteStore());
  /** The writing that was found last. */
  #view: DataView = new DataView(new ArrayBuffer(0));
  #at = 0;
  #length = 0;
  /** The kinds of its gaps. */
  first = 0;
  second = 0;

  /** The writings of a style, by wording; each behind its header, see `WRITING`. */
  of(style: number): ByteStore {
    return this.#styles[style]!;
  }

  /** Where the first gap begins if an outcome of the wording stands there; the writing is then the one found last. */
  begin(style: number, wording: number, frame: DataView, from: number, frameEnd: number): number {
    const store = this.#styles[style]!;
    if (!store.has(wording)) return NOWHERE;
    const view = store.viewOf(wording);
    const at = store.placeOf(wording);
    const length = view.getUint16(at, true);
    const end = from + length;
    if (end > frameEnd || !isSame(view, at + HEADER_BYTES, frame, from, length)) return NOWHERE;
    this.#view = view;
    this.#at = at;
    this.#length = length;
    const kinds = view.getUint16(at + 6, true);
    this.first = kinds & 3;
    this.second = kinds >>> 2;
    return end;
  }

  /** Where the second gap begins, if what stands behind the first is as in the writing. */
  middle(frame: DataView, from: number, frameEnd: number): number {
    const length = this.#view.getUint16(this.#at + 2, true);
    const end = from + length;
    if (end > frameEnd) return NOWHERE;
    return isSame(this.#view, this.#at + HEADER_BYTES + this.#length, frame, from, length) ? end : NOWHERE;
  }

  /** Where the outcome ends, if what stands behind the second gap is as in the writing. */
  end(frame: DataView, from: number, frameEnd: number): number {
    const view = this.#view;
    const length = view.getUint16(this.#at + 4, true);
    const end = from + length;
    if (end > frameEnd) return NOWHERE;
    const at = this.#at + HEADER_BYTES + this.#length + view.getUint16(this.#at + 2, true);
    return isSame(view, at, frame, from, length) ? end : NOWHERE;
  }

  /** Keeps how an outcome of the wording was written. */
  keep(style: number, wording: number, frame: DataView, pieces: PiecesInFrame): void {
    const { from, to, first, firstFrom, firstTo, second, secondFrom, secondTo } = pieces;
    const [begin, middle, end] = [firstFrom - from, secondFrom - firstTo, to - secondTo];
    if (Math.max(begin, middle, end) > LONGEST_PIECE) return;
    const store = this.#styles[style]!;
    if (store.has(wording)) store.free(wording);
    store.open(wording, HEADER_BYTES + begin + middle + end);
    const view = store.viewOf(wording);
    const at = store.placeOf(wording);
    view.setInt32(at, begin | (middle << 16), true);
    view.setInt32(at + 4, end | ((first | (second << 2)) << 16), true);
    copyBytes(frame, from, firstFrom, view, at + HEADER_BYTES);
    copyBytes(frame, firstTo, secondFrom, view, at + HEADER_BYTES + begin);
    copyBytes(frame, secondTo, to, view, at + HEADER_BYTES + begin + middle);
  }

  /** Forgets how a wording is written. */
  drop(wording: number): void {
    for (const store of this.#styles) if (store.has(wording)) store.free(wording);
  }
}

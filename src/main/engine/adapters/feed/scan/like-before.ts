import { isSame } from '#domain/board/text/byte-store.ts';
import { NOWHERE } from './json-bytes.ts';

/** No field that is known. */
export const NO_FIELD = 0;
const MOST_FIELDS = 8;

/** What stood between the values of the outcomes read before in a frame, by place: where the same bytes stand, they say the same. */
export class Glues {
  readonly #from = new Int32Array(MOST_FIELDS);
  readonly #length = new Int32Array(MOST_FIELDS);
  readonly #field = new Int32Array(MOST_FIELDS);
  readonly #style = new Int32Array(MOST_FIELDS);

  /** A frame begins. */
  begin(): void {
    this.#field.fill(NO_FIELD);
  }

  note(place: number, from: number, to: number, field: number, style: number): void {
    if (place >= MOST_FIELDS) return;
    this.#from[place] = from;
    this.#length[place] = to - from;
    this.#field[place] = field;
    this.#style[place] = style;
  }

  /** The field whose value follows, `NO_FIELD` where something else stands there. */
  match(place: number, view: DataView, from: number, end: number): number {
    if (place >= MOST_FIELDS || this.#field[place] === NO_FIELD) return NO_FIELD;
    const length = this.#length[place]!;
    if (from + length > end) return NO_FIELD;
    return isSame(view, this.#from[place]!, view, from, length) ? this.#field[place]! : NO_FIELD;
  }

  length(place: number): number {
    return this.#length[place]!;
  }
  /** Of its spacing. */
  style(place: number): number {
    return this.#style[place]!;
  }
}

/** The texts that outcomes read before in a frame had, by field; their ids are held by those. */
export class ValuesBefore {
  readonly #from = new Int32Array(MOST_FIELDS);
  readonly #length = new Int32Array(MOST_FIELDS);
  readonly #id = new Int32Array(MOST_FIELDS);

  begin(): void {
    this.#length.fill(0);
  }

  /** Quotes are counted in. */
  note(field: number, from: number, to: number, id: number): void {
    this.#from[field] = from;
    this.#length[field] = to - from;
    this.#id[field] = id;
  }

  /** Where the text ends if it is the one before. */
  match(field: number, view: DataView, from: number, end: number): number {
    const length = this.#length[field]!;
    if (length === 0 || from + length > end) return NOWHERE;
    return isSame(view, this.#from[field]!, view, from, length) ? from + length : NOWHERE;
  }

  id(field: number): number {
    return this.#id[field]!;
  }
}

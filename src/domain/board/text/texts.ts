import { grown, roomFor } from '../columns.ts';
import { ByteStore } from './byte-store.ts';
import { decodedText, EncodedText, hashOf } from './encoded-text.ts';
import { IdChains } from './id-chains.ts';

/** The id of "no text" (`null` on the wire). */
export const NO_TEXT = 0;

const FIRST = 1024;
const encoded = new EncodedText();

/**
 * Keeps each distinct text once, as its bytes, under a dense id, for as long as somebody holds it. Holding and releasing
 * are counted, so that a feed that runs for weeks does not pile up the words of games long over. A string is made of a
 * text when somebody reads it.
 */
export class Texts {
  /** The bytes of the texts by id, as `EncodedText` writes them. */
  readonly bytes = new ByteStore();
  #strings: (string | undefined)[] = [];
  readonly #chains = new IdChains();
  #holders = new Int32Array(FIRST);
  #noted = new Int32Array(FIRST);
  readonly #free: number[] = [];
  #end = NO_TEXT + 1;

  /** Distinct texts held now. */
  get size(): number {
    return this.#chains.size;
  }

  /** Holds a text once more and answers its id. */
  hold(text: string | null): number {
    return this.holdAgain(this.meet(text));
  }

  /** Holds the text once more whose bytes stand there, by their hash, and answers its id. */
  holdBytes(hash: number, view: DataView, from: number, to: number): number {
    return this.holdAgain(this.meetBytes(hash, view, from, to));
  }

  /** The id of a text, which is there from now on: hold it, or have it settled. */
  meet(text: string | null): number {
    if (text === null) return NO_TEXT;
    const { view, length } = encoded.encode(text);
    const id = this.meetBytes(hashOf(view, 0, length), view, 0, length);
    if (this.#strings[id] === undefined) this.#keep(id, text);
    return id;
  }

  /** The same for the text whose bytes stand there, by their hash. */
  meetBytes(hash: number, view: DataView, from: number, to: number): number {
    return this.findBytes(hash, view, from, to) || this.#add(hash, view, from, to);
  }

  /** Forgets a text that was met and is not held. */
  settle(id: number): void {
    if (id !== NO_TEXT && this.bytes.has(id) && this.#holders[id] === 0) this.#forget(id);
  }

  /** The id of a text that is held, `undefined` of one that is not. Holds nothing. */
  find(text: string): number | undefined {
    const { view, length } = encoded.encode(text);
    return this.findBytes(hashOf(view, 0, length), view, 0, length) || undefined;
  }

  /** The id of the text whose bytes stand there, by their hash; `NO_TEXT` when it is not held. */
  findBytes(hash: number, view: DataView, from: number, to: number): number {
    for (let id = this.#chains.first(hash); id !== NO_TEXT; id = this.#chains.next(id)) {
      if (this.#chains.hash(id) === hash && this.bytes.is(id, view, from, to)) return id;
    }
    return NO_TEXT;
  }

  /** The text of an id that is held; `null` for `NO_TEXT`. */
  at(id: number): string | null {
    if (id === NO_TEXT || !this.bytes.has(id)) return null;
    const known = this.#strings[id];
    if (known !== undefined) return known;
    const from = this.bytes.placeOf(id);
    const made = decodedText(this.bytes.viewOf(id), from, from + this.bytes.lengthOf(id));
    this.#keep(id, made);
    return made;
  }

  #keep(id: number, text: string): void {
    if (id >= this.#strings.length) this.#strings.length = this.#holders.length;
    this.#strings[id] = text;
  }

  /** The hash of a text that is held. */
  hashOf(id: number): number {
    return this.#chains.hash(id);
  }

  /** A number that somebody may note with a text, and read again while it is held: 0 when it comes. */
  note(id: number, number: number): void {
    this.#noted[id] = number;
  }
  noted(id: number): number {
    return this.#noted[id]!;
  }

  /** Holds a text once more by its id. */
  holdAgain(id: number): number {
    if (id !== NO_TEXT) this.#holders[id]! += 1;
    return id;
  }

  /** Lets go of a text once; one that nobody holds is forgotten. */
  release(id: number): void {
    if (id === NO_TEXT) return;
    this.#holders[id]! -= 1;
    if (this.#holders[id] === 0) this.#forget(id);
  }

  #forget(id: number): void {
    this.#chains.remove(id);
    this.bytes.free(id);
    if (id < this.#strings.length) this.#strings[id] = undefined;
    this.#free.push(id);
  }

  #add(hash: number, view: DataView, from: number, to: number): number {
    const id = this.#free.pop() ?? this.#end++;
    if (id >= this.#holders.length) {
      const capacity = roomFor(id + 1);
      this.#holders = grown(this.#holders, capacity);
      this.#noted = grown(this.#noted, capacity);
    }
    this.#noted[id] = 0;
    this.#holders[id] = 0;
    this.bytes.put(id, view, from, to);
    this.#chains.add(id, hash);
    return id;
  }
}

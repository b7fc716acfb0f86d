import { TextBytes } from './text/text-bytes.ts';

/** The id of "no text" (`null` on the wire). */
export const NO_TEXT = 0;

/** So many texts that nobody holds any more are kept: lines come and go, and their words come again. */
const MOST_RESTING = 16_384;

/**
 * Keeps each distinct text once, under a dense id, for as long as somebody holds it. Holding and releasing are
 * counted, so that a feed that runs for weeks does not pile up the words of games long over.
 */
export class Texts {
  readonly #idOf = new Map<string, number>();
  readonly #textOf: (string | undefined)[] = [undefined];
  readonly #holders: number[] = [0];
  readonly #free: number[] = [];
  readonly #resting = new Int32Array(MOST_RESTING);
  #rested = 0;
  #held = 0;
  /** The bytes of the texts that are held. */
  readonly bytes = new TextBytes();

  /** Distinct texts held now. */
  get size(): number {
    return this.#held;
  }

  /** Holds a text once more and answers its id. */
  hold(text: string | null): number {
    if (text === null) return NO_TEXT;
    const known = this.#idOf.get(text);
    if (known !== undefined) {
      return this.holdAgain(known);
    }
    const id = this.#free.pop() ?? this.#textOf.length;
    this.#idOf.set(text, id);
    this.#textOf[id] = text;
    this.#holders[id] = 1;
    this.#held += 1;
    this.bytes.add(id, text);
    return id;
  }

  /** The id of a text that is held, `undefined` of one that is not. Holds nothing. */
  find(text: string): number | undefined {
    return this.#idOf.get(text);
  }

  /** The text of an id that is held; `null` for `NO_TEXT`. */
  at(id: number): string | null {
    return id === NO_TEXT ? null : (this.#textOf[id] ?? null);
  }

  /** Holds texts that are not held yet, none of them twice: their ids, in the same order, each with no holder so far. */
  restore(texts: readonly string[]): Int32Array {
    const ids = new Int32Array(texts.length);
    for (const [at, text] of texts.entries()) {
      ids[at] = this.hold(text);
      this.#holders[ids[at]] = 0;
      this.#held -= 1;
    }
    return ids;
  }

  /** Holds a text once more by its id. */
  holdAgain(id: number): number {
    if (id === NO_TEXT) return id;
    const before = this.#holders[id]!;
    this.#holders[id] = before + 1;
    if (before === 0) this.#held += 1;
    return id;
  }

  /** Lets go of a text once; one that nobody holds is forgotten after a while. */
  release(id: number): void {
    if (id === NO_TEXT) return;
    const left = this.#holders[id]! - 1;
    this.#holders[id] = left;
    if (left > 0) return;
    this.#held -= 1;
    const place = this.#rested % MOST_RESTING;
    if (this.#rested >= MOST_RESTING) this.#forget(this.#resting[place]!);
    this.#resting[place] = id;
    this.#rested += 1;
  }

  /** Forgets a text that rested, if nobody took it up again. */
  #forget(id: number): void {
    if (this.#holders[id] !== 0 || this.#textOf[id] === undefined) return;
    this.#idOf.delete(this.#textOf[id]!);
    this.#textOf[id] = undefined;
    this.bytes.remove(id);
    this.#free.push(id);
  }
}

/**
 * Dense, permanent ids for a small set of names (sportsbooks, leagues). Bounded: a feed gone mad can't fill the
 * memory with names.
 */
export class Names {
  readonly #idOf = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #limit: number;

  /** `limit`: most names kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#names.length;
  }

  /** The id of a name, new ones included; `undefined` when the limit is reached. */
  intern(name: string): number | undefined {
    const known = this.#idOf.get(name);
    if (known !== undefined) return known;
    if (this.#names.length >= this.#limit) return undefined;
    this.#idOf.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.#idOf.get(name);
  }

  /** The name of an id that `intern` answered. */
  at(id: number): string {
    return this.#names[id] ?? '';
  }
}

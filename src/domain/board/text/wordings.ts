import { grown, roomFor } from '../columns.ts';
import type { Outcome } from '../messages.ts';
import { IdChains } from './id-chains.ts';
import { NO_TEXT, Texts } from './texts.ts';
import { Writings } from './writings.ts';

/** The number of no wording. */
export const NO_WORDING = 0;

/** So many wordings that nobody holds any more are kept: lines come and go, and their words come again. */
const MOST_RESTING = 16_384;
/** A wording is a row of whole numbers. */
const ROW = 8;
const [KEY, NAME, LINE, OVER_UNDER, TARGET, IS_NUMBER, HOLDERS, BIRTH] = [0, 1, 2, 3, 4, 5, 6, 7];

/** A wording as ids of texts; whether the line was written as a number. */
export interface WordingParts {
  key: number;
  name: number;
  line: number;
  overUnder: number;
  target: number;
  isLineNumber: boolean;
}

/** Parts to be filled in. */
export function noParts(): WordingParts {
  return {
    key: NO_TEXT,
    name: NO_TEXT,
    line: NO_TEXT,
    overUnder: NO_TEXT,
    target: NO_TEXT,
    isLineNumber: false,
  };
}

type Words = Pick<Outcome, 'name' | 'line' | 'overUnder' | 'target'>;

/**
 * How a selection is put: its key and the four texts that say what it is a bet on. Many sportsbooks put the same selection
 * the same way, so each wording is kept once, under a dense number, for as long as somebody holds it and a while longer.
 */
export class Wordings {
  readonly texts = new Texts();
  /** How wordings are written in frames, as far as somebody has noted it. */
  readonly writings = new Writings();
  #rows = new Int32Array(1024 * ROW);
  readonly #chains = new IdChains();
  readonly #free: number[] = [];
  #end = NO_WORDING + 1;
  #held = 0;
  #born = 0;
  readonly #resting = new Int32Array(MOST_RESTING);
  #rested = 0;
  readonly #parts = noParts();

  /** Wordings held now. */
  get size(): number {
    return this.#held;
  }

  /** A number that no other wording ever had or will have, also once this one's number has gone to another. */
  birth(wording: number): number {
    return this.#rows[wording * ROW + BIRTH]!;
  }
  key(wording: number): number {
    return this.#rows[wording * ROW + KEY]!;
  }
  name(wording: number): string | null {
    return this.texts.at(this.#rows[wording * ROW + NAME]!);
  }
  /** The line exactly as the provider wrote it. */
  line(wording: number): string | number | null {
    const text = this.texts.at(this.#rows[wording * ROW + LINE]!);
    return text !== null && this.#rows[wording * ROW + IS_NUMBER] === 1 ? Number(text) : text;
  }
  overUnder(wording: number): string | null {
    return this.texts.at(this.#rows[wording * ROW + OVER_UNDER]!);
  }
  target(wording: number): string | null {
    return this.texts.at(this.#rows[wording * ROW + TARGET]!);
  }

  /** Holds the wording of these parts once. Their texts have to be there; they are held for it. */
  take(parts: Readonly<WordingParts>): number {
    const hash = hashOf(parts);
    for (let known = this.#chains.first(hash); known !== NO_WORDING; known = this.#chains.next(known)) {
      if (this.#chains.hash(known) !== hash || !this.#is(known * ROW, parts)) continue;
      return this.hold(known);
    }
    return this.#add(parts, hash);
  }

  /** Holds the wording of an outcome once. What it leaves unsaid stays as in `known`, or is no text. */
  takeOf(key: string, said: Words, known = NO_WORDING): number {
    const { texts } = this;
    const parts = this.#parts;
    const row = known * ROW;
    const textOf = (column: number, text: string | null | undefined) =>
      text === undefined ? this.#rows[row + column]! : texts.meet(text);
    parts.key = texts.meet(key);
    parts.name = textOf(NAME, said.name);
    parts.line = textOf(LINE, typeof said.line === 'number' ? String(said.line) : said.line);
    parts.overUnder = textOf(OVER_UNDER, said.overUnder);
    parts.target = textOf(TARGET, said.target);
    parts.isLineNumber =
      said.line === undefined ? this.#rows[row + IS_NUMBER] === 1 : typeof said.line === 'number';
    return this.take(parts);
  }

  /** Reads the parts of a wording into `parts`. */
  readParts(wording: number, parts: WordingParts): void {
    const row = wording * ROW;
    parts.key = this.#rows[row + KEY]!;
    parts.name = this.#rows[row + NAME]!;
    parts.line = this.#rows[row + LINE]!;
    parts.overUnder = this.#rows[row + OVER_UNDER]!;
    parts.target = this.#rows[row + TARGET]!;
    parts.isLineNumber = this.#rows[row + IS_NUMBER] === 1;
  }

  /** Whether an outcome says nothing but what the wording says. */
  says(wording: number, { name, line, overUnder, target }: Words): boolean {
    return (
      (name === undefined || this.name(wording) === name) &&
      (line === undefined || this.line(wording) === line) &&
      (overUnder === undefined || this.overUnder(wording) === overUnder) &&
      (target === undefined || this.target(wording) === target)
    );
  }

  /** Holds a wording once more. */
  hold(wording: number): number {
    const holders = wording * ROW + HOLDERS;
    if (this.#rows[holders] === 0) this.#held += 1;
    this.#rows[holders]! += 1;
    return wording;
  }

  /** Lets go of a wording once; one that nobody holds is forgotten after a while. */
  release(wording: number): void {
    const holders = wording * ROW + HOLDERS;
    this.#rows[holders]! -= 1;
    if (this.#rows[holders]! > 0) return;
    this.#held -= 1;
    const place = this.#rested % MOST_RESTING;
    if (this.#rested >= MOST_RESTING) this.#forget(this.#resting[place]!);
    this.#resting[place] = wording;
    this.#rested += 1;
  }

  /** Forgets a wording that rested, if nobody took it up again. */
  #forget(wording: number): void {
    const row = wording * ROW;
    if (this.#rows[row + HOLDERS] !== 0 || this.#rows[row + KEY] === NO_TEXT) return;
    this.#chains.remove(wording);
    this.#releaseTexts(row);
    this.#rows[row + KEY] = NO_TEXT;
    this.writings.drop(wording);
    this.#free.push(wording);
  }

  #add(parts: Readonly<WordingParts>, hash: number): number {
    const wording = this.#free.pop() ?? this.#end++;
    if (this.#end * ROW > this.#rows.length) this.#rows = grown(this.#rows, roomFor(this.#end) * ROW);
    const rows = this.#rows;
    const row = wording * ROW;
    const { texts } = this;
    rows[row + KEY] = texts.holdAgain(parts.key);
    rows[row + NAME] = texts.holdAgain(parts.name);
    rows[row + LINE] = texts.holdAgain(parts.line);
    rows[row + OVER_UNDER] = texts.holdAgain(parts.overUnder);
    rows[row + TARGET] = texts.holdAgain(parts.target);
    rows[row + IS_NUMBER] = parts.isLineNumber ? 1 : 0;
    rows[row + HOLDERS] = 1;
    this.#born += 1;
    rows[row + BIRTH] = this.#born;
    this.#held += 1;
    this.#chains.add(wording, hash);
    return wording;
  }

  #is(row: number, parts: Readonly<WordingParts>): boolean {
    const rows = this.#rows;
    return (
      rows[row + KEY] === parts.key &&
      rows[row + NAME] === parts.name &&
      rows[row + LINE] === parts.line &&
      rows[row + OVER_UNDER] === parts.overUnder &&
      rows[row + TARGET] === parts.target &&
      rows[row + IS_NUMBER] === (parts.isLineNumber ? 1 : 0)
    );
  }

  #releaseTexts(row: number): void {
    this.texts.release(this.#rows[row + KEY]!);
    this.texts.release(this.#rows[row + NAME]!);
    this.texts.release(this.#rows[row + LINE]!);
    this.texts.release(this.#rows[row + OVER_UNDER]!);
    this.texts.release(this.#rows[row + TARGET]!);
  }
}

function hashOf({ key, name, line, overUnder, target, isLineNumber }: Readonly<WordingParts>): number {
  let hash = Math.imul(key, 0x9e3779b1) ^ Math.imul(name, 0x85ebca6b) ^ Math.imul(line, 0x27d4eb2f);
  hash ^= Math.imul(overUnder, 0x165667b1) ^ Math.imul(target, 0x2c1b3c6d) ^ (isLineNumber ? 0x5bd1e995 : 0);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

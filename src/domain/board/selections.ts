import type { SelectionParts } from '../identity/selection/selection-identity.ts';
import { grown, Slots } from './columns.ts';
import type { Outcome } from './messages.ts';
import type { SavedSelections } from './saved-board.ts';
import { joinedLink, Links } from './text/links.ts';
import { NO_TEXT, Texts } from './texts.ts';

/** No selection: the end of a chain. */
export const NONE = -1;

/** A selection and its parts, every text as the provider wrote it. */
export interface SelectionWords extends SelectionParts {
  readonly selection: number;
}

const LINE_IS_NUMBER = 1;
/** It has left the board; its words stay readable until the next fold. */
const IS_GONE = 2;
/** Somebody keeps what follows from its texts. */
const IS_MARKED = 4;

/**
 * The selections on the board as a struct of arrays by dense number. Texts are interned. The selections of one listing (a game at a sportsbook) form a chain through `next`.
 */
export class Selections {
  readonly texts = new Texts();
  readonly #slots = new Slots();
  #capacity = 1024;
  #american = new Int32Array(this.#capacity);
  #listing = new Int32Array(this.#capacity);
  #next = new Int32Array(this.#capacity);
  #before = new Int32Array(this.#capacity);
  #key = new Int32Array(this.#capacity);
  #name = new Int32Array(this.#capacity);
  #line = new Int32Array(this.#capacity);
  #overUnder = new Int32Array(this.#capacity);
  #target = new Int32Array(this.#capacity);
  #flags = new Uint8Array(this.#capacity);
  #epoch = new Uint32Array(this.#capacity);
  #fold = new Uint32Array(this.#capacity);
  #changedAtMs = new Float64Array(this.#capacity);
  readonly #links = new Links(this.texts);

  get size(): number {
    return this.#slots.used;
  }
  /** One above the highest selection number ever given. */
  get end(): number {
    return this.#slots.end;
  }

  /** American price, `NOT_OFFERED` (0) where suspended. */
  american(selection: number): number {
    return this.#american[selection]!;
  }
  listing(selection: number): number {
    return this.#listing[selection]!;
  }
  next(selection: number): number {
    return this.#next[selection]!;
  }
  /** The connection that confirmed the selection last. */
  epoch(selection: number): number {
    return this.#epoch[selection]!;
  }
  /** The fold that stated the selection last. */
  fold(selection: number): number {
    return this.#fold[selection]!;
  }
  /** Unix ms of the last price change, 0 = not changed since it came. */
  changedAtMs(selection: number): number {
    return this.#changedAtMs[selection]!;
  }
  key(selection: number): string {
    return this.texts.at(this.#key[selection]!) ?? '';
  }
  keyId(selection: number): number {
    return this.#key[selection]!;
  }
  name(selection: number): string | null {
    return this.texts.at(this.#name[selection]!);
  }
  /** The line exactly as the provider wrote it. */
  line(selection: number): string | number | null {
    const text = this.texts.at(this.#line[selection]!);
    return text !== null && this.#flags[selection]! & LINE_IS_NUMBER ? Number(text) : text;
  }
  overUnder(selection: number): string | null {
    return this.texts.at(this.#overUnder[selection]!);
  }
  target(selection: number): string | null {
    return this.texts.at(this.#target[selection]!);
  }
  link(selection: number): string | null {
    return this.#links.at(selection);
  }
  /** What says what the selection is a bet on. */
  words(selection: number): SelectionWords {
    return {
      selection,
      name: this.name(selection),
      line: this.line(selection),
      overUnder: this.overUnder(selection),
      target: this.target(selection),
    };
  }

  /** Whether the selection stands on the board, in this listing. */
  isIn(selection: number, listing: number): boolean {
    return this.#listing[selection] === listing && (this.#flags[selection]! & IS_GONE) === 0;
  }

  /** Notes the fold that states the selection. */
  stamp(selection: number, fold: number): void {
    this.#fold[selection] = fold;
  }

  /** Where the key ends in a frame if it stands there at `from`, else -1. So for the other texts, quotes not counted. */
  matchKey(selection: number, frame: DataView, from: number): number {
    return this.texts.bytes.match(this.#key[selection]!, frame, from);
  }
  nameId(selection: number): number {
    return this.#name[selection]!;
  }
  overUnderId(selection: number): number {
    return this.#overUnder[selection]!;
  }
  targetId(selection: number): number {
    return this.#target[selection]!;
  }
  lineId(selection: number): number {
    return this.#line[selection]!;
  }
  isLineNumber(selection: number): boolean {
    return (this.#flags[selection]! & LINE_IS_NUMBER) !== 0;
  }
  /** Notes that somebody keeps what follows from the selection's texts; the mark falls with any change of them. */
  mark(selection: number): void {
    this.#flags[selection]! |= IS_MARKED;
  }
  isMarked(selection: number): boolean {
    return (this.#flags[selection]! & IS_MARKED) !== 0;
  }
  unmarkAll(): void {
    for (let selection = 0; selection < this.end; selection += 1) this.#flags[selection]! &= ~IS_MARKED;
  }

  /** The number by which the link differs from others of its kind, -1 = none; and the bytes before it. */
  linkNumber(selection: number): number {
    return this.#links.number(selection);
  }
  linkHeadBytes(selection: number): number {
    return this.#links.headBytes(selection);
  }
  hasLink(selection: number): boolean {
    return this.#links.has(selection);
  }
  matchLink(selection: number, frame: DataView, from: number): number {
    return this.#links.match(selection, frame, from);
  }

  /** Adds a selection in front of a listing's chain. Answers its number. */
  add(listing: number, head: number, outcome: Outcome): number {
    const selection = this.#slots.take();
    if (selection >= this.#capacity) this.#grow();
    this.#listing[selection] = listing;
    this.#next[selection] = head;
    this.#before[selection] = NONE;
    if (head !== NONE) this.#before[head] = selection;
    this.#key[selection] = this.texts.hold(outcome.key);
    this.#name[selection] = this.texts.hold(outcome.name ?? null);
    this.#line[selection] = this.texts.hold(lineText(outcome.line));
    this.#overUnder[selection] = this.texts.hold(outcome.overUnder ?? null);
    this.#target[selection] = this.texts.hold(outcome.target ?? null);
    this.#flags[selection] = typeof outcome.line === 'number' ? LINE_IS_NUMBER : 0;
    if (outcome.split === undefined) this.#links.set(selection, outcome.link ?? null);
    else this.#links.setSplit(selection, outcome.split);
    this.#american[selection] = outcome.american;
    this.#changedAtMs[selection] = 0;
    return selection;
  }

  /**
   * Fills an empty struct with saved selections, numbered from 0 in their order, all of `epochOf` their as-of time.
   * `texts`: id of each saved text by its number; `place`: called with each selection, answers its listing.
   */
  restore(
    saved: SavedSelections,
    texts: Int32Array,
    epochOf: (asOf: number) => number,
    place: (selection: number, savedListing: number) => { readonly listing: number; readonly head: number },
  ): void {
    const count = saved.american.length;
    this.#slots.takeFirst(count);
    while (this.#capacity < count) this.#grow();
    this.#american.set(saved.american);
    this.#changedAtMs.set(saved.changedAtMs);
    for (let at = 0; at < count; at += 1) this.#flags[at] = saved.flags[at]! & LINE_IS_NUMBER;
    for (const [column, stored] of [
      [this.#key, saved.key],
      [this.#name, saved.name],
      [this.#line, saved.line],
      [this.#overUnder, saved.overUnder],
      [this.#target, saved.target],
    ] as const) {
      for (let at = 0; at < count; at += 1) column[at] = this.texts.holdAgain(texts[stored[at]!]!);
    }
    for (let at = 0; at < count; at += 1) {
      this.#links.set(at, null);
      this.#epoch[at] = epochOf(saved.asOf[at]!);
      const { listing, head } = place(at, saved.listing[at]!);
      this.#listing[at] = listing;
      this.#next[at] = head;
      this.#before[at] = NONE;
      if (head !== NONE) this.#before[head] = at;
    }
  }

  /** Notes that the selection was stated by this connection and this fold. */
  confirm(selection: number, epoch: number, fold: number): void {
    this.#epoch[selection] = epoch;
    this.#fold[selection] = fold;
  }

  reprice(selection: number, american: number, atMs: number): void {
    this.#american[selection] = american;
    this.#changedAtMs[selection] = atMs;
  }

  /** Takes over the texts that the outcome states. Says whether any of them changed; the link is none of them. */
  retext(selection: number, outcome: Outcome): boolean {
    let changed = this.#retextColumn(this.#name, selection, outcome.name);
    changed = this.#retextColumn(this.#overUnder, selection, outcome.overUnder) || changed;
    changed = this.#retextColumn(this.#target, selection, outcome.target) || changed;
    if (outcome.line !== undefined) {
      const flags = typeof outcome.line === 'number' ? LINE_IS_NUMBER : 0;
      changed = this.#retextColumn(this.#line, selection, lineText(outcome.line)) || changed;
      if (flags !== (this.#flags[selection]! & LINE_IS_NUMBER)) changed = true;
      this.#flags[selection] = (this.#flags[selection]! & ~LINE_IS_NUMBER) | flags;
    }
    if (changed) this.#flags[selection]! &= ~IS_MARKED;
    return changed;
  }

  /** Takes over the link that the outcome states. Says whether it changed. */
  relink(selection: number, { split, link: whole }: Outcome): boolean {
    const link = split === undefined ? whole : joinedLink(split);
    if (link === undefined || !this.#links.replace(selection, link)) return false;
    this.#flags[selection]! &= ~IS_MARKED;
    return true;
  }

  /** Takes a selection off. Answers the new head of the chain; the number stays readable until `recycle`. */
  remove(selection: number, head: number): number {
    const [before, next] = [this.#before[selection]!, this.#next[selection]!];
    if (before !== NONE) this.#next[before] = next;
    if (next !== NONE) this.#before[next] = before;
    this.#flags[selection]! |= IS_GONE;
    this.#slots.giveBack(selection);
    this.#resting.push(selection);
    return head === selection ? next : head;
  }

  readonly #resting: number[] = [];

  /** Lets go of the texts and numbers of the selections removed so far. */
  recycle(): void {
    for (const selection of this.#resting) {
      this.texts.release(this.#key[selection]!);
      this.texts.release(this.#name[selection]!);
      this.texts.release(this.#line[selection]!);
      this.texts.release(this.#overUnder[selection]!);
      this.texts.release(this.#target[selection]!);
      this.#links.clear(selection);
    }
    this.#resting.length = 0;
    this.#slots.recycle();
  }

  #retextColumn(column: Int32Array, selection: number, text: string | null | undefined): boolean {
    if (text === undefined) return false;
    const held = column[selection] ?? NO_TEXT;
    if (this.texts.at(held) === text) return false;
    column[selection] = this.texts.hold(text);
    this.texts.release(held);
    return true;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#american = grown(this.#american, this.#capacity);
    this.#listing = grown(this.#listing, this.#capacity);
    this.#next = grown(this.#next, this.#capacity);
    this.#before = grown(this.#before, this.#capacity);
    this.#key = grown(this.#key, this.#capacity);
    this.#name = grown(this.#name, this.#capacity);
    this.#line = grown(this.#line, this.#capacity);
    this.#overUnder = grown(this.#overUnder, this.#capacity);
    this.#target = grown(this.#target, this.#capacity);
    this.#flags = grown(this.#flags, this.#capacity);
    this.#epoch = grown(this.#epoch, this.#capacity);
    this.#fold = grown(this.#fold, this.#capacity);
    this.#changedAtMs = grown(this.#changedAtMs, this.#capacity);
  }
}

function lineText(line: string | number | null | undefined): string | null {
  return typeof line === 'number' ? String(line) : (line ?? null);
}

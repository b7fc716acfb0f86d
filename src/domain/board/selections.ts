import type { SelectionParts } from '../identity/selection/selection-identity.ts';
import { grown, LEAST_ROOM, Slots } from './columns.ts';
import { KeyIndex, NO_SLOT, pairHash } from './key-index.ts';
import type { Outcome } from './messages.ts';
import type { SavedSelections } from './saved-board.ts';
import { Links, NO_LINK } from './text/links.ts';
import { Wordings } from './text/wordings.ts';

/** No selection: the end of a chain. */
export const NONE = -1;

/** A selection and its parts, every text as the provider wrote it. */
export interface SelectionWords extends SelectionParts {
  readonly selection: number;
}

/** A link as the board keeps it: its form's number and its digits, see `Links`. */
export interface PackedLink {
  readonly form: number;
  readonly low: number;
  readonly high: number;
}

/** A selection is a row of whole numbers, as long as a line of the processor's cache. */
export const SELECTION_ROW = {
  size: 16,
  wording: 0,
  american: 1,
  linkForm: 2,
  linkLow: 3,
  linkHigh: 4,
  fold: 5,
  epoch: 6,
  next: 7,
  flags: 8,
  listing: 9,
  noted: 10,
  keyHash: 11,
  before: 12,
  mark: 13,
} as const;
const { size: ROW, wording: WORDING, american: AMERICAN, fold: FOLD, epoch: EPOCH } = SELECTION_ROW;
const {
  linkForm: LINK_FORM,
  linkLow: LINK_LOW,
  linkHigh: LINK_HIGH,
  next: NEXT,
  before: BEFORE,
} = SELECTION_ROW;
const { flags: FLAGS, listing: LISTING, noted: NOTED, keyHash: KEY_HASH, mark: MARK } = SELECTION_ROW;
/** Takes the last two whole numbers: one of the eight floating-point numbers of a row. */
const CHANGED_AT_MS = 7;
const ROW_DOUBLES = ROW / 2;

/** It has left the board; its words stay readable until the next fold. */
const IS_GONE = 1;

/**
 * The selections on the board by dense number, each a row in one array. The selections of one listing (a game at a
 * sportsbook) form a chain through `next`, in the order in which the sportsbook states them.
 */
export class Selections {
  readonly wordings = new Wordings();
  readonly links = new Links(this.wordings.texts);
  readonly #slots = new Slots();
  #capacity = 1024;
  #rows = new Int32Array(this.#capacity * ROW);
  #doubles = new Float64Array(this.#rows.buffer);
  readonly #index = new KeyIndex((selection) =>
    pairHash(this.#rows[selection * ROW + LISTING]!, this.#rows[selection * ROW + KEY_HASH]!),
  );

  /** All rows, see `SELECTION_ROW`: for a loop that reads many. They hold until the next `add`. */
  get rows(): Int32Array {
    return this.#rows;
  }

  get size(): number {
    return this.#slots.used;
  }
  /** One above the highest selection number ever given. */
  get end(): number {
    return this.#slots.end;
  }

  /** American price, `NOT_OFFERED` (0) where suspended. */
  american(selection: number): number {
    return this.#rows[selection * ROW + AMERICAN]!;
  }
  listing(selection: number): number {
    return this.#rows[selection * ROW + LISTING]!;
  }
  next(selection: number): number {
    return this.#rows[selection * ROW + NEXT]!;
  }
  /** The connection that confirmed the selection last. */
  epoch(selection: number): number {
    return this.#rows[selection * ROW + EPOCH]! >>> 0;
  }
  /** The fold that stated the selection last. */
  fold(selection: number): number {
    return this.#rows[selection * ROW + FOLD]! >>> 0;
  }
  /** Unix ms of the last price change, 0 = not changed since it came. */
  changedAtMs(selection: number): number {
    return this.#doubles[selection * ROW_DOUBLES + CHANGED_AT_MS]!;
  }
  wording(selection: number): number {
    return this.#rows[selection * ROW + WORDING]!;
  }
  key(selection: number): string {
    return this.wordings.texts.at(this.keyId(selection)) ?? '';
  }
  keyId(selection: number): number {
    return this.wordings.key(this.wording(selection));
  }
  name(selection: number): string | null {
    return this.wordings.name(this.wording(selection));
  }
  /** The line exactly as the provider wrote it. */
  line(selection: number): string | number | null {
    return this.wordings.line(this.wording(selection));
  }
  overUnder(selection: number): string | null {
    return this.wordings.overUnder(this.wording(selection));
  }
  target(selection: number): string | null {
    return this.wordings.target(this.wording(selection));
  }
  link(selection: number): string | null {
    const row = selection * ROW;
    return this.links.at(
      this.#rows[row + LINK_FORM]!,
      this.#rows[row + LINK_LOW]!,
      this.#rows[row + LINK_HIGH]!,
    );
  }
  linkForm(selection: number): number {
    return this.#rows[selection * ROW + LINK_FORM]!;
  }
  linkLow(selection: number): number {
    return this.#rows[selection * ROW + LINK_LOW]!;
  }
  linkHigh(selection: number): number {
    return this.#rows[selection * ROW + LINK_HIGH]!;
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

  /** The selection of a listing by its key's text id, `NONE` where there is none. */
  find(listing: number, keyId: number): number {
    const hash = pairHash(listing, this.wordings.texts.hashOf(keyId));
    const index = this.#index;
    for (let slot = index.first(hash); slot !== NO_SLOT; slot = index.after(slot, hash)) {
      const selection = index.at(slot);
      if (this.#rows[selection * ROW + LISTING] === listing && this.keyId(selection) === keyId)
        return selection;
    }
    return NONE;
  }

  /** The selection of a listing by its key, `NONE` where there is none. */
  withKey(listing: number, key: string): number {
    const keyId = this.wordings.texts.find(key);
    return keyId === undefined ? NONE : this.find(listing, keyId);
  }

  /** The first selection of a listing whose key has the hash, or the one after `last`; `NONE` where there is no more. */
  withKeyHash(listing: number, keyHash: number, last = NONE): number {
    const hash = pairHash(listing, keyHash);
    const index = this.#index;
    let isBehind = last === NONE;
    for (let slot = index.first(hash); slot !== NO_SLOT; slot = index.after(slot, hash)) {
      const selection = index.at(slot);
      if (!isBehind) isBehind = selection === last;
      else if (
        this.#rows[selection * ROW + KEY_HASH] === keyHash &&
        this.#rows[selection * ROW + LISTING] === listing
      )
        return selection;
    }
    return NONE;
  }

  /** A number that somebody may note with a selection, and read again: to tell what was met before. */
  note(selection: number, number: number): void {
    this.#rows[selection * ROW + NOTED] = number;
  }
  noted(selection: number): number {
    return this.#rows[selection * ROW + NOTED]!;
  }

  /**
   * A number that one who follows every fold may keep with a selection, beside what the fold has at hand anyway; 0 when the
   * selection comes.
   */
  mark(selection: number, number: number): void {
    this.#rows[selection * ROW + MARK] = number;
  }
  marked(selection: number): number {
    return this.#rows[selection * ROW + MARK]!;
  }
  unmarkAll(): void {
    for (let row = MARK; row < this.end * ROW; row += ROW) this.#rows[row] = 0;
  }

  /**
   * Adds a selection to a listing's chain behind `before`, or in front of `head`, with a wording and a link that are held
   * for it: the caller's holds go over to it. Answers its number.
   */
  add(
    listing: number,
    head: number,
    before: number,
    wording: number,
    american: number,
    link: PackedLink,
  ): number {
    const selection = this.#slots.take();
    if (selection >= this.#capacity) this.#grow();
    const rows = this.#rows;
    const row = selection * ROW;
    rows[row + WORDING] = wording;
    rows[row + AMERICAN] = american;
    rows[row + LINK_FORM] = link.form;
    rows[row + LINK_LOW] = link.low;
    rows[row + LINK_HIGH] = link.high;
    rows[row + FLAGS] = 0;
    rows[row + LISTING] = listing;
    rows[row + NOTED] = 0;
    rows[row + MARK] = 0;
    rows[row + KEY_HASH] = this.wordings.texts.hashOf(this.wordings.key(wording));
    this.#doubles[selection * ROW_DOUBLES + CHANGED_AT_MS] = 0;
    this.#enchain(selection, head, before);
    this.#index.add(selection);
    return selection;
  }

  /** Puts a selection of the chain that begins with `head` behind another one of it, or in front. Answers the new head. */
  move(selection: number, head: number, before: number): number {
    const rest = this.#unchain(selection, head);
    this.#enchain(selection, rest, before);
    return before === NONE ? selection : rest;
  }

  /**
   * Fills an empty struct with saved selections, numbered from 0 in their order, all of `epochOf` their as-of time.
   * `texts`: id of each saved text by its number; `place`: called with each selection, the last one first, answers its listing.
   */
  restore(
    saved: SavedSelections,
    texts: Int32Array,
    epochOf: (asOf: number) => number,
    place: (selection: number, savedListing: number) => { readonly listing: number; readonly head: number },
  ): void {
    const count = saved.american.length;
    const { wordings } = this;
    this.#slots.takeFirst(count);
    while (this.#capacity < count) this.#grow();
    for (let at = count - 1; at >= 0; at -= 1) {
      const row = at * ROW;
      const wording = wordings.take({
        key: texts[saved.key[at]!]!,
        name: texts[saved.name[at]!]!,
        line: texts[saved.line[at]!]!,
        overUnder: texts[saved.overUnder[at]!]!,
        target: texts[saved.target[at]!]!,
        isLineNumber: (saved.flags[at]! & 1) !== 0,
      });
      const { listing, head } = place(at, saved.listing[at]!);
      this.#rows[row + WORDING] = wording;
      this.#rows[row + AMERICAN] = saved.american[at]!;
      this.#rows[row + LINK_FORM] = NO_LINK;
      this.#rows[row + EPOCH] = epochOf(saved.asOf[at]!);
      this.#rows[row + LISTING] = listing;
      this.#rows[row + KEY_HASH] = wordings.texts.hashOf(wordings.key(wording));
      this.#doubles[at * ROW_DOUBLES + CHANGED_AT_MS] = saved.changedAtMs[at]!;
      this.#enchain(at, head, NONE);
      this.#index.add(at);
    }
  }

  /** Notes that the selection was stated by this connection and this fold. */
  confirm(selection: number, epoch: number, fold: number): void {
    this.#rows[selection * ROW + EPOCH] = epoch;
    this.#rows[selection * ROW + FOLD] = fold;
  }

  reprice(selection: number, american: number, atMs: number): void {
    this.#rows[selection * ROW + AMERICAN] = american;
    this.#doubles[selection * ROW_DOUBLES + CHANGED_AT_MS] = atMs;
  }

  /** Takes over the words that the outcome states. Says whether any of them changed; the link is none of them. */
  retext(selection: number, outcome: Outcome): boolean {
    const known = this.wording(selection);
    if (this.wordings.says(known, outcome)) return false;
    return this.reword(selection, this.wordings.takeOf(outcome.key, outcome, known));
  }

  /** Whether a wording and a link are what the selection says already. */
  says(selection: number, wording: number, { form, low, high }: PackedLink): boolean {
    const row = selection * ROW;
    return (
      this.#rows[row + WORDING] === wording &&
      this.#rows[row + LINK_FORM] === form &&
      this.#rows[row + LINK_LOW] === low &&
      this.#rows[row + LINK_HIGH] === high
    );
  }

  /** Takes over a wording that is held for it. Says whether it is another one. */
  reword(selection: number, wording: number): boolean {
    const known = this.wording(selection);
    this.#rows[selection * ROW + WORDING] = wording;
    this.wordings.release(known);
    return known !== wording;
  }

  /** Takes over the link that the outcome states. Says whether it changed. */
  relink(selection: number, { link }: Outcome): boolean {
    if (link === undefined) return false;
    const row = selection * ROW;
    const rows = this.#rows;
    if (this.links.says(rows[row + LINK_FORM]!, rows[row + LINK_LOW]!, rows[row + LINK_HIGH]!, link))
      return false;
    const form = this.links.take(link);
    return this.relinkPacked(selection, form, this.links.digits.low, this.links.digits.high);
  }

  /** Takes over a link whose form is held for it. Says whether it is another one. */
  relinkPacked(selection: number, form: number, low: number, high: number): boolean {
    const rows = this.#rows;
    const row = selection * ROW;
    const isSame =
      rows[row + LINK_FORM] === form && rows[row + LINK_LOW] === low && rows[row + LINK_HIGH] === high;
    this.links.release(rows[row + LINK_FORM]!);
    rows[row + LINK_FORM] = form;
    rows[row + LINK_LOW] = low;
    rows[row + LINK_HIGH] = high;
    return !isSame;
  }

  /** Whether the selection has left the board. */
  isGone(selection: number): boolean {
    return (this.#rows[selection * ROW + FLAGS]! & IS_GONE) !== 0;
  }

  /** Takes a selection off. Answers the new head of the chain; the number stays readable until `recycle`. */
  remove(selection: number, head: number): number {
    this.#index.remove(selection);
    this.#rows[selection * ROW + FLAGS]! |= IS_GONE;
    this.#slots.giveBack(selection);
    this.#resting.push(selection);
    return this.#unchain(selection, head);
  }

  readonly #resting: number[] = [];

  /** Lets go of the texts and numbers of the selections removed so far. */
  recycle(): void {
    if (this.#resting.length === 0) return;
    for (const selection of this.#resting) {
      this.wordings.release(this.wording(selection));
      this.links.release(this.linkForm(selection));
    }
    this.#resting.length = 0;
    this.#slots.recycle();
  }

  #enchain(selection: number, head: number, before: number): void {
    const rows = this.#rows;
    const next = before === NONE ? head : rows[before * ROW + NEXT]!;
    rows[selection * ROW + NEXT] = next;
    rows[selection * ROW + BEFORE] = before;
    if (before !== NONE) rows[before * ROW + NEXT] = selection;
    if (next !== NONE) rows[next * ROW + BEFORE] = selection;
  }

  /** Answers the new head. What the selection itself says of its neighbours stays. */
  #unchain(selection: number, head: number): number {
    const rows = this.#rows;
    const [before, next] = [rows[selection * ROW + BEFORE]!, rows[selection * ROW + NEXT]!];
    if (before !== NONE) rows[before * ROW + NEXT] = next;
    if (next !== NONE) rows[next * ROW + BEFORE] = before;
    return head === selection ? next : head;
  }

  #grow(): void {
    this.#capacity = Math.max(LEAST_ROOM, 2 * this.#capacity);
    this.#rows = grown(this.#rows, this.#capacity * ROW);
    this.#doubles = new Float64Array(this.#rows.buffer);
  }
}

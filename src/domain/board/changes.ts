import { grown } from './columns.ts';
import type { BoardMessage, ChangeOrigin } from './messages.ts';
import { NONE } from './selections.ts';

/** What made a fold. */
export type ChangeCause = BoardMessage['kind'] | 'sweep' | 'filters' | 'loaded';

/** What happened to a selection; several may be set. */
export const CHANGE_ADDED = 1;
/** The price moved, appeared or went (suspended). */
export const CHANGE_PRICE = 2;
/** The line or another text of the selection changed. */
export const CHANGE_TEXT = 4;
/** The selection has left the board. Its number stays readable until the next fold. */
export const CHANGE_REMOVED = 8;
/** A price from an earlier connection was confirmed: stale until now, live from now on. */
export const CHANGE_CONFIRMED = 16;

/** The link to the bet slip changed. */
export const CHANGE_LINK = 32;

/** What makes a listing offer other bets than before: a selection came, went, or has other words. */
export const CHANGES_OF_BETS = CHANGE_ADDED | CHANGE_TEXT | CHANGE_REMOVED;

/**
 * The selections that one fold really changed, as columns; reused by the next fold, so read it at once.
 * `previous` is the price before, `NOT_OFFERED` where there was none or where it was stale: a stale price is
 * never the origin of a change.
 */
export class Changes {
  count = 0;
  origin: ChangeOrigin = 'update';
  /** What the fold was: a message, the sweep after a reconnect, filters that were narrowed, or a saved board. */
  cause: ChangeCause = 'prices';
  /** The listing, by its number, that a message of prices was about, whether it changed anything or not; else `NONE`. */
  listing = NONE;
  atMs = 0;
  /** Games that came to the board or left it with this fold, by game number. */
  readonly gamesAdded: number[] = [];
  readonly gamesRemoved: number[] = [];
  /** Games of which more is known now: their start or their universal id. */
  readonly gamesRestated: number[] = [];
  #selection = new Int32Array(1024);
  #previous = new Int32Array(1024);
  #american = new Int32Array(1024);
  #held = new Int32Array(1024);
  #what = new Uint8Array(1024);
  #whats = 0;

  /** Starts a new fold. */
  clear(origin: ChangeOrigin, cause: ChangeCause, atMs: number): void {
    this.count = 0;
    this.#whats = 0;
    this.listing = NONE;
    this.cause = cause;
    this.origin = origin;
    this.atMs = atMs;
    // emptying an array costs a call even where it is empty
    if (this.gamesAdded.length > 0) this.gamesAdded.length = 0;
    if (this.gamesRemoved.length > 0) this.gamesRemoved.length = 0;
    if (this.gamesRestated.length > 0) this.gamesRestated.length = 0;
  }

  /** Whether games came, left, or are known better now. */
  get hasGames(): boolean {
    return this.gamesAdded.length + this.gamesRemoved.length + this.gamesRestated.length > 0;
  }

  /** Whether the fold changed nothing at all. */
  get isEmpty(): boolean {
    return this.count === 0 && !this.hasGames;
  }

  /** `held`: the price that stood on the board before, current or stale. */
  add(selection: number, previous: number, american: number, what: number, held = previous): void {
    const at = this.count;
    if (at === this.#selection.length) this.#double();
    this.#selection[at] = selection;
    this.#previous[at] = previous;
    this.#american[at] = american;
    this.#what[at] = what;
    this.#whats |= what;
    this.#held[at] = held;
    this.count = at + 1;
  }

  /** Whether any of these (`CHANGE_…`) happened to some selection. */
  has(what: number): boolean {
    return (this.#whats & what) !== 0;
  }

  selection(at: number): number {
    return this.#selection[at]!;
  }
  previous(at: number): number {
    return this.#previous[at]!;
  }
  /** The price that stood on the board before, current or stale; `NOT_OFFERED` where there was none. */
  held(at: number): number {
    return this.#held[at]!;
  }
  american(at: number): number {
    return this.#american[at]!;
  }
  what(at: number): number {
    return this.#what[at]!;
  }

  #double(): void {
    const capacity = this.#selection.length * 2;
    this.#selection = grown(this.#selection, capacity);
    this.#previous = grown(this.#previous, capacity);
    this.#american = grown(this.#american, capacity);
    this.#what = grown(this.#what, capacity);
    this.#held = grown(this.#held, capacity);
  }
}

import type { Board } from '../../board/board.ts';
import type { CompiledRule } from './compiled-rule.ts';

/** Most legs that are waited for; the one that was asked for first is let go. */
const MOST_AWAITED = 1_000;

/** A leg that was too old for some rules when all else was as they want it. */
interface AwaitedLeg {
  readonly selection: number;
  readonly watchers: Set<CompiledRule>;
  /** The fold that had stated it last, and the connection it came on. */
  readonly fold: number;
  readonly epoch: number;
}

/** Remembers which legs rules wait for, so that one whose price is stated again without a change is looked at once more. */
export class AwaitedLegs {
  readonly #board: Board;
  readonly #byListing = new Map<number, Map<number, AwaitedLeg>>();
  #size = 0;

  constructor(board: Board) {
    this.#board = board;
  }

  /** Whether any leg of a listing, by its number, is waited for. */
  isAwaited(listing: number): boolean {
    return this.#byListing.has(listing);
  }

  add(selection: number, watcher: CompiledRule): void {
    const { selections, epoch } = this.#board;
    const [listing, fold] = [selections.listing(selection), selections.fold(selection)];
    const legs = this.#byListing.get(listing) ?? new Map<number, AwaitedLeg>();
    const known = legs.get(selection);
    if (known !== undefined && known.fold === fold && known.epoch === epoch) {
      known.watchers.add(watcher);
      return;
    }
    if (known === undefined) {
      if (this.#size === MOST_AWAITED) this.forget(this.#byListing.keys().next().value!);
      this.#size += 1;
    }
    legs.set(selection, { selection, watchers: new Set([watcher]), fold, epoch });
    this.#byListing.set(listing, legs);
  }

  /** The legs of a listing that were stated since they were asked for; they are waited for no longer. */
  takeStated(listing: number): readonly AwaitedLeg[] {
    const legs = this.#byListing.get(listing);
    if (legs === undefined) return [];
    const { selections, epoch } = this.#board;
    const stated: AwaitedLeg[] = [];
    for (const leg of legs.values()) {
      const isOfNow = leg.epoch === epoch;
      if (isOfNow && selections.fold(leg.selection) === leg.fold) continue;
      legs.delete(leg.selection);
      this.#size -= 1;
      if (isOfNow) stated.push(leg);
    }
    if (legs.size === 0) this.#byListing.delete(listing);
    return stated;
  }

  /** Nothing of a listing is waited for any longer. */
  forget(listing: number): void {
    this.#size -= this.#byListing.get(listing)?.size ?? 0;
    this.#byListing.delete(listing);
  }

  forgetAll(): void {
    this.#byListing.clear();
    this.#size = 0;
  }
}

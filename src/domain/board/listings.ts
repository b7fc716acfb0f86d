import { Slots } from './columns.ts';
import { KeyIndex, NO_SLOT, pairHash } from './key-index.ts';
import { NONE } from './selections.ts';

/** A game at one sportsbook. */
export interface Listing {
  readonly sportsbook: number;
  readonly game: number;
  sport: number;
  /** First selection of its chain, `NONE` where it offers nothing. */
  head: number;
  selections: number;
  /** The connection that stated it last. */
  epoch: number;
  /** It has left the board; its words stay readable until the next fold. */
  isGone: boolean;
}

/** The listings on the board by dense number, found by (sportsbook, game). */
export class Listings {
  readonly #slots = new Slots();
  readonly #listings: (Listing | undefined)[] = [];
  readonly #index = new KeyIndex((number) => {
    const { sportsbook, game } = this.#listings[number]!;
    return pairHash(sportsbook, game);
  });
  readonly #gamesOf = new Map<number, number>();

  get size(): number {
    return this.#index.size;
  }
  /** Sportsbooks that carry at least one game. */
  get sportsbooks(): number {
    return this.#gamesOf.size;
  }

  /** The listing of a number, also of one that has just gone; `undefined` of a free number. */
  at(number: number): Listing | undefined {
    return this.#listings[number];
  }

  /** The listings on the board. One that is removed meanwhile does no harm. */
  *onBoard(): IterableIterator<readonly [number, Listing]> {
    for (let number = 0; number < this.#slots.end; number += 1) {
      const listing = this.#listings[number];
      if (listing !== undefined && !listing.isGone) yield [number, listing];
    }
  }

  /** The listings of a game, one for each sportsbook that carries it. */
  *ofGame(game: number): IterableIterator<Listing> {
    for (const sportsbook of this.#gamesOf.keys()) {
      const number = this.find(sportsbook, game);
      if (number !== -1) yield this.#listings[number]!;
    }
  }

  /** Number of the listing, -1 when the sportsbook does not carry the game. */
  find(sportsbook: number, game: number): number {
    const index = this.#index;
    const hash = pairHash(sportsbook, game);
    for (let slot = index.first(hash); slot !== NO_SLOT; slot = index.after(slot, hash)) {
      const number = index.at(slot);
      const listing = this.#listings[number]!;
      if (listing.sportsbook === sportsbook && listing.game === game) return number;
    }
    return NONE;
  }

  add(sportsbook: number, game: number, sport: number): number {
    const number = this.#slots.take();
    this.#listings[number] = { sportsbook, game, sport, head: NONE, selections: 0, epoch: 0, isGone: false };
    this.#index.add(number);
    this.#gamesOf.set(sportsbook, (this.#gamesOf.get(sportsbook) ?? 0) + 1);
    return number;
  }

  remove(number: number): void {
    const listing = this.#listings[number]!;
    listing.isGone = true;
    this.#index.remove(number);
    const games = this.#gamesOf.get(listing.sportsbook)! - 1;
    if (games === 0) this.#gamesOf.delete(listing.sportsbook);
    else this.#gamesOf.set(listing.sportsbook, games);
    this.#resting.push(number);
    this.#slots.giveBack(number);
  }

  readonly #resting: number[] = [];

  /** Forgets the listings removed so far and makes their numbers available again. */
  recycle(): void {
    if (this.#resting.length === 0) return;
    for (const number of this.#resting) this.#listings[number] = undefined;
    this.#resting.length = 0;
    this.#slots.recycle();
  }
}

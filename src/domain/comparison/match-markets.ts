import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import {
  type BetIdentity,
  betIdentity,
  namesWithDraw,
  type SelectionParts,
} from '../identity/selection/selection-identity.ts';

/** A market of a match: one question, and every selection that answers it, at whatever sportsbook. */
export interface Market {
  /** As `BetIdentity.market`: unique within the match. */
  readonly key: string;
  readonly kind: BetIdentity['kind'];
  readonly period: string;
  /** How many sides make it complete, exactly one of them winning; `null` where that is not known. */
  readonly ways: 2 | 3 | null;
  /** Selections by side (`home`, `over`, …); no side is empty. */
  readonly sides: ReadonlyMap<string, ReadonlySet<number>>;
}

interface OpenMarket extends Market {
  readonly sides: Map<string, Set<number>>;
}

/** Where a selection stands. */
export interface MarketPlace {
  readonly market: Market;
  readonly side: string;
}

/** The markets of one match, kept listing by listing. What sportsbooks write alike is read once. */
export class MatchMarkets {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #markets = new Map<string, OpenMarket>();
  readonly #places = new Map<number, MarketPlace>();
  readonly #ofListing = new Map<number, number[]>();
  readonly #read = new Map<string, BetIdentity | null>();

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#fixtures = fixtures;
  }

  get markets(): ReadonlyMap<string, Market> {
    return this.#markets;
  }

  /** Where a selection stands; `undefined` where it can't be compared. */
  placeOf(selection: number): MarketPlace | undefined {
    return this.#places.get(selection);
  }

  /** Reads a listing anew: what it offers now takes the place of what it offered before. */
  refresh(number: number): void {
    this.#forget(number);
    const listing = this.#board.listings.at(number);
    if (listing === undefined || listing.isGone) return;
    const offered = this.#partsOf(listing);
    const withDraw = namesWithDraw(offered);
    const selections: number[] = [];
    for (const parts of offered) {
      const bet = this.#identify(parts, listing.game, withDraw);
      if (bet === null) continue;
      this.#add(parts.selection, bet);
      selections.push(parts.selection);
    }
    this.#ofListing.set(number, selections);
  }

  #partsOf(listing: Listing): (SelectionParts & { readonly selection: number })[] {
    const { selections } = this.#board;
    const found = [];
    for (let selection = listing.head; selection !== NONE; selection = selections.next(selection)) {
      found.push({
        selection,
        name: selections.name(selection),
        line: selections.line(selection),
        overUnder: selections.overUnder(selection),
        target: selections.target(selection),
      });
    }
    return found;
  }

  #identify(parts: SelectionParts, number: number, withDraw: ReadonlySet<string>): BetIdentity | null {
    const { name, line, overUnder, target } = parts;
    const hasDraw = name !== null && withDraw.has(name);
    const words = `${number}\u001f${hasDraw}\u001f${name}\u001f${line}\u001f${overUnder}\u001f${target}`;
    const known = this.#read.get(words);
    if (known !== undefined) return known;
    const game = this.#board.games.at(number);
    const bet = betIdentity(parts, { ...game, isFlipped: this.#fixtures.isFlipped(number), withDraw });
    this.#read.set(words, bet);
    return bet;
  }

  #add(selection: number, { market: key, side, kind, period, ways }: BetIdentity): void {
    let market = this.#markets.get(key);
    if (market === undefined) {
      market = { key, kind, period, ways, sides: new Map() };
      this.#markets.set(key, market);
    }
    const offers = market.sides.get(side) ?? new Set();
    market.sides.set(side, offers.add(selection));
    this.#places.set(selection, { market, side });
  }

  #forget(number: number): void {
    for (const selection of this.#ofListing.get(number) ?? []) {
      const place = this.#places.get(selection)!;
      this.#places.delete(selection);
      const market = this.#markets.get(place.market.key)!;
      const offers = market.sides.get(place.side)!;
      offers.delete(selection);
      if (offers.size === 0) market.sides.delete(place.side);
      if (market.sides.size === 0) this.#markets.delete(market.key);
    }
    this.#ofListing.delete(number);
  }
}

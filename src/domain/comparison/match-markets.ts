import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import type { BetIdentity } from '../identity/selection/selection-identity.ts';
import { ListingBets } from './listing-bets.ts';

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

/** The markets of one match, kept listing by listing. */
export class MatchMarkets {
  readonly #bets: ListingBets;
  readonly #markets = new Map<string, OpenMarket>();
  readonly #places = new Map<number, MarketPlace>();
  readonly #ofListing = new Map<number, number[]>();

  constructor(board: Board, fixtures: Fixtures) {
    this.#bets = new ListingBets(board, fixtures);
  }

  get markets(): ReadonlyMap<string, Market> {
    return this.#markets;
  }

  /** Where a selection stands; `undefined` where it can't be compared. */
  placeOf(selection: number): MarketPlace | undefined {
    return this.#places.get(selection);
  }

  /** Reads a listing that is new here, or was forgotten. */
  read(number: number, listing: Listing): void {
    const read = this.#bets.read(listing);
    for (const { words, bet } of read) this.#add(words.selection, bet);
    this.#ofListing.set(
      number,
      read.map(({ words }) => words.selection),
    );
  }

  /** What a listing offered is no part of the markets any more. */
  forget(number: number): void {
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
}

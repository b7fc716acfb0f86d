import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Game } from '../board/games.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import {
  type BetIdentity,
  betIdentity,
  namesWithDraw,
  type SelectionParts,
} from '../identity/selection/selection-identity.ts';

/** Most wordings remembered of a label: lines that move for hours write new ones all the time. */
const MOST_READ = 50_000;

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

/** What wordings mean under one label of the match. */
interface KnownWords {
  readonly game: Game;
  readonly isFlipped: boolean;
  readonly bets: Map<string, BetIdentity | null>;
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
  readonly #read = new Map<number, KnownWords>();

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

  /** Reads a listing that is new here, or was forgotten. */
  read(number: number, listing: Listing): void {
    const offered = this.#partsOf(listing);
    const withDraw = namesWithDraw(offered);
    const words = this.#wordsOf(listing.game);
    const selections: number[] = [];
    for (const parts of offered) {
      const bet = this.#identify(parts, words, withDraw);
      if (bet === null) continue;
      this.#add(parts.selection, bet);
      selections.push(parts.selection);
    }
    this.#ofListing.set(number, selections);
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

  #identify(parts: SelectionParts, words: KnownWords, withDraw: ReadonlySet<string>): BetIdentity | null {
    const { name, line, overUnder, target } = parts;
    const hasDraw = name !== null && withDraw.has(name);
    const written = `${hasDraw}\u001f${name}\u001f${line}\u001f${overUnder}\u001f${target}`;
    const known = words.bets.get(written);
    if (known !== undefined) return known;
    const bet = betIdentity(parts, { ...words.game, isFlipped: words.isFlipped, withDraw });
    if (words.bets.size >= MOST_READ) words.bets.clear();
    words.bets.set(written, bet);
    return bet;
  }

  /** What was read under the label of a game; anew when another label has got its number. */
  #wordsOf(number: number): KnownWords {
    const game = this.#board.games.at(number);
    const isFlipped = this.#fixtures.isFlipped(number);
    const known = this.#read.get(number);
    if (known !== undefined && known.game.label === game.label && known.isFlipped === isFlipped) return known;
    const words = { game: { ...game }, isFlipped, bets: new Map() };
    this.#read.set(number, words);
    return words;
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

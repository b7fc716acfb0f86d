import type { Board } from '../board/board.ts';
import { CHANGES_OF_BETS, type Changes } from '../board/changes.ts';
import type { Fixtures } from '../board/fixtures.ts';
import { type Market, type MarketPlace, MatchMarkets } from './match-markets.ts';

/** Most matches whose markets are kept; the ones that were asked for longest ago go first. */
const MOST_MATCHES = 2_000;

interface KeptMatch {
  readonly markets: MatchMarkets;
  /** Listings that have to be read anew. */
  readonly dirty: Set<number>;
}

/**
 * What other sportsbooks offer for exactly this bet: the markets of a match across its listings. A match costs nothing
 * until somebody asks for it; then a change of prices alone costs nothing, and a listing is read anew only when a
 * selection of it came, went or was reworded. Give it every fold that the fixtures have taken note of.
 */
export class Comparison {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #kept = new Map<number, KeptMatch>();
  readonly #matchOfListing = new Map<number, number>();
  #regroupings: number;

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#regroupings = fixtures.regroupings;
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    if (this.#kept.size === 0) return;
    if (this.#regroupings !== this.#fixtures.regroupings) {
      this.#regroupings = this.#fixtures.regroupings;
      return this.#dropAll();
    }
    for (const game of changes.gamesRestated) this.#drop(this.#fixtures.matchOf(game));
    const { selections, listings } = this.#board;
    for (let at = 0; at < changes.count; at += 1) {
      if ((changes.what(at) & CHANGES_OF_BETS) === 0) continue;
      const number = selections.listing(changes.selection(at));
      const listing = listings.at(number)!;
      // a game that has just left has no match any more, but its listing is still in one's markets
      const match = listing.isGone ? this.#matchOfListing.get(number) : this.#fixtures.matchOf(listing.game);
      const kept = match === undefined ? undefined : this.#kept.get(match);
      if (kept === undefined) continue;
      // at once: its selections' numbers may belong to others by the time somebody looks
      kept.markets.forget(number);
      kept.dirty.add(number);
    }
    // a match that has ended must not lend its number to another one's markets
    if (changes.gamesRemoved.length > 0) this.#dropEnded();
  }

  /** The markets of a match by their keys, as they stand now. Good until the next fold. */
  marketsOf(match: number): ReadonlyMap<string, Market> {
    return this.#current(match).markets;
  }

  /** The market and the side of a selection on the board; `undefined` where it can't be compared. */
  placeOf(selection: number): MarketPlace | undefined {
    const listing = this.#board.listings.at(this.#board.selections.listing(selection));
    if (listing === undefined) return undefined;
    return this.#current(this.#fixtures.matchOf(listing.game)).placeOf(selection);
  }

  #current(match: number): MatchMarkets {
    if (this.#regroupings !== this.#fixtures.regroupings) {
      this.#regroupings = this.#fixtures.regroupings;
      this.#dropAll();
    }
    const kept = this.#kept.get(match) ?? this.#begin(match);
    // asked for last, it leaves last
    this.#kept.delete(match);
    this.#kept.set(match, kept);
    for (const number of kept.dirty) {
      const listing = this.#board.listings.at(number);
      // the number may have gone to a listing of another match since
      if (listing === undefined || listing.isGone || this.#fixtures.matchOf(listing.game) !== match) continue;
      kept.markets.read(number, listing);
      this.#matchOfListing.set(number, match);
    }
    kept.dirty.clear();
    return kept.markets;
  }

  #begin(match: number): KeptMatch {
    if (this.#kept.size >= MOST_MATCHES) this.#drop(this.#kept.keys().next().value!);
    const kept = { markets: new MatchMarkets(this.#board, this.#fixtures), dirty: new Set<number>() };
    for (const [number, listing] of this.#board.listings.onBoard())
      if (this.#fixtures.matchOf(listing.game) === match) kept.dirty.add(number);
    return kept;
  }

  #drop(match: number): void {
    if (!this.#kept.delete(match)) return;
    for (const [listing, of] of this.#matchOfListing) if (of === match) this.#matchOfListing.delete(listing);
  }

  #dropAll(): void {
    this.#kept.clear();
    this.#matchOfListing.clear();
  }

  #dropEnded(): void {
    const alive = new Set<number>();
    for (const game of this.#board.games.numbers()) alive.add(this.#fixtures.matchOf(game));
    for (const match of [...this.#kept.keys()]) if (!alive.has(match)) this.#drop(match);
  }
}

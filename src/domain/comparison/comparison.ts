import type { Board } from '../board/board.ts';
import {
  CHANGE_ADDED,
  CHANGE_REMOVED,
  CHANGE_TEXT,
  CHANGES_OF_BETS,
  type Changes,
} from '../board/changes.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import { BoardBets } from './board-bets.ts';
import type { ReadBet } from './listing-bets.ts';
import { type Market, type MarketFamily, type MarketPlace, MatchMarkets } from './match-markets.ts';

/**
 * What other sportsbooks offer for exactly this bet: the markets of a match across its listings. A match costs nothing
 * until somebody asks for it; from then on until it ends a selection that comes, goes or is reworded costs a look at
 * itself, and a price that changes nothing. Give it every fold that the fixtures have taken note of.
 */
export class Comparison {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #bets: BoardBets;
  /** By match. */
  readonly #kept = new Map<number, MatchMarkets>();
  /** By the match's games. */
  readonly #ofGame = new Map<number, MatchMarkets>();
  /** What selections that the last fold reworded were before, as far as it was known. */
  readonly #before = new Map<number, ReadBet | null>();
  #regroupings: number;

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#bets = new BoardBets(board, fixtures);
    this.#regroupings = fixtures.regroupings;
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    // emptying a map makes it a new table even where it is empty
    if (this.#before.size > 0) this.#before.clear();
    this.#catchUp();
    for (const game of changes.gamesRestated) if (this.#bets.isReworded(game)) this.#forgetGame(game);
    for (const game of changes.gamesAdded) this.#addGame(game);
    if (changes.has(CHANGES_OF_BETS)) this.#noteBets(changes);
    for (const game of changes.gamesRemoved) this.#removeGame(game);
  }

  /** The markets of a match by their keys, as they stand now. Good until the next fold. */
  marketsOf(match: number): ReadonlyMap<string, Market> {
    return this.#current(match).markets;
  }

  /** The market and the side of a selection on the board; `undefined` where it can't be compared. */
  placeOf(selection: number): MarketPlace | undefined {
    const market = this.marketOf(selection);
    return market && { market, side: this.#bets.of(selection)!.side };
  }

  /** The market of a selection, also of one that has just left; `undefined` where it can't be compared. */
  marketOf(selection: number): Market | undefined {
    const bet = this.betOf(selection);
    return bet === null ? undefined : this.#around(selection)?.markets.get(bet.market);
  }

  /** The markets that differ from that of a bet by their line alone, in the match of a selection. */
  familyOf(selection: number, { family }: ReadBet): MarketFamily | undefined {
    return this.#around(selection)?.families.get(family);
  }

  /**
   * What a selection is a bet on, also one that has just left, without a look at its match; `null` where that can't be
   * told for sure.
   */
  betOf(selection: number): ReadBet | null {
    this.#catchUp();
    return this.#bets.of(selection);
  }

  /** What a selection was before the last fold reworded it; `undefined` where it did not, or nobody had asked. */
  betBefore(selection: number): ReadBet | null | undefined {
    return this.#before.get(selection);
  }

  /** The markets of the match that a selection is of. */
  #around(selection: number): MatchMarkets | undefined {
    const game = this.#board.listings.at(this.#board.selections.listing(selection))?.game;
    if (game === undefined) return undefined;
    return this.#ofGame.get(game) ?? this.#current(this.#fixtures.matchOf(game));
  }

  #current(match: number): MatchMarkets {
    this.#catchUp();
    return this.#kept.get(match) ?? this.#begin(match);
  }

  #begin(match: number): MatchMarkets {
    const markets = new MatchMarkets(this.#board);
    this.#kept.set(match, markets);
    for (const game of this.#fixtures.gamesOf(match)) {
      this.#ofGame.set(game, markets);
      for (const listing of this.#board.listings.ofGame(game)) this.#joinAll(listing, markets);
    }
    return markets;
  }

  #noteBets(changes: Changes): void {
    let concerned: Set<Listing> | undefined;
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      if ((what & CHANGES_OF_BETS) === 0) continue;
      const selection = changes.selection(at);
      const listing = this.#listingOf(selection);
      if (this.#bets.mayTurnOthers(selection, listing, (what & CHANGE_TEXT) !== 0)) {
        concerned ??= new Set();
        concerned.add(listing);
      }
      if ((what & CHANGE_ADDED) === 0) this.#leave(selection, listing, (what & CHANGE_REMOVED) === 0);
      else this.#bets.forget(selection);
    }
    // once a listing: all of it may have other words
    const turned = [...(concerned ?? [])].filter((listing) => this.#bets.isTurned(listing));
    for (const listing of turned)
      for (let at = listing.head; at !== NONE; at = this.#board.selections.next(at))
        this.#leave(at, listing, true);
    for (const listing of turned) this.#joinAll(listing, this.#ofGame.get(listing.game));
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      if ((what & CHANGES_OF_BETS) === 0 || (what & CHANGE_REMOVED) !== 0) continue;
      const selection = changes.selection(at);
      this.#join(selection, this.#ofGame.get(this.#listingOf(selection).game));
    }
  }

  /** `isHere`: it stays on the board, as another bet; else what it was can be asked until the next fold. */
  #leave(selection: number, listing: Listing, isHere: boolean): void {
    const bet = this.#bets.known(selection);
    if (bet !== undefined && bet !== null) this.#ofGame.get(listing.game)?.leave(selection, bet);
    if (!isHere || bet === undefined) return;
    if (!this.#before.has(selection)) this.#before.set(selection, bet);
    this.#bets.forget(selection);
  }

  #joinAll(listing: Listing, markets: MatchMarkets | undefined): void {
    for (let at = listing.head; at !== NONE; at = this.#board.selections.next(at)) this.#join(at, markets);
  }

  #join(selection: number, markets: MatchMarkets | undefined): void {
    const bet = markets === undefined ? null : this.#bets.of(selection);
    if (bet !== null) markets?.join(selection, bet);
  }

  #addGame(game: number): void {
    this.#bets.forgetGame(game);
    const kept = this.#kept.get(this.#fixtures.matchOf(game));
    if (kept !== undefined) this.#ofGame.set(game, kept);
  }

  /** With a game that has left its number may go to another one's. */
  #removeGame(game: number): void {
    this.#bets.forgetGame(game);
    const kept = this.#ofGame.get(game);
    if (!this.#ofGame.delete(game) || kept === undefined) return;
    for (const other of this.#ofGame.values()) if (other === kept) return;
    for (const [match, markets] of this.#kept) if (markets === kept) this.#kept.delete(match);
  }

  /** With other words for its teams, a game's outcomes are other bets. */
  #forgetGame(game: number): void {
    this.#forgetBets(game);
    this.#forgetMarkets(this.#fixtures.matchOf(game));
  }

  /** Games went from one match to another: of both all is read anew, of the others what is known holds. */
  #catchUp(): void {
    const { regroupings, regrouped } = this.#fixtures;
    if (this.#regroupings === regroupings) return;
    this.#regroupings = regroupings;
    for (const match of regrouped) {
      this.#forgetMarkets(match);
      for (const game of this.#fixtures.gamesOf(match)) this.#forgetBets(game);
    }
  }

  #forgetBets(game: number): void {
    this.#bets.forgetGame(game);
    for (const listing of this.#board.listings.ofGame(game))
      for (let at = listing.head; at !== NONE; at = this.#board.selections.next(at)) this.#bets.forget(at);
  }

  #forgetMarkets(match: number): void {
    const kept = this.#kept.get(match);
    if (kept === undefined) return;
    this.#kept.delete(match);
    for (const [each, markets] of this.#ofGame) if (markets === kept) this.#ofGame.delete(each);
  }

  #listingOf(selection: number): Listing {
    return this.#board.listings.at(this.#board.selections.listing(selection))!;
  }
}

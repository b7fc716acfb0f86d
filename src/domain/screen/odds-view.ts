import type { Board } from '../board/board.ts';
import { CHANGE_TEXT, CHANGES_OF_BETS, type Changes } from '../board/changes.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import { canonicalMarket } from '../catalogue/markets.ts';
import type { ComparedBoard } from '../comparison/compared-board.ts';
import {
  type BetOf,
  type GameCells,
  gameCells,
  type ListedBets,
  listedBets,
  type OfferedCells,
} from './game-cells.ts';
import type { View, ViewedRow, ViewSink } from './view.ts';

/** What a window looks at: a league and one of the main markets. */
export interface ViewQuery {
  readonly sport: string;
  readonly market: string;
}

/** A row as the view knows it: a match. */
export interface ViewRow extends ViewedRow {
  readonly rowId: number;
  /** The games on the board that are this match, by number; never empty. */
  readonly games: Set<number>;
  /** Outcomes of the bet in the row: the one that most sportsbooks offer, for bets with a draw and without don't compare. */
  ways: 2 | 3;
  /** What each sportsbook was last found to offer, by its number. */
  readonly offers: Map<number, OfferedWays>;
}

/** Which of the two kinds of bet a sportsbook offers. */
interface OfferedWays {
  readonly two: boolean;
  readonly three: boolean;
}

/** Most market names remembered as belonging to the market or not. */
const NAMES_REMEMBERED = 4096;

/**
 * What one window looks at, kept as the set of what has changed since it was last drained: a change costs a set
 * entry, whatever its rate. Give every fold's `Changes` to `note`.
 */
export class OddsView implements View<ViewRow> {
  readonly query: ViewQuery;
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #betOf: BetOf;
  readonly #rowOfGame = new Map<number, ViewRow>();
  readonly #rowOfMatch = new Map<number, ViewRow>();
  #regroupings: number;
  readonly #rows: (ViewRow | undefined)[] = [];
  readonly #dirty = new Set<number>();
  readonly #gone: number[] = [];
  readonly #restated = new Set<ViewRow>();
  readonly #belongs = new Map<string, boolean>();
  /** What a listing offers in this market, as far as it was needed. */
  #listed = new WeakMap<Listing, ListedBets>();

  constructor({ board, fixtures, comparison }: ComparedBoard, query: ViewQuery) {
    this.query = query;
    this.#board = board;
    this.#fixtures = fixtures;
    this.#betOf = (selection) => comparison.betOf(selection);
    this.#regroupings = fixtures.regroupings;
    for (const [, listing] of board.listings.onBoard()) this.#markListing(listing);
  }

  /** Rows on the screen. */
  get size(): number {
    return this.#rowOfMatch.size;
  }

  /** Whether there is anything to drain. */
  get isDirty(): boolean {
    return this.#dirty.size + this.#gone.length + this.#restated.size > 0;
  }

  /** Takes note of a fold that fixtures and comparison have taken note of. Says whether the window looks at any of it. */
  note(changes: Changes): boolean {
    const { games } = this.#board;
    const isSeen = this.#noteSelections(changes);
    for (const game of changes.gamesAdded) {
      if (games.at(game).sport === this.query.sport) this.#ensureRow(game);
    }
    // with other words for its teams, a game's outcomes are other bets
    if (changes.gamesRestated.length > 0) {
      this.#listed = new WeakMap();
      for (const game of changes.gamesRestated) this.#markGame(game);
    }
    for (const game of changes.gamesRemoved) this.#dropGame(game);
    if (this.#regroupings === this.#fixtures.regroupings) return isSeen;
    this.#regroup(this.#fixtures.regrouped);
    return true;
  }

  #noteSelections(changes: Changes): boolean {
    const { selections, listings } = this.#board;
    // a message of prices is about one listing
    const only = changes.listing === NONE ? undefined : listings.at(changes.listing);
    if (changes.listing !== NONE && !this.#isInLeague(only)) return false;
    let isSeen = false;
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      const isOtherBet = (what & CHANGES_OF_BETS) !== 0;
      // the listing has been seen: for another of its prices there is nothing to do
      if (isSeen && only !== undefined && !isOtherBet) continue;
      const selection = changes.selection(at);
      const listing = only ?? listings.at(selections.listing(selection));
      if (!this.#isInLeague(listing)) continue;
      // it may have been one of this market before
      if ((what & CHANGE_TEXT) !== 0) this.#listed.delete(listing);
      if (!this.#isMarket(selections.name(selection))) continue;
      if (isOtherBet) this.#listed.delete(listing);
      this.#markDirty(this.#ensureRow(listing.game), listing.sportsbook);
      isSeen = true;
    }
    return isSeen;
  }

  #isInLeague(listing: Listing | undefined): listing is Listing {
    return listing !== undefined && this.#board.games.at(listing.game).sport === this.query.sport;
  }

  /**
   * Hands over what has changed and forgets it: all row news, and the cells of at most `mostPlaces` places (a row
   * at a sportsbook); what is left stays for the next call.
   */
  drain(sink: ViewSink<ViewRow>, mostPlaces = Number.POSITIVE_INFINITY): void {
    for (const rowId of this.#gone) sink.rowGone(rowId);
    this.#gone.length = 0;
    const found = new Map<number, { row: ViewRow; sportsbook: number; cells: GameCells }>();
    for (const place of this.#dirty) {
      if (found.size >= mostPlaces) break;
      this.#dirty.delete(place);
      const row = this.#rows[Math.floor(place / PLACES)];
      const sportsbook = place % PLACES;
      if (row === undefined) continue;
      const offered = this.#offered(row, sportsbook);
      this.#noteWays(row, sportsbook, offered);
      found.set(place, { row, sportsbook, cells: (row.ways === 3 ? offered.three : offered.two) ?? [] });
    }
    for (const row of this.#restated) sink.row(row);
    this.#restated.clear();
    for (const { row, sportsbook, cells } of found.values()) sink.cells(row, sportsbook, cells);
  }

  /** Keeps the row's kind of bet the one that most sportsbooks offer; a change of it concerns all of them. */
  #noteWays(row: ViewRow, sportsbook: number, offered: OfferedCells): void {
    const [two, three] = [offered.two !== undefined, offered.three !== undefined];
    const before = row.offers.get(sportsbook);
    if (before?.two === two && before.three === three) return;
    row.offers.set(sportsbook, { two, three });
    let [twos, threes] = [0, 0];
    for (const offer of row.offers.values()) {
      if (offer.two) twos += 1;
      if (offer.three) threes += 1;
    }
    const ways = threes > twos ? 3 : 2;
    if (ways === row.ways) return;
    row.ways = ways;
    this.#restated.add(row);
    for (const [book, offer] of row.offers) if (offer.two || offer.three) this.#markDirty(row, book);
  }

  #offered(row: ViewRow, sportsbook: number): OfferedCells {
    const listed: ListedBets[] = [];
    for (const game of row.games) {
      const listing = this.#board.listingOf(sportsbook, game);
      if (listing !== undefined) listed.push(this.#listed.get(listing) ?? this.#readBets(listing));
    }
    return gameCells(this.#board, listed);
  }

  #readBets(listing: Listing): ListedBets {
    const { selections } = this.#board;
    const named: number[] = [];
    for (let at = listing.head; at !== NONE; at = selections.next(at))
      if (this.#isMarket(selections.name(at))) named.push(at);
    const listed = listedBets(named, this.query.market, this.#betOf);
    this.#listed.set(listing, listed);
    return listed;
  }

  /** Marks all that the window looks at of a game as changed. */
  #markGame(game: number): void {
    for (const listing of this.#board.listings.ofGame(game)) this.#markListing(listing);
  }

  #markListing(listing: Listing): void {
    if (!this.#isInLeague(listing)) return;
    const row = this.#ensureRow(listing.game);
    this.#restated.add(row);
    this.#markDirty(row, listing.sportsbook);
  }

  #markDirty(row: ViewRow, sportsbook: number): void {
    this.#dirty.add(row.rowId * PLACES + sportsbook);
  }

  /** Games have moved between matches, or a match has turned: of those matches all is read anew. */
  #regroup(matches: readonly number[]): void {
    this.#regroupings = this.#fixtures.regroupings;
    this.#listed = new WeakMap();
    const rows = new Map<number, ViewRow>();
    for (const match of matches) {
      const row = this.#rowOfMatch.get(match);
      if (row !== undefined) rows.set(match, row);
    }
    for (const row of rows.values()) {
      for (const game of row.games) this.#rowOfGame.delete(game);
      row.games.clear();
      for (const sportsbook of row.offers.keys()) this.#markDirty(row, sportsbook);
    }
    for (const match of new Set(matches))
      for (const game of this.#fixtures.gamesOf(match)) this.#markGame(game);
    for (const [match, row] of rows) if (row.games.size === 0) this.#dropRow(match, row);
  }

  #ensureRow(game: number): ViewRow {
    const known = this.#rowOfGame.get(game);
    if (known !== undefined) return known;
    const match = this.#fixtures.matchOf(game);
    let row = this.#rowOfMatch.get(match);
    if (row === undefined) {
      row = { rowId: this.#rows.length, games: new Set(), ways: 2, offers: new Map() };
      this.#rows.push(row);
      this.#rowOfMatch.set(match, row);
    }
    row.games.add(game);
    this.#rowOfGame.set(game, row);
    this.#restated.add(row);
    return row;
  }

  #dropGame(game: number): void {
    const row = this.#rowOfGame.get(game);
    if (row === undefined) return;
    this.#rowOfGame.delete(game);
    row.games.delete(game);
    if (row.games.size > 0) {
      this.#restated.add(row);
      return;
    }
    for (const [match, each] of this.#rowOfMatch) if (each === row) this.#dropRow(match, row);
  }

  #dropRow(match: number, row: ViewRow): void {
    this.#rowOfMatch.delete(match);
    this.#rows[row.rowId] = undefined;
    this.#restated.delete(row);
    this.#gone.push(row.rowId);
  }

  #isMarket(name: string | null): boolean {
    if (name === null) return false;
    const known = this.#belongs.get(name);
    if (known !== undefined) return known;
    if (this.#belongs.size >= NAMES_REMEMBERED) this.#belongs.clear();
    const belongs = canonicalMarket(name) === this.query.market;
    this.#belongs.set(name, belongs);
    return belongs;
  }
}

/** Sportsbook numbers stay below this (see BOARD_LIMITS), so that row and sportsbook fit one number. */
const PLACES = 1024;

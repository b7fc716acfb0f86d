import type { Board } from '../board/board.ts';
import { CHANGE_REMOVED, CHANGES_OF_BETS, type Changes } from '../board/changes.ts';
import type { Fixtures } from '../board/fixtures.ts';
import { NONE } from '../board/selections.ts';
import { SIDE_PLACES } from '../catalogue/outcome-side.ts';
import type { ComparedBoard } from '../comparison/compared-board.ts';
import type { Comparison } from '../comparison/comparison.ts';
import type { BetIdentity } from '../identity/selection/selection-identity.ts';
import { bySide, type Cell, type GameCells } from './game-cells.ts';
import type { View, ViewedRow, ViewSink } from './view.ts';

/** Most sides of a market that a row can hold. */
const MOST_SIDES = 4;
/** Places are numbered by row and sportsbook; sportsbook numbers stay below this (see `BOARD_LIMITS`). */
const SPORTSBOOKS = 1024;
/** Sides that have a place of their own, so that both teams stand in the usual order. */
const PLACES: Readonly<Record<string, number | undefined>> = {
  ...SIDE_PLACES,
  yes: 0,
  no: 1,
};

/** A market of the game: all its sides at all sportsbooks. */
export interface MarketRow extends ViewedRow {
  readonly bet: BetIdentity;
  /** What the first sportsbook that was read calls it, and whom it names. */
  readonly name: string;
  readonly target: string | null;
  /** The sides by place, `MOST_SIDES` of them; `undefined` for one that no sportsbook has stated yet. */
  readonly sides: (string | undefined)[];
  /** The line of each side by place, `null` where the market has none. */
  readonly lines: (number | null)[];
  /** The selections by sportsbook, then by place. */
  readonly offers: Map<number, number[][]>;
}

/** Where a selection stands. */
interface Seat {
  readonly row: MarketRow;
  readonly sportsbook: number;
  readonly list: number;
}

/**
 * All markets of one match at all sportsbooks, kept as what has changed since the last `drain`. A price that moves costs
 * a look-up; when a sportsbook adds, removes or renames outcomes its list is read anew, once a drain.
 */
export class GameView implements View<MarketRow> {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #label: string;
  readonly #games = new Set<number>();
  readonly #rows = new Map<string, MarketRow>();
  readonly #seats = new Map<number, Seat>();
  /** The selections read of each list, so that they can be forgotten; lists by `listKey`. */
  readonly #read = new Map<number, number[]>();
  readonly #unread = new Set<number>();
  readonly #dirty = new Set<number>();
  readonly #restated = new Set<MarketRow>();
  readonly #gone: number[] = [];
  readonly #byId: (MarketRow | undefined)[] = [];
  readonly #comparison: Comparison;
  readonly #isWanted: (bet: BetIdentity) => boolean;
  #regroupings: number;

  /** `isWanted`: which markets are looked at; all of them where nothing is said. */
  constructor(
    { board, fixtures, comparison }: ComparedBoard,
    label: string,
    isWanted: (bet: BetIdentity) => boolean = () => true,
  ) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#label = label;
    this.#isWanted = isWanted;
    this.#comparison = comparison;
    this.#regroupings = fixtures.regroupings;
    this.#begin();
  }

  get isDirty(): boolean {
    return this.#unread.size + this.#dirty.size + this.#gone.length + this.#restated.size > 0;
  }

  note(changes: Changes): boolean {
    const isRegrouped = this.#isRegrouped();
    const isCome = changes.gamesAdded.some((game) => this.#isOurs(game));
    // with other words for its teams, a game's outcomes are other bets
    const isRestated = changes.gamesRestated.some((game) => this.#games.has(game));
    if (isRegrouped || isCome || isRestated) {
      this.#begin();
      return true;
    }
    if (this.#games.size === 0) return false;
    const { selections, listings } = this.#board;
    let isSeen = false;
    for (let at = 0; at < changes.count; at += 1) {
      const selection = changes.selection(at);
      const listing = listings.at(selections.listing(selection));
      if (listing === undefined || !this.#games.has(listing.game)) continue;
      isSeen = true;
      if (changes.what(at) & CHANGES_OF_BETS) {
        if (changes.what(at) & CHANGE_REMOVED) this.#leave(selection);
        this.#unread.add(listKey(listing.sportsbook, listing.game));
      } else this.#touch(selection);
    }
    for (const game of changes.gamesRemoved) this.#dropGame(game);
    return isSeen;
  }

  /** Whether games joined or left the match since the last fold, or it turned. */
  #isRegrouped(): boolean {
    if (this.#regroupings === this.#fixtures.regroupings) return false;
    this.#regroupings = this.#fixtures.regroupings;
    const { regrouped } = this.#fixtures;
    return [...this.#games].some((game) => regrouped.includes(this.#fixtures.matchOf(game)));
  }

  drain(sink: ViewSink<MarketRow>, mostPlaces = Number.POSITIVE_INFINITY): void {
    for (const key of this.#unread) this.#readList(key);
    this.#unread.clear();
    for (const [market, row] of this.#rows) {
      if (row.offers.size > 0) continue;
      this.#rows.delete(market);
      this.#byId[row.rowId] = undefined;
      this.#restated.delete(row);
      this.#gone.push(row.rowId);
    }
    for (const rowId of this.#gone) sink.rowGone(rowId);
    this.#gone.length = 0;
    for (const row of this.#restated) sink.row(row);
    this.#restated.clear();
    let places = 0;
    for (const place of this.#dirty) {
      if (places >= mostPlaces) break;
      this.#dirty.delete(place);
      const row = this.#byId[Math.floor(place / SPORTSBOOKS)];
      if (row === undefined) continue;
      places += 1;
      const sportsbook = place % SPORTSBOOKS;
      sink.cells(row, sportsbook, this.#cells(row, row.offers.get(sportsbook)));
    }
  }

  /** Reads the whole match: at the start, when games have moved between matches, and when more is known of one. */
  #begin(): void {
    for (const selection of [...this.#seats.keys()]) this.#leave(selection);
    this.#read.clear();
    this.#games.clear();
    const { games, listings } = this.#board;
    for (const game of games.numbers()) if (this.#isOurs(game)) this.#games.add(game);
    for (const [, listing] of listings.onBoard())
      if (this.#games.has(listing.game)) this.#unread.add(listKey(listing.sportsbook, listing.game));
  }

  #isOurs(game: number): boolean {
    const { games } = this.#board;
    if (games.at(game).label === this.#label) return true;
    const own = games.find(this.#label);
    return own !== undefined && this.#fixtures.matchOf(own) === this.#fixtures.matchOf(game);
  }

  #dropGame(game: number): void {
    if (!this.#games.delete(game)) return;
    for (const key of [...this.#read.keys()]) {
      if (key % GAMES !== game) continue;
      this.#forget(key);
      this.#unread.delete(key);
    }
  }

  #forget(key: number): void {
    // a number that was given anew meanwhile may sit in another list by now
    for (const selection of this.#read.get(key) ?? [])
      if (this.#seats.get(selection)?.list === key) this.#leave(selection);
    this.#read.delete(key);
  }

  #readList(key: number): void {
    this.#forget(key);
    const [sportsbook, number] = [Math.floor(key / GAMES), key % GAMES];
    if (!this.#games.has(number)) return;
    const listing = this.#board.listingOf(sportsbook, number);
    if (listing === undefined) return;
    const read: number[] = [];
    for (let at = listing.head; at !== NONE; at = this.#board.selections.next(at)) {
      const bet = this.#comparison.betOf(at);
      if (bet === null || !this.#isWanted(bet)) continue;
      this.#seat(at, bet, sportsbook, key);
      read.push(at);
    }
    this.#read.set(key, read);
  }

  #seat(selection: number, bet: BetIdentity, sportsbook: number, list: number): void {
    const { selections } = this.#board;
    let row = this.#rows.get(bet.market);
    if (row === undefined) {
      row = {
        rowId: this.#byId.length,
        bet,
        name: selections.name(selection) ?? '',
        target: selections.target(selection),
        sides: Array.from({ length: MOST_SIDES }, () => undefined),
        lines: [],
        offers: new Map(),
      };
      this.#byId.push(row);
      this.#rows.set(bet.market, row);
    }
    const place = placeOf(row, bet.side);
    if (place >= MOST_SIDES) return;
    if (row.sides[place] === undefined) {
      row.sides[place] = bet.side;
      row.lines[place] = bet.line;
      this.#restated.add(row);
    }
    let offer = row.offers.get(sportsbook);
    if (offer === undefined) {
      offer = Array.from({ length: MOST_SIDES }, () => []);
      row.offers.set(sportsbook, offer);
    }
    offer[place]!.push(selection);
    this.#seats.set(selection, { row, sportsbook, list });
    this.#dirty.add(row.rowId * SPORTSBOOKS + sportsbook);
  }

  #touch(selection: number): void {
    const seat = this.#seats.get(selection);
    if (seat !== undefined) this.#dirty.add(seat.row.rowId * SPORTSBOOKS + seat.sportsbook);
  }

  /** A selection's number may mean another one with the next fold: nothing may remember it. */
  #leave(selection: number): void {
    const seat = this.#seats.get(selection);
    if (seat === undefined) return;
    this.#seats.delete(selection);
    const { row, sportsbook } = seat;
    const offer = row.offers.get(sportsbook);
    for (const held of offer ?? []) {
      const at = held.indexOf(selection);
      if (at >= 0) held.splice(at, 1);
    }
    if (offer?.every((held) => held.length === 0)) row.offers.delete(sportsbook);
    this.#dirty.add(row.rowId * SPORTSBOOKS + sportsbook);
  }

  #cells(row: MarketRow, offer: readonly (readonly number[])[] | undefined): GameCells {
    const { lines } = row;
    return (offer ?? []).map((held, place): Cell | undefined => {
      const [first, ...others] = held;
      if (first === undefined) return undefined;
      const selection = others.reduce((best, each) => (this.#isBefore(each, best) ? each : best), first);
      return { selection, line: lines[place] ?? Number.NaN };
    });
  }

  /** Which of two selections for one side stands on the screen; of equal ones the same in whatever order they came. */
  #isBefore(left: number, right: number): boolean {
    return bySide(this.#board, left, right) < 0;
  }
}

/** Game numbers stay below this (see `BOARD_LIMITS`), so that sportsbook and game fit one number. */
const GAMES = 65_536;

function listKey(sportsbook: number, game: number): number {
  return sportsbook * GAMES + game;
}

function placeOf({ sides }: MarketRow, side: string): number {
  const known = sides.indexOf(side);
  if (known >= 0) return known;
  const usual = PLACES[side];
  if (usual !== undefined && sides[usual] === undefined) return usual;
  const free = sides.indexOf(undefined);
  return free >= 0 ? free : MOST_SIDES;
}

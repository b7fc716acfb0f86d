import type { Board } from '../board/board.ts';
import type { Changes } from '../board/changes.ts';
import { canonicalMarket } from '../catalogue/markets.ts';
import { DRAW } from '../catalogue/outcome-side.ts';
import { type GameCells, gameCells, type IsMarket, MAX_SIDES } from './game-cells.ts';

/** What a window looks at: a league and one of the main markets. */
export interface ViewQuery {
  readonly sport: string;
  readonly market: string;
}

/** A row as the view knows it. `hasDraw`: some sportsbook offers the draw. */
export interface ViewRow {
  readonly rowId: number;
  readonly game: number;
  hasDraw: boolean;
}

/** Receives what one `drain` found, in this order: rows gone, rows new or changed, then cells. */
export interface ViewSink {
  rowGone(rowId: number): void;
  row(row: ViewRow): void;
  /** The cells of a row at a sportsbook, by side, up to `MAX_SIDES`; an absent side is `undefined`. */
  cells(row: ViewRow, sportsbook: number, cells: GameCells): void;
}

/** Most market names remembered as belonging to the market or not. */
const NAMES_REMEMBERED = 4096;

/**
 * What one window looks at, kept as the set of what has changed since it was last drained: a change costs a set
 * entry, whatever its rate. Give every fold's `Changes` to `note`.
 */
export class OddsView {
  readonly query: ViewQuery;
  readonly #board: Board;
  readonly #rowOf = new Map<number, ViewRow>();
  readonly #rows: (ViewRow | undefined)[] = [];
  readonly #dirty = new Set<number>();
  readonly #gone: number[] = [];
  readonly #restated = new Set<ViewRow>();
  readonly #belongs = new Map<string, boolean>();

  constructor(board: Board, query: ViewQuery) {
    this.query = query;
    this.#board = board;
    this.refresh();
  }

  /** Rows on the screen. */
  get size(): number {
    return this.#rowOf.size;
  }

  /** Whether there is anything to drain. */
  get isDirty(): boolean {
    return this.#dirty.size + this.#gone.length + this.#restated.size > 0;
  }

  /** Marks everything the window looks at as changed. */
  refresh(): void {
    const { listings, games } = this.#board;
    for (const [, listing] of listings.onBoard()) {
      if (games.at(listing.game).sport !== this.query.sport) continue;
      const row = this.#ensureRow(listing.game);
      this.#restated.add(row);
      this.#markDirty(row, listing.sportsbook);
    }
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    const { selections, listings, games } = this.#board;
    for (let at = 0; at < changes.count; at += 1) {
      const selection = changes.selection(at);
      const listing = listings.at(selections.listing(selection));
      if (listing === undefined || games.at(listing.game).sport !== this.query.sport) continue;
      if (this.#isMarket(selections.name(selection)))
        this.#markDirty(this.#ensureRow(listing.game), listing.sportsbook);
    }
    for (const game of changes.gamesAdded) {
      if (games.at(game).sport === this.query.sport) this.#ensureRow(game);
    }
    for (const game of changes.gamesRemoved) this.#dropRow(game);
  }

  /**
   * Hands over what has changed and forgets it: all row news, and the cells of at most `mostPlaces` places (a row
   * at a sportsbook); what is left stays for the next call.
   */
  drain(sink: ViewSink, mostPlaces = Number.POSITIVE_INFINITY): void {
    for (const rowId of this.#gone) sink.rowGone(rowId);
    this.#gone.length = 0;
    const found: { row: ViewRow; sportsbook: number; cells: GameCells }[] = [];
    for (const place of this.#dirty) {
      if (found.length >= mostPlaces) break;
      this.#dirty.delete(place);
      const row = this.#rows[Math.floor(place / PLACES)];
      const sportsbook = place % PLACES;
      if (row === undefined) continue;
      const cells = this.#cellsOf(row, sportsbook);
      if (cells[DRAW] !== undefined && !row.hasDraw) {
        row.hasDraw = true;
        this.#restated.add(row);
      }
      found.push({ row, sportsbook, cells });
    }
    for (const row of this.#restated) sink.row(row);
    this.#restated.clear();
    for (const { row, sportsbook, cells } of found) sink.cells(row, sportsbook, cells);
  }

  #cellsOf(row: ViewRow, sportsbook: number): GameCells {
    const listing = this.#board.listingOf(sportsbook, row.game);
    if (listing === undefined) return new Array(MAX_SIDES);
    const game = this.#board.games.at(row.game);
    return gameCells(this.#board, listing, game, this.query.market, this.#isMarket);
  }

  #markDirty(row: ViewRow, sportsbook: number): void {
    this.#dirty.add(row.rowId * PLACES + sportsbook);
  }

  #ensureRow(game: number): ViewRow {
    const known = this.#rowOf.get(game);
    if (known !== undefined) return known;
    const row: ViewRow = { rowId: this.#rows.length, game, hasDraw: false };
    this.#rows.push(row);
    this.#rowOf.set(game, row);
    this.#restated.add(row);
    return row;
  }

  #dropRow(game: number): void {
    const row = this.#rowOf.get(game);
    if (row === undefined) return;
    this.#rowOf.delete(game);
    this.#rows[row.rowId] = undefined;
    this.#restated.delete(row);
    this.#gone.push(row.rowId);
  }

  readonly #isMarket: IsMarket = (name) => {
    if (name === null) return false;
    const known = this.#belongs.get(name);
    if (known !== undefined) return known;
    if (this.#belongs.size >= NAMES_REMEMBERED) this.#belongs.clear();
    const belongs = canonicalMarket(name) === this.query.market;
    this.#belongs.set(name, belongs);
    return belongs;
  };
}

/** Sportsbook numbers stay below this (see BOARD_LIMITS), so that row and sportsbook fit one number. */
const PLACES = 1024;

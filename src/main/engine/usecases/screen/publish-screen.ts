import {
  CELL_ABSENT,
  CELL_LIMITS,
  CELL_PRICED,
  CELL_SUSPENDED,
  type CellColumns,
  packCell,
  type ScreenBatch,
  type ScreenBook,
  type ScreenQuery,
  type ScreenRow,
} from '#contract/odds-screen.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import { type Cell, type GameCells, MAX_SIDES } from '#domain/screen/game-cells.ts';
import { OddsView, type ViewRow } from '#domain/screen/odds-view.ts';
import type { Clock } from '../../ports/clock.ts';
import { type CellValue, SentCells } from './sent-cells.ts';

/** A batch leaves at once when nothing is in flight, but not sooner than this after the one before. */
export const MIN_GAP_MS = 50;
/** Of so many ended connections a window is told until when their prices were current. */
const MOST_EPOCHS = 64;
/** Most places (a row at a sportsbook) in one batch: about 64 KB at three sides. */
const MOST_PLACES = 640;

interface PublishNeeds {
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly clock: Clock;
  /** Whether prices that this connection confirmed are current. */
  readonly isLive: () => boolean;
  readonly send: (batch: ScreenBatch) => void;
}

/**
 * Keeps one window's odds screen current: the newest value of each cell, at most one numbered batch in flight,
 * the next when the window has painted. Prices conflate: a cell that moved twice in between is sent once, with the
 * price that was last on screen as its origin. A hidden window is sent nothing.
 */
export class ScreenPublisher {
  readonly #needs: PublishNeeds;
  #view: OddsView | undefined;
  #sent = new SentCells();
  #generation = 0;
  #number = 0;
  #inFlight = false;
  #isHidden = false;
  #header = '';
  #sentAtMs = 0;
  #cancel: (() => void) | undefined;
  readonly #knownBooks = new Set<number>();

  constructor(needs: PublishNeeds) {
    this.#needs = needs;
  }

  /** Starts a new generation and answers with its full batch, number 0, which counts as in flight. */
  open(query: ScreenQuery): ScreenBatch {
    this.#generation += 1;
    this.#number = -1;
    this.#sent = new SentCells();
    this.#knownBooks.clear();
    this.#view = new OddsView(this.#needs.board, this.#needs.fixtures, query);
    return this.#take(Number.POSITIVE_INFINITY);
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#view = undefined;
  }

  /** The window has painted a batch: the next may go. Anything but the batch in flight is ignored. */
  painted(generation: number, number: number): void {
    if (generation !== this.#generation || number !== this.#number) return;
    this.#inFlight = false;
    this.#schedule();
  }

  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    this.#schedule();
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    this.#view?.note(changes);
    this.#schedule();
  }

  /** The feed became live or stopped being it. */
  noteLive(): void {
    this.#schedule();
  }

  #currentHeader(): string {
    return `${this.#needs.isLive()} ${this.#needs.board.epoch}`;
  }

  #schedule(): void {
    if (this.#view === undefined || this.#inFlight || this.#isHidden || this.#cancel !== undefined) return;
    if (!this.#view.isDirty && this.#header === this.#currentHeader()) return;
    const waitMs = Math.max(0, this.#sentAtMs + MIN_GAP_MS - this.#needs.clock.moment().uptimeMs);
    this.#cancel = this.#needs.clock.after(waitMs, () => {
      this.#cancel = undefined;
      if (this.#view === undefined || this.#inFlight || this.#isHidden) return;
      this.#needs.send(this.#take(MOST_PLACES));
    });
  }

  #take(mostPlaces: number): ScreenBatch {
    const { board, isLive } = this.#needs;
    const rows: ScreenRow[] = [];
    const removedRows: number[] = [];
    const books: ScreenBook[] = [];
    const moved: Moved[] = [];
    this.#view?.drain(
      {
        rowGone: (rowId) => removedRows.push(rowId),
        row: (row) => {
          if (row.rowId < CELL_LIMITS.rows) rows.push(this.#describe(row));
        },
        cells: (row, bookId, cells) => {
          if (row.rowId >= CELL_LIMITS.rows) return;
          if (this.#collect(row, bookId, cells, moved) && !this.#knownBooks.has(bookId)) {
            this.#knownBooks.add(bookId);
            books.push({ bookId, name: board.sportsbooks.at(bookId) });
          }
        },
      },
      mostPlaces,
    );
    this.#number += 1;
    this.#inFlight = true;
    this.#header = this.#currentHeader();
    this.#sentAtMs = this.#needs.clock.moment().uptimeMs;
    return {
      generation: this.#generation,
      number: this.#number,
      live: isLive(),
      epoch: board.epoch,
      asOf: board.endedEpochs().slice(-MOST_EPOCHS),
      cells: toColumns(moved),
      rows,
      removedRows,
      books,
    };
  }

  /** Adds the cells that differ from what the window has. Says whether the sportsbook offers any. */
  #collect(row: ViewRow, bookId: number, cells: GameCells, moved: Moved[]): boolean {
    let isThere = false;
    for (let side = 0; side < MAX_SIDES; side += 1) {
      const at = packCell(row.rowId, side, bookId);
      const cell = cells[side];
      if (cell !== undefined) isThere = true;
      const next = this.#read(cell);
      const before = this.#sent.exchange(at, next);
      if (before === undefined) continue;
      const isSameBet =
        before.state !== CELL_ABSENT && before.epoch === next.epoch && Object.is(before.line, next.line);
      const previousAmerican = isSameBet && before.american !== next.american ? before.american : NOT_OFFERED;
      moved.push({ at, previousAmerican, ...next });
    }
    return isThere;
  }

  #read(cell: Cell | undefined): CellValue {
    if (cell === undefined)
      return { american: NOT_OFFERED, line: Number.NaN, changedAtMs: 0, epoch: 0, state: CELL_ABSENT };
    const { selections } = this.#needs.board;
    const american = selections.american(cell.selection);
    return {
      american,
      line: cell.line,
      changedAtMs: selections.changedAtMs(cell.selection),
      epoch: selections.epoch(cell.selection),
      state: american === NOT_OFFERED ? CELL_SUSPENDED : CELL_PRICED,
    };
  }

  #describe(row: ViewRow): ScreenRow {
    const { board, fixtures } = this.#needs;
    const games = [...row.games];
    const game = board.games.at(games.find((each) => !fixtures.isFlipped(each)) ?? games[0]!);
    const teams = row.ways === 3 ? [game.away, game.home, 'Draw'] : [game.away, game.home];
    return {
      rowId: row.rowId,
      game: game.label,
      home: game.home,
      away: game.away,
      startsAtMs: game.startsAtMs,
      sides: this.#view?.query.market === 'total' ? ['Over', 'Under'] : teams,
    };
  }
}

type Moved = CellValue & { readonly at: number; readonly previousAmerican: number };

function toColumns(moved: readonly Moved[]): CellColumns {
  return {
    cell: Uint32Array.from(moved, (each) => each.at),
    american: Int32Array.from(moved, (each) => each.american),
    line: Float64Array.from(moved, (each) => each.line),
    previousAmerican: Int32Array.from(moved, (each) => each.previousAmerican),
    changedAtMs: Float64Array.from(moved, (each) => each.changedAtMs),
    epoch: Uint32Array.from(moved, (each) => each.epoch),
    state: Uint8Array.from(moved, (each) => each.state),
  };
}

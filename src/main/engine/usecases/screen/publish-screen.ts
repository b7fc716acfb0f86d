import {
  CELL_ABSENT,
  CELL_LIMITS,
  CELL_PRICED,
  CELL_SUSPENDED,
  type CellColumns,
  newCells,
  packCell,
  type ScreenBatch,
  type ScreenBook,
} from '#contract/odds-screen.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import type { Cell, GameCells } from '#domain/screen/game-cells.ts';
import type { View, ViewedRow } from '#domain/screen/view.ts';
import type { Clock } from '../../ports/clock.ts';
import { BatchPace } from './batch-pace.ts';
import { type CellValue, SentCells } from './sent-cells.ts';

/** Of so many ended connections a window is told until when their prices were current. */
const MOST_EPOCHS = 64;
/** Most places (a row at a sportsbook) in one batch: about 64 KB at three sides. */
const MOST_PLACES = 640;

/** A screen that a window has opened: what it looks at, and how its rows are told to a window. */
export interface Look<Row extends ViewedRow, Shown> {
  readonly view: View<Row>;
  readonly describe: (row: Row) => Shown;
}

/** What a publisher needs. */
export interface PublishNeeds<Query, Row extends ViewedRow, Shown> {
  readonly board: Board;
  /** Looks at what a window asks for. */
  readonly look: (query: Query) => Look<Row, Shown>;
  readonly clock: Clock;
  /** Whether prices that this connection confirmed are current. */
  readonly isLive: () => boolean;
  readonly send: (batch: ScreenBatch<Shown>) => void;
}

/**
 * Keeps one window's screen of prices current: the newest value of each cell, at most one numbered batch in flight,
 * the next when the window has painted. Prices conflate: a cell that moved twice in between is sent once, with the
 * price that was last on screen as its origin. A hidden window is sent nothing.
 */
export class ScreenPublisher<Query, Row extends ViewedRow, Shown> {
  readonly #needs: PublishNeeds<Query, Row, Shown>;
  #look: Look<Row, Shown> | undefined;
  #sent = new SentCells();
  #generation = 0;
  #number = 0;
  #inFlight = false;
  #isHidden = false;
  #header = '';
  readonly #pace = new BatchPace();
  #cancel: (() => void) | undefined;
  readonly #knownBooks = new Set<number>();

  constructor(needs: PublishNeeds<Query, Row, Shown>) {
    this.#needs = needs;
  }

  /** Starts a new generation and answers with its full batch, number 0, which counts as in flight. */
  open(query: Query): ScreenBatch<Shown> {
    this.#generation += 1;
    this.#number = -1;
    this.#sent = new SentCells();
    this.#knownBooks.clear();
    const look = this.#needs.look(query);
    this.#look = look;
    return this.#take(look, Number.POSITIVE_INFINITY);
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#look = undefined;
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
    if (this.#look === undefined) return;
    this.#pace.noted(this.#look.view.note(changes));
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
    if (this.#look === undefined || this.#inFlight || this.#isHidden || this.#cancel !== undefined) return;
    if (!this.#look.view.isDirty && this.#header === this.#currentHeader()) return;
    const waitMs = this.#pace.waitMs(this.#needs.clock.moment().uptimeMs);
    this.#cancel = this.#needs.clock.after(waitMs, () => {
      this.#cancel = undefined;
      if (this.#look === undefined || this.#inFlight || this.#isHidden) return;
      this.#needs.send(this.#take(this.#look, MOST_PLACES));
    });
  }

  #take({ view, describe }: Look<Row, Shown>, mostPlaces: number): ScreenBatch<Shown> {
    const { board, isLive } = this.#needs;
    const rows: Shown[] = [];
    const removedRows: number[] = [];
    const books: ScreenBook[] = [];
    const moved: Moved[] = [];
    view.drain(
      {
        rowGone: (rowId) => removedRows.push(rowId),
        row: (row) => {
          if (row.rowId < CELL_LIMITS.rows) rows.push(describe(row));
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
    this.#pace.sent(this.#needs.clock.moment().uptimeMs, moved.length);
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
  #collect({ rowId }: Row, bookId: number, cells: GameCells, moved: Moved[]): boolean {
    let isThere = false;
    for (let side = 0; side < CELL_LIMITS.sides; side += 1) {
      const at = packCell(rowId, side, bookId);
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
}

type Moved = CellValue & { readonly at: number; readonly previousAmerican: number };

function toColumns(moved: readonly Moved[]): CellColumns {
  const columns = newCells(moved.length);
  for (const [
    at,
    { at: cell, american, line, previousAmerican, changedAtMs, epoch, state },
  ] of moved.entries()) {
    columns.cell[at] = cell;
    columns.american[at] = american;
    columns.line[at] = line;
    columns.previousAmerican[at] = previousAmerican;
    columns.changedAtMs[at] = changedAtMs;
    columns.epoch[at] = epoch;
    columns.state[at] = state;
  }
  return columns;
}

import type { ScreenBatch, ScreenBook, ScreenQuery, ScreenRow } from '#contract/odds-screen.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';
import { CellTable } from './cell-table.ts';
import { PaintPace } from './paint-pace.ts';
import type { ScreenLink } from './screen-link.ts';
import { type BatchMark, ScreenSession } from './screen-session.ts';

/** What the odds screen is doing. `failed` carries a sentence for people; the store tries again by itself. */
export type ScreenPhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly message: string };

/** Everything of the screen but its prices. A new object whenever games, sportsbooks or the phase change. */
export interface ScreenShape<Query = ScreenQuery, Row = ScreenRow> {
  readonly phase: ScreenPhase;
  readonly query: Query | null;
  /** Unsorted. A row whose text changed is a new object. */
  readonly rows: readonly Row[];
  /** In order of arrival. */
  readonly books: readonly ScreenBook[];
}

/** Which prices are live: those whose epoch is this one, while `live` is true. */
export interface Freshness {
  readonly live: boolean;
  readonly epoch: number;
}

const CLOSED: ScreenShape<never, never> = { phase: { kind: 'closed' }, query: null, rows: [], books: [] };
const NOT_LIVE: Freshness = { live: false, epoch: 0 };

/**
 * The data of a screen of prices: the odds screen, or a game's page. Prices stand in `cells`, outside any framework; a row's watchers wake with the frame
 * in which the row looks different, all of them when liveness flips.
 */
export class OddsScreenStore<Query = ScreenQuery, Row extends { readonly rowId: number } = ScreenRow> {
  readonly cells = new CellTable();
  readonly #shape = observable<ScreenShape<Query, Row>>(CLOSED);
  readonly #freshness = observable<Freshness>(NOT_LIVE);
  readonly #scheduler: Scheduler;
  readonly #session: ScreenSession<Query, Row>;
  readonly #pace: PaintPace;
  readonly #watchers = new Map<number, Set<() => void>>();
  readonly #rows = new Map<number, Row>();
  readonly #books = new Map<number, ScreenBook>();
  readonly #touched = new Set<number>();
  #nextPhase: ScreenPhase = CLOSED.phase;
  /** What the engine said last of its prices. */
  #said: Freshness = NOT_LIVE;
  #doubted = false;
  #nextFreshness: Freshness = NOT_LIVE;
  #shapeChanged = false;
  #allTouched = false;
  #updatedAtMs: number | null = null;
  #asOfMs: ReadonlyMap<number, number> = new Map();
  #onScreen: BatchMark = { generation: 0, number: 0 };

  constructor(link: ScreenLink<Query, Row>, scheduler: Scheduler) {
    this.#scheduler = scheduler;
    this.#pace = new PaintPace(
      scheduler,
      () => this.#paint(),
      () => this.#session.acknowledge(this.#onScreen),
    );
    this.#session = new ScreenSession(link, scheduler, {
      opened: (batch) => this.#opened(batch),
      merged: (batch) => this.#merged(batch),
      failed: (message) => this.#failed(message),
    });
  }

  get shape(): Observable<ScreenShape<Query, Row>> {
    return this.#shape;
  }

  get freshness(): Observable<Freshness> {
    return this.#freshness;
  }

  /** Arrival of the newest prices of this screen, Unix ms; `null` before the first. */
  get updatedAtMs(): number | null {
    return this.#updatedAtMs;
  }

  /** Until when a price of this epoch was current, Unix ms; `null` where nobody said. */
  asOfMs(epoch: number): number | null {
    return this.#asOfMs.get(epoch) ?? null;
  }

  /** Until when the newest of the prices that are not current now was current, Unix ms; `null` where nobody said. */
  get newestAsOfMs(): number | null {
    return this.#asOfMs.size === 0 ? null : Math.max(...this.#asOfMs.values());
  }

  /** Shows another league or market; what was shown is gone at once. */
  open(query: Query): void {
    this.#rows.clear();
    this.#books.clear();
    this.cells.clear();
    this.#touched.clear();
    this.#updatedAtMs = null;
    this.#nextPhase = { kind: 'loading' };
    this.#shapeChanged = false;
    this.#shape.write({ phase: this.#nextPhase, query, rows: [], books: [] });
    this.#session.open(query);
  }

  /** Asks for the same screen once more, now. */
  retry(): void {
    const { query } = this.#shape.read();
    if (query) this.open(query);
  }

  /** Asks for the same screen once more, leaving what is shown until the answer: the engine may be another one. */
  reopen(): void {
    const { query, phase } = this.#shape.read();
    if (query && phase.kind !== 'closed') this.#session.open(query);
  }

  /** While in doubt no price looks live, whatever the last batch said: nobody could tell if it were not. */
  doubt(doubted: boolean): void {
    this.#doubted = doubted;
    this.#refresh();
  }

  /** Ends the screen and all that it planned; the store can be opened again. */
  close(): void {
    this.#session.close();
    this.#pace.stop();
    this.#nextPhase = CLOSED.phase;
    this.#shape.write(CLOSED);
  }

  /** Stops for good. */
  stop(): void {
    this.#session.stop();
    this.#pace.stop();
  }

  /** Calls `wake` with each frame in which the row looks different, until the returned function is called. */
  watchRow(rowId: number, wake: () => void): () => void {
    const watchers = this.#watchers.get(rowId) ?? new Set();
    this.#watchers.set(rowId, watchers);
    const entry = () => wake();
    watchers.add(entry);
    return () => {
      watchers.delete(entry);
      if (watchers.size === 0 && this.#watchers.get(rowId) === watchers) this.#watchers.delete(rowId);
    };
  }

  #opened(batch: ScreenBatch<Row>): void {
    this.#rows.clear();
    this.#books.clear();
    this.cells.clear();
    this.#allTouched = true;
    this.#take(batch, null);
    this.#reshape({ kind: 'open' });
  }

  #failed(message: string): void {
    // What still stands on the screen is confirmed by nobody now.
    this.#said = { ...this.#said, live: false };
    this.#refresh();
    this.#reshape({ kind: 'failed', message });
  }

  #merged(batch: ScreenBatch<Row>): void {
    this.#take(batch, this.#scheduler.nowMs());
    this.#pace.request();
  }

  #take(batch: ScreenBatch<Row>, movedAtMs: number | null): void {
    for (const rowId of batch.removedRows) this.#rows.delete(rowId);
    for (const row of batch.rows) this.#rows.set(row.rowId, row);
    for (const book of batch.books) this.#books.set(book.bookId, book);
    if (batch.rows.length + batch.removedRows.length + batch.books.length > 0) this.#shapeChanged = true;
    if (batch.cells.cell.length > 0) this.#updatedAtMs = this.#scheduler.nowMs();
    this.cells.merge(batch.cells, movedAtMs, (rowId) => this.#touched.add(rowId));
    this.#said = { live: batch.live, epoch: batch.epoch };
    this.#asOfMs = new Map(batch.asOf);
    this.#refresh();
  }

  /** Works out anew which prices are live; when that is another answer, every row looks different. */
  #refresh(): void {
    const live = this.#said.live && !this.#doubted;
    const { epoch } = this.#said;
    if (this.#nextFreshness.live === live && this.#nextFreshness.epoch === epoch) return;
    this.#nextFreshness = { live, epoch };
    this.#allTouched = true;
    this.#pace.request();
  }

  #reshape(phase: ScreenPhase): void {
    this.#nextPhase = phase;
    this.#shapeChanged = true;
    this.#pace.request();
  }

  #paint(): void {
    this.#onScreen = this.#session.newest;
    if (this.#shapeChanged) {
      this.#shapeChanged = false;
      const { query } = this.#shape.read();
      this.#shape.write({
        phase: this.#nextPhase,
        query,
        rows: [...this.#rows.values()],
        books: [...this.#books.values()],
      });
    }
    this.#freshness.write(this.#nextFreshness);
    const rowIds = this.#allTouched ? [...this.#watchers.keys()] : [...this.#touched];
    this.#allTouched = false;
    this.#touched.clear();
    for (const rowId of rowIds) {
      for (const wake of [...(this.#watchers.get(rowId) ?? [])]) wake();
    }
  }
}

/** What a painter needs of a screen of prices, whatever its rows are. */
export type PriceSource = Pick<
  OddsScreenStore,
  'cells' | 'freshness' | 'watchRow' | 'asOfMs' | 'newestAsOfMs' | 'updatedAtMs'
>;

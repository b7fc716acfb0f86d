import type Database from 'better-sqlite3';
import { decodeChanges } from '#domain/history/changes-codec.ts';
import { ChangeColumns, GONE, type RecordedChanges } from '#domain/history/recorded-changes.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import type { KeptGame, KeptSelection, RecordedSlice, RecordedSpan } from '../../../ports/recorded-day.ts';
import { ChunkPages } from './chunk-pages.ts';
import { HistoryReader } from './history-reader.ts';
import { readJournal } from './read-journal.ts';

/** So much of the span is held at once. */
const SLICE_MS = 300_000;
/** Reads a span of the history from one moment of the database: `close` lets go of that moment. */
export class StoredSpan implements RecordedSpan {
  readonly #database: Database.Database;
  readonly #reader: HistoryReader;
  readonly #fromMs: number;
  readonly #toMs: number;
  readonly #chunks: ChunkPages;
  /** What has not been worked into chunks yet, by game. */
  readonly #journal = new Map<number, ChangeColumns>();

  constructor(
    database: Database.Database,
    { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  ) {
    this.#database = database;
    this.#reader = new HistoryReader(database);
    this.#fromMs = fromMs;
    this.#toMs = toMs;
    this.#chunks = new ChunkPages(database);
    database.exec('BEGIN');
    readJournal(database, (game, { selection, atMs, american, what }) => {
      const changes = this.#journal.get(game) ?? new ChangeColumns();
      this.#journal.set(game, changes);
      changes.add(selection, atMs, american, what);
    });
  }

  close(): void {
    this.#database.exec('COMMIT');
  }

  get firstMs(): number | null {
    return this.#reader.contents().firstMs;
  }

  games(): readonly KeptGame[] {
    const inChunks = this.#database
      .prepare<[number, number], { game: number }>(
        'SELECT DISTINCT game FROM chunks WHERE last_ms >= ? AND first_ms <= ?',
      )
      .all(this.#fromMs, this.#toMs)
      .map(({ game }) => game);
    const wanted = new Set([...inChunks, ...this.#journal.keys()]);
    return this.#reader.games().filter(({ id }) => wanted.has(id));
  }

  selectionsOf(game: number): readonly KeptSelection[] {
    return this.#reader.selectionsOf(game);
  }

  before(game: number): ReadonlyMap<number, number> {
    const prices = new Map<number, number>();
    const take = (selection: number, atMs: number, american: number, what: number) => {
      if (atMs >= this.#fromMs) return;
      if ((what & GONE) !== 0) prices.delete(selection);
      else prices.set(selection, american);
    };
    for (const body of this.#bodies(game, Number.NEGATIVE_INFINITY, this.#fromMs))
      decodeChanges(body, ({ selection, atMs, american, what }) => take(selection, atMs, american, what));
    const waiting = this.#journal.get(game);
    for (let at = 0; at < (waiting?.count ?? 0); at += 1)
      take(waiting!.selection[at]!, waiting!.atMs[at]!, waiting!.american[at]!, waiting!.what[at]!);
    return prices;
  }

  *slices(games: readonly number[]): Iterable<RecordedSlice> {
    const cursors = games.map(
      (game) =>
        new GameCursor(
          this.#bodies(game, this.#fromMs, this.#toMs)[Symbol.iterator](),
          this.#journal.get(game),
          this.#fromMs,
          this.#toMs,
        ),
    );
    for (let untilMs = this.#fromMs; untilMs <= this.#toMs; ) {
      const nextMs = cursors.reduce((least, { nextMs: at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
      if (nextMs === Number.POSITIVE_INFINITY) return;
      untilMs = Math.max(untilMs, nextMs) + SLICE_MS;
      const gathered = new ChangeColumns();
      for (const cursor of cursors) cursor.takeUntil(untilMs, gathered);
      yield { untilMs: Math.min(untilMs, this.#toMs), changes: inOrder(gathered) };
    }
  }

  plays(): readonly PlayEntry[] {
    return this.#database
      .prepare<[number, number], { body: string }>(
        'SELECT body FROM plays WHERE arrived_ms >= ? AND arrived_ms <= ? ORDER BY arrived_ms, id',
      )
      .all(this.#fromMs, this.#toMs)
      .map(({ body }) => JSON.parse(body) as PlayEntry);
  }

  *#bodies(game: number, fromMs: number, untilMs: number): Iterable<Buffer> {
    for (const bodies of this.#chunks.of(game, fromMs, untilMs)) yield* bodies;
  }
}

/** The changes of one game, a chunk at a time. */
class GameCursor {
  readonly #bodies: Iterator<Buffer>;
  readonly #fromMs: number;
  readonly #toMs: number;
  #journal: RecordedChanges | undefined;
  #held: RecordedChanges;
  #at = 0;

  constructor(bodies: Iterator<Buffer>, journal: RecordedChanges | undefined, fromMs: number, toMs: number) {
    this.#bodies = bodies;
    this.#journal = journal;
    this.#fromMs = fromMs;
    this.#toMs = toMs;
    this.#held = new ChangeColumns();
    this.#settle();
  }

  /** When the next change came; infinity = there is none. */
  get nextMs(): number {
    return this.#at < this.#held.count ? this.#held.atMs[this.#at]! : Number.POSITIVE_INFINITY;
  }

  takeUntil(untilMs: number, into: ChangeColumns): void {
    while (this.nextMs < untilMs) {
      const { selection, atMs, american, what } = this.#held;
      const at = this.#at;
      into.add(selection[at]!, atMs[at]!, american[at]!, what[at]!);
      this.#at += 1;
      this.#settle();
    }
  }

  /** Goes on to the next chunk, at last to the journal, until there is a change or none are left. */
  #settle(): void {
    while (this.#at >= this.#held.count) {
      const next = this.#bodies.next();
      const changes = next.done === true ? this.#journal : changesOf(next.value);
      if (next.done === true) this.#journal = undefined;
      if (changes === undefined) return;
      this.#held = inOrder(changes, this.#fromMs, this.#toMs);
      this.#at = 0;
    }
  }
}

function changesOf(body: Buffer): RecordedChanges {
  const changes = new ChangeColumns();
  decodeChanges(body, ({ selection, atMs, american, what }) => changes.add(selection, atMs, american, what));
  return changes;
}

/** Those within the span by time; what came at once stays in the order in which it was. */
function inOrder(
  { count, selection, atMs, american, what }: RecordedChanges,
  fromMs = Number.NEGATIVE_INFINITY,
  toMs = Number.POSITIVE_INFINITY,
): RecordedChanges {
  const order: number[] = [];
  for (let at = 0; at < count; at += 1) if (atMs[at]! >= fromMs && atMs[at]! <= toMs) order.push(at);
  order.sort((left, right) => atMs[left]! - atMs[right]! || left - right);
  const sorted = new ChangeColumns();
  for (const at of order) sorted.add(selection[at]!, atMs[at]!, american[at]!, what[at]!);
  return sorted;
}

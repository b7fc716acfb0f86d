import type Database from 'better-sqlite3';
import type { ExportQuery } from '#contract/export.ts';
import { canonicalMarket } from '#domain/catalogue/markets.ts';
import { decodeChanges } from '#domain/history/changes-codec.ts';
import type { RecordedChange } from '#domain/history/recorded-changes.ts';
import type { ExportedChange, ExportedPart, ExportedSelection, HistoryRows } from '../../ports/export.ts';
import type { KeptGame, KeptSelection } from '../../ports/recorded-day.ts';
import { ChunkPages } from './history/chunk-pages.ts';
import { HistoryReader } from './history/history-reader.ts';
import { readJournal } from './history/read-journal.ts';

const ROWS_A_PART = 8_192;

/**
 * The history as rows, read from one moment of the database: what is written meanwhile is not in it. Holds the words
 * and a few chunks of one game at a time, and what has not been worked into chunks yet.
 */
export class StoredRows implements HistoryRows {
  readonly #reader: HistoryReader;
  readonly #database: Database.Database;
  readonly #chunks: ChunkPages;
  readonly #count;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#reader = new HistoryReader(database);
    this.#chunks = new ChunkPages(database);
    this.#count = database.prepare<[number, number, number], { count: number | null }>(
      'SELECT sum(count) AS count FROM chunks WHERE game = ? AND last_ms >= ? AND first_ms <= ?',
    );
  }

  count(query: ExportQuery): number {
    const { fromMs, toMs } = boundsOf(query);
    const countOf = (game: number) => this.#count.get(game, fromMs, toMs)?.count ?? 0;
    return this.#games(query).reduce((sum, { id }) => sum + countOf(id), 0);
  }

  *parts(query: ExportQuery): Iterable<ExportedPart> {
    // one moment for all: the journal's changes must not be read twice when they move into chunks meanwhile
    this.#database.exec('BEGIN');
    try {
      const { fromMs, toMs } = boundsOf(query);
      const games = this.#games(query);
      const waiting = this.#journalOf(new Set(games.map(({ id }) => id)));
      for (const game of games) {
        const wanted = new WantedSelections(game, this.#reader.selectionsOf(game.id), query);
        if (wanted.size === 0) continue;
        for (const bodies of this.#chunks.of(game.id, fromMs, toMs)) yield wanted.partOf(bodies);
        const rest = inOrder(waiting.get(game.id) ?? []);
        for (let from = 0; from < rest.length; from += ROWS_A_PART)
          yield wanted.partOfRows(rest.slice(from, from + ROWS_A_PART));
      }
    } finally {
      this.#database.exec('COMMIT');
    }
  }

  #games({ sports, games }: ExportQuery): KeptGame[] {
    const [inSports, inGames] = [sports && new Set(sports), games && new Set(games)];
    return this.#reader
      .games()
      .filter(({ sport, label }) => (inSports?.has(sport) ?? true) && (inGames?.has(label) ?? true))
      .sort((left, right) => (left.startsAtMs ?? 0) - (right.startsAtMs ?? 0) || left.id - right.id);
  }

  /** What has not been worked into chunks yet, by game. */
  #journalOf(games: ReadonlySet<number>): Map<number, RecordedChange[]> {
    const byGame = new Map<number, RecordedChange[]>();
    readJournal(this.#database, (game, change) => {
      if (!games.has(game)) return;
      const changes = byGame.get(game) ?? [];
      byGame.set(game, changes);
      changes.push({ ...change });
    });
    return byGame;
  }
}

/** The selections of a game that are asked for, with their words. */
class WantedSelections {
  readonly #selections = new Map<number, ExportedSelection>();
  readonly #fromMs: number;
  readonly #toMs: number;

  constructor(game: KeptGame, selections: readonly KeptSelection[], query: ExportQuery) {
    ({ fromMs: this.#fromMs, toMs: this.#toMs } = boundsOf(query));
    const books = query.sportsbooks && new Set(query.sportsbooks);
    const markets = query.markets && new Set(query.markets);
    const isMarket = (name: string | null) =>
      markets === undefined || (name !== null && (markets.has(name) || markets.has(canonicalMarket(name))));
    for (const { id, sportsbook, outcome, name, line, overUnder, target } of selections) {
      if (books?.has(sportsbook) === false || !isMarket(name)) continue;
      this.#selections.set(id, {
        sport: game.sport,
        game: game.label,
        home: game.home,
        away: game.away,
        startsAtMs: game.startsAtMs,
        universalId: game.universalId,
        sportsbook,
        outcome,
        market: name,
        line,
        overUnder,
        target,
      });
    }
  }

  get size(): number {
    return this.#selections.size;
  }

  /** The wanted changes of some chunks, in the order of time. */
  partOf(bodies: readonly Buffer[]): ExportedPart {
    const changes: ExportedChange[] = [];
    let looked = 0;
    for (const body of bodies) {
      decodeChanges(body, (change) => {
        looked += 1;
        this.#take(change, changes);
      });
    }
    return { looked, changes: inOrder(changes) };
  }

  partOfRows(rows: readonly RecordedChange[]): ExportedPart {
    const changes: ExportedChange[] = [];
    for (const row of rows) this.#take(row, changes);
    return { looked: rows.length, changes };
  }

  #take({ selection: id, atMs, american, what }: RecordedChange, into: ExportedChange[]): void {
    const selection = this.#selections.get(id);
    if (selection === undefined || atMs < this.#fromMs || atMs > this.#toMs) return;
    into.push({ selection, atMs, american, what });
  }
}

function boundsOf({ fromMs, toMs }: ExportQuery): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: fromMs ?? Number.NEGATIVE_INFINITY, toMs: toMs ?? Number.POSITIVE_INFINITY };
}

function inOrder<T extends { readonly atMs: number }>(changes: T[]): T[] {
  return changes.sort((left, right) => left.atMs - right.atMs);
}

import type Database from 'better-sqlite3';
import type { StoredChunk } from '#domain/history/retention.ts';

const CHUNKS_A_READ = 500;

/** The chunks of a history by age, and its size, as retention looks at them. */
export class StoredChunks {
  readonly #database: Database.Database;
  readonly #statements;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#statements = {
      page: database.prepare<[number, number, number], StoredChunk>(
        `SELECT id, game, last_ms AS lastMs, count AS changes FROM chunks INDEXED BY chunks_by_age
         WHERE (last_ms, id) > (?, ?) ORDER BY last_ms, id LIMIT ?`,
      ),
      total: database.prepare<[], { changes: number }>(
        'SELECT coalesce(sum(count), 0) AS changes FROM chunks INDEXED BY chunks_by_age',
      ),
      game: database.prepare<[string], { id: number }>('SELECT id FROM games WHERE label = ?'),
    };
  }

  /** From the oldest to the newest; between two of them others may be written or deleted. */
  *byAge(): Generator<StoredChunk> {
    let last = { lastMs: Number.NEGATIVE_INFINITY, id: 0 };
    for (;;) {
      const page = this.#statements.page.all(last.lastMs, last.id, CHUNKS_A_READ);
      yield* page;
      const end = page.at(-1);
      if (end === undefined) return;
      last = end;
    }
  }

  /** Changes in chunks, and the bytes that the history takes up, free pages left out. */
  held(): { readonly changes: number; readonly bytes: number } {
    const of = (pragma: string) => Number(this.#database.pragma(pragma, { simple: true }));
    return {
      changes: this.#statements.total.get()!.changes,
      bytes: (of('page_count') - of('freelist_count')) * of('page_size'),
    };
  }

  /** Ids of the games that are to be kept, by their labels. */
  idsOf(labels: readonly string[]): Set<number> {
    return new Set(labels.flatMap((label) => this.#statements.game.get(label)?.id ?? []));
  }
}

import type Database from 'better-sqlite3';

/** Chunks that are read at once; each holds up to 2,048 changes. */
const CHUNKS_A_READ = 4;

interface Chunk {
  readonly id: number;
  readonly last_ms: number;
  readonly body: Buffer;
}

/** The chunks of single games, a few at a time, so that no game has to fit into memory. */
export class ChunkPages {
  readonly #chunks;

  constructor(database: Database.Database) {
    this.#chunks = database.prepare<[number, number, number, number, number], Chunk>(
      `SELECT id, last_ms, body FROM chunks
       WHERE game = ? AND (last_ms > ? OR (last_ms = ? AND id > ?)) AND first_ms <= ?
       ORDER BY last_ms, id LIMIT ${CHUNKS_A_READ}`,
    );
  }

  /** Bodies of the chunks that may hold changes between two times (Unix ms), a few together, in the order of time. */
  *of(game: number, fromMs: number, toMs: number): Iterable<readonly Buffer[]> {
    let [lastMs, lastId] = [fromMs, 0];
    for (;;) {
      const rows = this.#chunks.all(game, lastMs, lastMs, lastId, toMs);
      const last = rows.at(-1);
      if (last === undefined) return;
      [lastMs, lastId] = [last.last_ms, last.id];
      yield rows.map(({ body }) => body);
    }
  }
}

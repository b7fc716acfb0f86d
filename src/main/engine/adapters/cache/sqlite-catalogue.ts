import type Database from 'better-sqlite3';
import type { CatalogueStore, StoredPart } from '../../ports/catalogue-store.ts';

/** Most parts kept: every markets query is one. The oldest go first. */
const MOST_PARTS = 64;

/** The catalogue in SQLite. Values are JSON. */
export function createSqliteCatalogue(database: Database.Database): CatalogueStore {
  const select = database.prepare<[string], { fetched_ms: number; body: string }>(
    'SELECT fetched_ms, body FROM catalogue WHERE part = ?',
  );
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO catalogue (part, fetched_ms, body) VALUES (?, ?, ?)',
  );
  const prune = database.prepare(
    `DELETE FROM catalogue WHERE part NOT IN (SELECT part FROM catalogue ORDER BY fetched_ms DESC LIMIT ${MOST_PARTS})`,
  );
  return {
    read(part) {
      const row = select.get(part);
      if (row === undefined) return undefined;
      try {
        return { fetchedAtMs: row.fetched_ms, value: JSON.parse(row.body) as unknown };
      } catch {
        return undefined;
      }
    },
    write(part, { fetchedAtMs, value }: StoredPart) {
      database.transaction(() => {
        upsert.run(part, fetchedAtMs, JSON.stringify(value));
        prune.run();
      })();
    },
  };
}

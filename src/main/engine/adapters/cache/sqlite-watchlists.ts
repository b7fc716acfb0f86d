import type Database from 'better-sqlite3';
import { readWatchlist } from '#domain/watchlist/read-watchlists.ts';
import type { WatchlistStore } from '../../ports/watchlist-store.ts';

interface Row {
  readonly watchlist_id: string;
  readonly name: string;
  readonly entries: string;
}

/** Watchlists in SQLite. The database must be open with synchronous=FULL. */
export function createSqliteWatchlists(database: Database.Database): WatchlistStore {
  const select = database.prepare<[], Row>(
    'SELECT watchlist_id, name, entries FROM watchlists ORDER BY position, watchlist_id',
  );
  const upsert = database.prepare(
    `INSERT INTO watchlists (watchlist_id, position, name, entries)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM watchlists), ?, ?)
     ON CONFLICT (watchlist_id) DO UPDATE SET name = excluded.name, entries = excluded.entries`,
  );
  const remove = database.prepare('DELETE FROM watchlists WHERE watchlist_id = ?');
  const place = database.prepare('UPDATE watchlists SET position = ? WHERE watchlist_id = ?');
  return {
    all: () =>
      select.all().flatMap((row) => {
        const read = readWatchlist({
          watchlistId: row.watchlist_id,
          name: row.name,
          entries: entriesOf(row),
        });
        return typeof read === 'string' ? [] : [read];
      }),
    save({ watchlistId, name, entries }) {
      upsert.run(watchlistId, name, JSON.stringify(entries));
    },
    remove: (watchlistId) => void remove.run(watchlistId),
    order(watchlistIds) {
      database.transaction(() => {
        const named = new Set(watchlistIds);
        const rest = select
          .all()
          .map((row) => row.watchlist_id)
          .filter((id) => !named.has(id));
        for (const [at, id] of [...watchlistIds, ...rest].entries()) place.run(at + 1, id);
      })();
    },
  };
}

function entriesOf({ entries }: Row): unknown {
  try {
    return JSON.parse(entries);
  } catch {
    return [];
  }
}

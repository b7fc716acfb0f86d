import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Migration } from '../migrations/index.ts';
import { migrate } from '../open-database.ts';
import { HISTORY_MIGRATIONS } from './migrations/index.ts';

/** The name of the history in the data folder. */
export const HISTORY_FILE = 'history.db';
/** The WAL is worked into the file when it has this many pages (1 MiB), so that a small disk holds both. */
const CHECKPOINT_PAGES = 256;

/**
 * Opens (or makes) the history in a folder for its one writer: WAL, synchronous=NORMAL (a killed program loses nothing
 * that was committed), pages that are given back bit by bit. Throws `NewerSchemaError`, and SQLite's errors.
 */
export function openHistory(
  folder: string,
  migrations: readonly Migration[] = HISTORY_MIGRATIONS,
): Database.Database {
  mkdirSync(folder, { recursive: true });
  const database = new Database(path.join(folder, HISTORY_FILE));
  try {
    database.pragma('busy_timeout = 2000');
    // has to come before the first table, and would write to a file that is to be set aside as it is
    if (database.pragma('page_count', { simple: true }) === 0) database.pragma('auto_vacuum = INCREMENTAL');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`journal_size_limit = ${CHECKPOINT_PAGES * 4096 * 4}`);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the history for reading only: it never waits for the writer, and the writer never for it. */
export function openHistoryToRead(folder: string): Database.Database {
  const database = new Database(path.join(folder, HISTORY_FILE), { readonly: true, fileMustExist: true });
  database.pragma('busy_timeout = 2000');
  database.pragma('query_only = ON');
  return database;
}

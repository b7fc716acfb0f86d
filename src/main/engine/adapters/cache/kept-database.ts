import { rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { COPY_FILE } from './copies/keep-copy.ts';
import { faultOf, setAside, wordsOfFault } from './database-faults.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import { DATABASE_FILE, NewerSchemaError, openDatabase, openDatabaseToRead } from './open-database.ts';
import { rescueRows } from './rescue-rows.ts';

/** The database of what is precious, as it could be opened. `detail`: a sentence for people, empty while all is well. */
export interface KeptDatabase {
  readonly database: Database.Database;
  readonly condition: 'ok' | 'recovered' | 'read-only';
  readonly detail: string;
}

/**
 * Opens the database of a folder whatever became of it. A damaged one is set aside, and what can be read of it, and of
 * its newest copy, goes into a new one; one of a newer Linewatch is opened for reading only. Throws SQLite's errors
 * where nothing can be opened at all.
 */
export function openKeptDatabase(
  folder: string,
  nowMs: number,
  migrations: readonly Migration[] = MIGRATIONS,
): KeptDatabase {
  try {
    const database = openDatabase(folder, migrations);
    try {
      throwIfDamaged(database);
    } catch (error) {
      database.close();
      throw error;
    }
    return { database, condition: 'ok', detail: '' };
  } catch (error) {
    if (error instanceof NewerSchemaError)
      return {
        database: openDatabaseToRead(folder),
        condition: 'read-only',
        detail: `${error.message} Until then nothing is saved.`,
      };
    if (faultOf(error) !== 'damaged') throw error;
    return recover(folder, nowMs, migrations, error);
  }
}

/** Looks through the whole database. Throws an error of the kind that SQLite throws for a damaged one. */
export function throwIfDamaged(database: Database.Database): void {
  const answer = String(database.pragma('quick_check(1)', { simple: true }));
  if (answer !== 'ok')
    throw Object.assign(new Error(answer.replaceAll(/\s+/g, ' ')), { code: 'SQLITE_CORRUPT' });
}

function recover(
  folder: string,
  nowMs: number,
  migrations: readonly Migration[],
  why: unknown,
): KeptDatabase {
  const kept = setAside(path.join(folder, DATABASE_FILE), nowMs);
  const database = openDatabase(folder, migrations);
  const rows = rescueRows(database, kept, path.join(folder, COPY_FILE));
  rmSync(`${kept}-shm`, { force: true });
  return {
    database,
    condition: 'recovered',
    detail: `The database was damaged (${wordsOfFault(why)}). ${rows} entries of your watchlists, alerts, bets and limits were recovered; the old file is kept as ${path.basename(kept)}.`,
  };
}

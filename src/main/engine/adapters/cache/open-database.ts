import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

/** The name of the database in the data folder. */
export const DATABASE_FILE = 'linewatch.db';

/** The feed's thread waits no longer than this for another program. */
const LOCK_WAIT_MS = 500;

/** A database made by a newer Linewatch. `message` is a sentence for people. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/**
 * Opens (or makes) the database in a folder, in WAL mode with synchronous=FULL, and brings it to the newest
 * schema. Throws `NewerSchemaError` for a database of a newer program, and SQLite's errors.
 */
export function openDatabase(
  folder: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Database.Database {
  mkdirSync(folder, { recursive: true });
  const database = new Database(path.join(folder, DATABASE_FILE), { timeout: LOCK_WAIT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the database in a folder for reading only. Throws SQLite's errors. */
export function openDatabaseToRead(folder: string): Database.Database {
  const database = new Database(path.join(folder, DATABASE_FILE), {
    readonly: true,
    fileMustExist: true,
    timeout: LOCK_WAIT_MS,
  });
  return database;
}

/** A database of the newest schema that is gone when the program ends. */
export function openMemoryDatabase(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, MIGRATIONS);
  return database;
}

/** Brings a database to the newest schema, whole or not at all. Throws `NewerSchemaError`, and SQLite's errors. */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const step = database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }));
    if (version > migrations.length) {
      throw new NewerSchemaError(
        `The database was made by a newer Linewatch (schema ${version}; this one knows ${migrations.length}). Install the newer version, or choose another data folder.`,
      );
    }
    for (const migration of migrations.slice(version)) database.exec(migration.sql);
    database.pragma(`user_version = ${migrations.length}`);
  });
  // one that is up to date is not written, so that another program's lock does not matter
  if (Number(database.pragma('user_version', { simple: true })) !== migrations.length) step.immediate();
}

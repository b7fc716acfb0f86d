import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';

/** The newest copy of the database, for the day on which the database itself is damaged. */
export const COPY_FILE = 'linewatch.copy.db';

/**
 * Copies the whole database beside itself; the copy before stands until the new one is whole. Says whether it could: a
 * disk without room for a copy is no reason to stop. `by`: two that copy at once don't write the same file.
 */
export function keepCopy(database: Database.Database, folder: string, by: 'thread' | 'stop'): boolean {
  const file = path.join(folder, COPY_FILE);
  const unfinished = `${file}.unfinished-${by}`;
  try {
    rmSync(unfinished, { force: true });
    database.prepare('VACUUM INTO ?').run(unfinished);
    renameSync(unfinished, file);
    return true;
  } catch {
    rmSync(unfinished, { force: true });
    return false;
  }
}

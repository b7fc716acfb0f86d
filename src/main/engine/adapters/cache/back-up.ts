import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { HISTORY_FILE } from './history/open-history.ts';
import { DATABASE_FILE } from './open-database.ts';

/** How a copy went. `message`: a sentence for people. */
export interface BackUpOutcome {
  readonly ok: boolean;
  readonly message: string;
}

/**
 * Copies the databases of a data folder into another folder while a program writes them: each as it stands at one
 * moment, without gaps of deleted rows, and there whole or not at all. A copy that is there already is replaced.
 */
export function backUp(folder: string, into: string): BackUpOutcome {
  const files = [HISTORY_FILE, DATABASE_FILE].filter((file) => existsSync(path.join(folder, file)));
  if (files.length === 0) return { ok: false, message: `There is no database in ${folder}.` };
  if (path.resolve(folder) === path.resolve(into))
    return { ok: false, message: 'The copy needs a folder of its own.' };
  try {
    mkdirSync(into, { recursive: true });
    const bytes = files.reduce((sum, file) => sum + copy(path.join(folder, file), path.join(into, file)), 0);
    return { ok: true, message: `${files.join(' and ')} copied to ${into} (${(bytes / 1e6).toFixed(1)} MB)` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `The copy to ${into} failed: ${why}. What was there before is unchanged.` };
  }
}

/** SQLite's own online backup begins again with every write from elsewhere, and a recorder never rests: VACUUM does not. */
function copy(from: string, to: string): number {
  const partial = `${to}.${process.pid}.part`;
  const database = new Database(from, { readonly: true, fileMustExist: true });
  try {
    database.pragma('busy_timeout = 5000');
    database.prepare('VACUUM INTO ?').run(partial);
    const { size } = statSync(partial);
    renameSync(partial, to);
    return size;
  } finally {
    database.close();
    rmSync(partial, { force: true });
  }
}

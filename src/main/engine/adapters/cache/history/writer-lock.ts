import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * Makes sure that one program at a time writes the history of a folder: a transaction that is held open on a small
 * database of its own, which the system ends with the program, however it ends.
 */
export class WriterLock {
  readonly #file: string;
  #database: Database.Database | undefined;

  constructor(folder: string) {
    this.#file = path.join(folder, 'history.lock');
  }

  /** Takes the lock, or keeps it. Throws SQLITE_BUSY while another program has it. */
  take(): void {
    if (this.#database !== undefined) return;
    const database = new Database(this.#file, { timeout: 200 });
    try {
      database.pragma('journal_mode = MEMORY');
      database.exec('BEGIN EXCLUSIVE');
      this.#database = database;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  release(): void {
    this.#database?.close();
    this.#database = undefined;
  }
}

import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { keepCopy } from './keep-copy.ts';

/** Keeps the newest copy of a database that this thread writes, and makes it in another one. */
export class KeptCopy {
  readonly #database: Database.Database;
  readonly #folder: string;
  readonly #thread: URL;
  /** SQLite's count of changes that the newest copy holds. */
  #copied = -1;
  #worker: Worker | undefined;

  /** `thread`: the file of the thread that makes a copy. */
  constructor(database: Database.Database, folder: string, thread: URL) {
    this.#database = database;
    this.#folder = folder;
    this.#thread = thread;
  }

  /** Makes a copy if something has changed since the last one; resolves when it is made, or could not be. */
  async renew(): Promise<void> {
    const changes = this.#changes;
    if (changes === this.#copied || this.#worker !== undefined) return;
    const worker = new Worker(this.#thread, { name: 'database-copy', workerData: { folder: this.#folder } });
    this.#worker = worker;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    worker.once('message', resolve);
    // a disk that does not take it is no reason to stop: the copy before stands, and the next try comes
    worker.once('error', () => resolve(false));
    worker.once('exit', () => resolve(false));
    if (await promise) this.#copied = changes;
    this.#worker = undefined;
  }

  /** The program stops: what has changed since the last copy is copied here and now. */
  stop(): void {
    void this.#worker?.terminate();
    if (this.#changes !== this.#copied) keepCopy(this.#database, this.#folder, 'stop');
  }

  get #changes(): number {
    return Number(this.#database.prepare('SELECT total_changes()').pluck().get());
  }
}

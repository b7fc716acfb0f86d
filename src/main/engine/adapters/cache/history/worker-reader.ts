import { Worker } from 'node:worker_threads';
import type { ReaderCall, ReaderCallName, ReaderCalls, ReaderNews } from './reader-calls.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The reader's thread as the engine sees it: begun with the first question, ended with `stop`. */
export class WorkerReader {
  readonly #thread: URL;
  readonly #folder: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #nextId = 1;

  readonly #damaged: (message: string) => void;

  /** `damaged`: called with a sentence when a read has found damage. */
  constructor(folder: string, thread: URL, damaged: (message: string) => void) {
    this.#folder = folder;
    this.#thread = thread;
    this.#damaged = damaged;
  }

  /** Asks; rejects with a sentence where the history can't be read. */
  ask<N extends ReaderCallName>(name: N, input: ReaderCalls[N]['input']): Promise<ReaderCalls[N]['output']> {
    this.#worker ??= this.#begin();
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker?.postMessage({ id, name, input } as ReaderCall);
    });
  }

  /** The database has begun anew: the next question looks at the new one. */
  lookAnew(): void {
    void this.#worker?.terminate();
    this.#end('The history has begun anew; ask again.');
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#end('The engine has stopped.');
    await worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(this.#thread, { name: 'history-reader', workerData: { folder: this.#folder } });
    worker.on('message', (news: ReaderNews) => {
      const waiting = this.#waiting.get(news.id);
      this.#waiting.delete(news.id);
      if (news.kind === 'answer') return waiting?.resolve(news.value);
      if (news.isDamage) this.#damaged(news.message);
      waiting?.reject(new Error(news.message));
    });
    worker.on('error', (error) => this.#worker === worker && this.#end(error.message));
    worker.on(
      'exit',
      () => this.#worker === worker && this.#end('What reads the history has ended; ask again.'),
    );
    worker.unref();
    return worker;
  }

  #end(why: string): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}

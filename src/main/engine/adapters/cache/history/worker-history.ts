import { Worker } from 'node:worker_threads';
import type { StorageState } from '#contract/storage.ts';
import type { History, HistoryBatch, HistoryEvents, KeptPlay, Retention } from '../../../ports/history.ts';
import type { WriterCall, WriterNews } from './writer-messages.ts';

/** While so many changes are on their way to the disk, nothing more is sent. */
const MOST_ON_THEIR_WAY = 500_000;

interface WorkerHistoryNeeds {
  readonly folder: string;
  /** The file of the writer's thread. */
  readonly thread: URL;
  readonly events: HistoryEvents;
}

/** The history behind a worker thread: batches are handed over, not copied. */
export class WorkerHistory implements History {
  readonly #worker: Worker;
  readonly #events: HistoryEvents;
  #run = 0;
  #onTheirWay = 0;
  #state: StorageState | undefined;
  #isGone = false;
  readonly #stopped = Promise.withResolvers<void>();

  constructor({ folder, thread, events }: WorkerHistoryNeeds) {
    this.#events = events;
    this.#worker = new Worker(thread, { name: 'history-writer', workerData: { folder } });
    this.#worker.on('message', (news: WriterNews) => this.#receive(news));
    this.#worker.on('error', (error) => this.#end(error.message));
    this.#worker.on('exit', () => this.#end('its thread ended'));
  }

  get isBehind(): boolean {
    return this.#isGone || this.#onTheirWay >= MOST_ON_THEIR_WAY || this.#state?.condition === 'read-only';
  }

  get waiting(): number {
    return this.#onTheirWay;
  }

  write(batch: HistoryBatch): void {
    if (this.#isGone) return;
    this.#onTheirWay += batch.changes.count;
    const { changes, selections } = batch;
    const columns = [
      changes.selection,
      changes.atMs,
      changes.american,
      changes.what,
      selections.selection,
      selections.game,
      selections.sportsbook,
    ];
    const call: WriterCall = { kind: 'batch', run: this.#run, batch };
    this.#worker.postMessage(
      call,
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  }

  writePlays(plays: readonly KeptPlay[]): void {
    if (this.#isGone) return;
    const call: WriterCall = { kind: 'plays', plays };
    this.#worker.postMessage(call);
  }

  noteDamage(message: string): void {
    if (this.#isGone) return;
    const call: WriterCall = { kind: 'damaged', run: this.#run, message };
    this.#worker.postMessage(call);
  }

  retain(retention: Retention): void {
    if (this.#isGone) return;
    const call: WriterCall = { kind: 'retain', retention };
    this.#worker.postMessage(call);
  }

  async stop(timeoutMs: number): Promise<void> {
    if (this.#isGone) return;
    const call: WriterCall = { kind: 'stop' };
    this.#worker.postMessage(call);
    const { promise: isLate, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    await Promise.race([this.#stopped.promise, isLate]);
    clearTimeout(timer);
    this.#isGone = true;
    await this.#worker.terminate();
  }

  #receive(news: WriterNews): void {
    switch (news.kind) {
      case 'done':
        this.#onTheirWay -= news.changes;
        return;
      case 'state':
        this.#state = news.state;
        return this.#events.state(news.state);
      case 'began-anew':
        this.#run = news.run;
        return this.#events.beganAnew();
      case 'stopped':
        return this.#stopped.resolve();
    }
  }

  #end(why: string): void {
    this.#stopped.resolve();
    if (this.#isGone) return;
    this.#isGone = true;
    const { written, leftOut, bytes } = this.#state ?? { written: 0, leftOut: 0, bytes: 0 };
    this.#events.state({
      condition: 'paused',
      detail: `The history has stopped (${why}). Start Linewatch again; prices and alerts go on.`,
      sinceMs: Date.now(),
      written,
      waiting: 0,
      leftOut,
      bytes,
    });
  }
}

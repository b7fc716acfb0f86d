import { Worker } from 'node:worker_threads';
import type { StorageState } from '#contract/storage.ts';
import { Restarts } from '#domain/quota/restarts.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { History, HistoryBatch, HistoryEvents, KeptPlay, Retention } from '../../../ports/history.ts';
import type { WriterCall, WriterNews } from './writer-messages.ts';

/** While so many changes are on their way to the disk, nothing more is sent. */
const MOST_ON_THEIR_WAY = 500_000;
const NOTHING_WRITTEN = { written: 0, leftOut: 0, bytes: 0 };

interface WorkerHistoryNeeds {
  readonly folder: string;
  /** The file of the writer's thread. */
  readonly thread: URL;
  readonly clock: Clock;
  readonly events: HistoryEvents;
}

/**
 * The history behind a worker thread: batches are handed over, not copied. A thread that ends by itself is begun again;
 * what was on its way, and what comes meanwhile, is left out and counted.
 */
export class WorkerHistory implements History {
  readonly #needs: WorkerHistoryNeeds;
  readonly #restarts = new Restarts();
  #worker: Worker | undefined;
  #run = 0;
  #onTheirWay = 0;
  /** What the thread said last. */
  #said: StorageState | undefined;
  /** What the threads before it wrote, and what was lost with them. */
  #before: Pick<StorageState, 'written' | 'leftOut'> = NOTHING_WRITTEN;
  #cancelRestart: (() => void) | undefined;
  readonly #stopped = Promise.withResolvers<void>();

  constructor(needs: WorkerHistoryNeeds) {
    this.#needs = needs;
    this.#worker = this.#begin();
  }

  get isBehind(): boolean {
    return (
      this.#worker === undefined ||
      this.#onTheirWay >= MOST_ON_THEIR_WAY ||
      this.#said?.condition === 'read-only'
    );
  }

  get waiting(): number {
    return this.#onTheirWay;
  }

  write(batch: HistoryBatch): void {
    const { changes, selections } = batch;
    if (this.#worker === undefined) return this.#leaveOut(changes.count);
    this.#onTheirWay += changes.count;
    const columns = [
      changes.selection,
      changes.atMs,
      changes.american,
      changes.what,
      selections.from,
      selections.selection,
      selections.game,
      selections.sportsbook,
      selections.texts,
    ];
    // columns may share a buffer, which is handed over once
    const buffers = new Set(columns.map(({ buffer }) => buffer as ArrayBuffer));
    this.#tell({ kind: 'batch', run: this.#run, batch }, [...buffers]);
  }

  writePlays(plays: readonly KeptPlay[]): void {
    this.#tell({ kind: 'plays', plays });
  }

  noteDamage(message: string): void {
    this.#tell({ kind: 'damaged', run: this.#run, message });
  }

  retain(retention: Retention): void {
    this.#tell({ kind: 'retain', retention });
  }

  async stop(timeoutMs: number): Promise<void> {
    this.#cancelRestart?.();
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#tell({ kind: 'stop' });
    const { promise: isLate, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    await Promise.race([this.#stopped.promise, isLate]);
    clearTimeout(timer);
    this.#worker = undefined;
    await worker.terminate();
  }

  #begin(): Worker {
    const { thread, folder } = this.#needs;
    const worker = new Worker(thread, { name: 'history-writer', workerData: { folder } });
    worker.on('message', (news: WriterNews) => this.#worker === worker && this.#receive(news));
    worker.on('error', (error) => this.#end(worker, error.message));
    worker.on('exit', (code) => this.#end(worker, `exit code ${code}`));
    return worker;
  }

  #tell(call: WriterCall, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker?.postMessage(call, transfer);
  }

  #leaveOut(changes: number): void {
    this.#before = { ...this.#before, leftOut: this.#before.leftOut + changes };
  }

  #receive(news: WriterNews): void {
    switch (news.kind) {
      case 'done':
        this.#onTheirWay -= news.changes;
        return;
      case 'state':
        this.#said = news.state;
        return this.#needs.events.state(this.#withBefore(news.state));
      case 'began-anew':
        this.#run = news.run;
        return this.#needs.events.beganAnew();
      case 'stopped':
        return this.#stopped.resolve();
    }
  }

  #withBefore<S extends Pick<StorageState, 'written' | 'leftOut'>>(said: S): S {
    const { written, leftOut } = this.#before;
    return { ...said, written: said.written + written, leftOut: said.leftOut + leftOut };
  }

  #end(worker: Worker, why: string): void {
    this.#stopped.resolve();
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    const { clock, events } = this.#needs;
    const { written, leftOut, bytes } = this.#withBefore(this.#said ?? NOTHING_WRITTEN);
    this.#before = { written, leftOut: leftOut + this.#onTheirWay };
    this.#onTheirWay = 0;
    this.#said = undefined;
    const { uptimeMs } = clock.moment();
    const waitMs = this.#restarts.waitMs(uptimeMs);
    const next = this.#restarts.areSpent(uptimeMs)
      ? `It has ended too often and is begun again in ${Math.ceil(waitMs / 60_000)} min`
      : 'It is begun again';
    this.#cancelRestart = clock.after(waitMs, () => this.#beginAgain());
    events.state({
      condition: 'paused',
      detail: `What writes the history has ended (${why}). ${next}; prices and alerts go on.`,
      sinceMs: clock.nowMs(),
      ...this.#before,
      waiting: 0,
      bytes,
    });
  }

  #beginAgain(): void {
    this.#restarts.note(this.#needs.clock.moment().uptimeMs);
    this.#run = 0;
    this.#worker = this.#begin();
    this.#needs.events.beganAnew();
  }
}

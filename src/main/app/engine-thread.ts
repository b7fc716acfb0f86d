import type { Worker } from 'node:worker_threads';
import type { EngineOptions } from '#engine/index.ts';
import type { EngineCall, EngineCallName, EngineCalls, EngineNews } from '#engine/port.ts';
import { startWorker } from './worker-entry.ts';

/** A heap that grows beyond this ends the thread, which is begun again; without a bound of its own it would end the program. */
const HEAP_MIB = 3_072;

/** News that nobody asked for. */
export type EngineEvent = Exclude<EngineNews, { kind: 'answer' | 'failure' }>;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The engine as the main thread sees it: calls with typed answers, and news. It does no work of its own. */
export class EngineThread {
  readonly #news: (event: EngineEvent) => void;
  readonly #gone: (why: string) => void;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #nextId = 1;

  /** `news` hears everything unasked; `gone` is called each time a thread ends by itself, with words for the log. */
  constructor(news: (event: EngineEvent) => void, gone: (why: string) => void) {
    this.#news = news;
    this.#gone = gone;
    this.#worker = this.#begin();
  }

  /** Starts an engine with these options in place of the one before, in a new thread where that has ended. */
  start(options: EngineOptions): Promise<null> {
    this.#worker ??= this.#begin();
    return this.call('start', options);
  }

  /** Asks the engine. Rejects when it fails or is gone. */
  call<N extends EngineCallName>(name: N, input: EngineCalls[N]['input']): Promise<EngineCalls[N]['output']> {
    const worker = this.#worker;
    if (worker === undefined) return Promise.reject(new Error('The engine is not running.'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id, name, input } as EngineCall);
    });
  }

  /** Tells the engine what needs no answer. One that fails or is gone is not told. */
  tell<N extends EngineCallName>(name: N, input: EngineCalls[N]['input']): void {
    this.call(name, input).catch(() => undefined);
  }

  /** Lets the engine flush, for at most `timeoutMs`, then ends the thread. */
  async stop(timeoutMs: number): Promise<void> {
    const timeout = new Promise<void>((resolve) => {
      setTimeout(resolve, timeoutMs);
    });
    await Promise.race([this.call('stop', null).catch(() => null), timeout]);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #begin(): Worker {
    const worker = startWorker('engine', { resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
    // what a thread said last counts no more once it has ended: its alerts are on disk, and told by the next one
    worker.on('message', (message: EngineNews) => this.#worker === worker && this.#receive(message));
    worker.on('error', (error) => this.#end(worker, error.stack ?? error.message));
    worker.on('exit', (code) => this.#end(worker, `exit code ${code}`));
    return worker;
  }

  #receive(message: EngineNews): void {
    if (message.kind !== 'answer' && message.kind !== 'failure') return this.#news(message);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  #end(worker: Worker, why: string): void {
    // an error is followed by an exit, and a new thread may have begun between them
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(new Error('The engine ended.'));
    this.#waiting.clear();
    this.#gone(why);
  }
}

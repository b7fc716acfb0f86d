import type { Worker } from 'node:worker_threads';
import type { EngineCall, EngineCallName, EngineCalls, EngineNews } from '#engine/port.ts';
import { startWorker } from './worker-entry.ts';

/** News that nobody asked for. */
export type EngineEvent = Exclude<EngineNews, { kind: 'answer' | 'failure' }>;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The engine as the main thread sees it: calls with typed answers, and news. It does no work of its own. */
export class EngineThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #isGone = false;

  /** `news` hears everything unasked; `gone` is called once if the thread ends by itself. */
  constructor(news: (event: EngineEvent) => void, gone: (why: string) => void) {
    this.#worker = startWorker('engine');
    this.#worker.on('message', (message: EngineNews) => this.#receive(message, news));
    this.#worker.on('error', (error) => this.#end(error.message, gone));
    this.#worker.on('exit', (code) => this.#end(`exit code ${code}`, gone));
  }

  /** Asks the engine. Rejects when it fails or is gone. */
  call<N extends EngineCallName>(name: N, input: EngineCalls[N]['input']): Promise<EngineCalls[N]['output']> {
    if (this.#isGone) return Promise.reject(new Error('The engine is not running.'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker.postMessage({ id, name, input } as EngineCall);
    });
  }

  /** Tells the engine what needs no answer. One that fails or is gone is not told. */
  tell<N extends EngineCallName>(name: N, input: EngineCalls[N]['input']): void {
    this.call(name, input).catch(() => undefined);
  }

  /** Lets the engine flush, for at most `timeoutMs`, then ends the thread. */
  async stop(timeoutMs: number): Promise<void> {
    if (this.#isGone) return;
    const timeout = new Promise<void>((resolve) => {
      setTimeout(resolve, timeoutMs);
    });
    await Promise.race([this.call('stop', null).catch(() => null), timeout]);
    this.#isGone = true;
    await this.#worker.terminate();
  }

  #receive(message: EngineNews, news: (event: EngineEvent) => void): void {
    if (message.kind !== 'answer' && message.kind !== 'failure') return news(message);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  #end(why: string, gone: (why: string) => void): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error('The engine ended.'));
    this.#waiting.clear();
    if (this.#isGone) return;
    this.#isGone = true;
    gone(why);
  }
}

import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
import { debug } from '../debug.ts';

type Method = keyof Protocol.CommandParameters;
type EventName = keyof Protocol.Events;
type Pending = { method: string; resolve(result: never): void; reject(error: Error): void };
type Incoming =
  | { id: number; result?: unknown; error?: { message: string } }
  | { id?: undefined; method: string; params: unknown; sessionId?: string };

/** Who answers commands and tells events: the browser, or one page of it. */
export interface CdpTarget {
  /** Sends a command; rejects with the method's name when Chromium refuses it or is gone. */
  send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]>;
  /** Calls `listener` for every event of this name. */
  listen<E extends EventName>(event: E, listener: (params: Protocol.Events[E]) => void): void;
}

/** A session with one page; it lasts until the page is closed. */
export interface CdpPage extends CdpTarget {
  /** No event is heard any more; commands still go. */
  mute(): void;
}

/** The Chrome DevTools Protocol over a pair of pipes: JSON texts, each closed by a zero byte. */
export class Cdp implements CdpTarget {
  readonly #output: Writable;
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #sessions = new Map<string, EventEmitter>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #closed = false;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    // A pipe that breaks under a write is told by its other half, which closes.
    output.on('error', (error) => debug('pipe to chromium:', error));
    let parts: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let from = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
        parts.push(chunk.subarray(from, end));
        this.#receive(JSON.parse(Buffer.concat(parts).toString()) as Incoming);
        parts = [];
        from = end + 1;
      }
      if (from < chunk.length) parts.push(chunk.subarray(from));
    });
    input.on('close', () => this.#close());
  }

  send<M extends Method>(method: M, params?: Protocol.CommandParameters[M]) {
    return this.#call(method, params, undefined);
  }

  listen<E extends EventName>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#events.on(event, listener);
  }

  async attach(targetId: string): Promise<CdpPage> {
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const events = new EventEmitter().setMaxListeners(0);
    this.#sessions.set(sessionId, events);
    return {
      send: (method, params) => this.#call(method, params, sessionId),
      listen: (event, listener) => void events.on(event, listener),
      mute: () => void events.removeAllListeners(),
    };
  }

  #call<M extends Method>(
    method: M,
    params: Protocol.CommandParameters[M] | undefined,
    sessionId: string | undefined,
  ): Promise<Protocol.CommandReturnValues[M]> {
    if (this.#closed) return Promise.reject(new Error(`${method}: chromium is gone`));
    const id = ++this.#lastId;
    this.#output.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#pending.set(id, { method, resolve, reject }));
  }

  #receive(message: Incoming): void {
    if (message.id === undefined) {
      if (message.method === 'Target.detachedFromTarget')
        this.#forget(message.params as { sessionId: string });
      const target = message.sessionId === undefined ? this.#events : this.#sessions.get(message.sessionId);
      target?.emit(message.method, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result as never);
  }

  #forget({ sessionId }: { sessionId: string }): void {
    this.#sessions.delete(sessionId);
  }

  #close(): void {
    this.#closed = true;
    for (const { method, reject } of this.#pending.values()) reject(new Error(`${method}: chromium is gone`));
    this.#pending.clear();
  }
}

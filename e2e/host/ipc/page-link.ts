import type { CdpTarget } from '../chromium/cdp.ts';
import { debug } from '../debug.ts';
import { chunksOf } from '../page/chunks.ts';
import { BATCH_CHARS, type ToHost, type ToPage } from '../page/wire.ts';

/** The name of the world that runs the preload; DevTools shows Electron's under the same one. */
export const ISOLATED_WORLD = 'Electron Isolated Context';
const BINDING = '__hostSend';
const RECEIVE = 'function (text, last) { __hostReceive(text, last); }';

/**
 * The host's end of the line to the isolated world of a page. It follows the page from document to document: what is
 * posted while no document listens is dropped, as in Electron. Messages of one turn of the event loop share calls.
 */
export class PageLink {
  readonly #page: CdpTarget;
  readonly #uniqueIds = new Map<number, string>();
  #listening: string | undefined;
  #queue: string[] = [];
  #scheduled = false;
  #parts = '';

  /** `gone` tells that the document that listened has gone. */
  constructor(page: CdpTarget, frameId: string, on: { message(message: ToHost): void; gone(): void }) {
    this.#page = page;
    page.listen('Runtime.executionContextCreated', ({ context }) => {
      const { frameId: contextFrame } = context.auxData as { frameId?: string };
      if (context.name !== ISOLATED_WORLD || contextFrame !== frameId) return;
      this.#uniqueIds.set(context.id, context.uniqueId);
    });
    const forget = (): void => {
      this.#uniqueIds.clear();
      this.#queue = [];
      this.#parts = '';
      if (this.#listening === undefined) return;
      this.#listening = undefined;
      on.gone();
    };
    page.listen('Runtime.executionContextsCleared', forget);
    page.listen('Inspector.targetCrashed', forget);
    page.listen('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const uniqueId = this.#uniqueIds.get(executionContextId);
      if (name !== BINDING || uniqueId === undefined) return;
      this.#parts += payload.slice(1);
      if (payload[0] === '+') return;
      const message = JSON.parse(this.#parts) as ToHost;
      this.#parts = '';
      if (message.kind === 'hello') this.#listening = uniqueId;
      on.message(message);
    });
  }

  /** Opens the line to every document to come. */
  async open(): Promise<void> {
    await Promise.all([
      this.#page.send('Runtime.enable'),
      this.#page.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
    ]);
  }

  post(message: ToPage): void {
    if (this.#listening === undefined) {
      debug('no document listens, dropped:', message.kind, 'channel' in message ? message.channel : '');
      return;
    }
    this.#queue.push(JSON.stringify(message));
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      for (const batch of batches(this.#queue.splice(0))) this.#send(batch);
    });
  }

  #send(batch: string): void {
    const chunks = chunksOf(batch, BATCH_CHARS);
    for (const [index, chunk] of chunks.entries()) {
      const call = this.#page.send('Runtime.callFunctionOn', {
        functionDeclaration: RECEIVE,
        uniqueContextId: this.#listening ?? '',
        arguments: [{ value: chunk }, { value: index === chunks.length - 1 }],
        silent: true,
      });
      // The document may go away under the call; then nobody is left to hear.
      call.catch((error: Error) => debug(error.message));
    }
  }
}

/** Joins messages to JSON arrays of about BATCH_CHARS. */
function batches(messages: string[]): string[] {
  const texts: string[] = [];
  let batch: string[] = [];
  let chars = 0;
  for (const message of messages) {
    if (batch.length > 0 && chars + message.length > BATCH_CHARS) {
      texts.push(`[${batch.join(',')}]`);
      batch = [];
      chars = 0;
    }
    batch.push(message);
    chars += message.length;
  }
  if (batch.length > 0) texts.push(`[${batch.join(',')}]`);
  return texts;
}

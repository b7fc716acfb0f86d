import type { PageEmitter } from './page-emitter.ts';
import type { PagePorts } from './page-ports.ts';
import type { Codec } from './structured-clone.ts';
import type { ToHost, ToPage } from './wire.ts';

/** What of Electron's `ipcRenderer` the preload finds; everything else throws by name. */
export type StoodInIpcRenderer = Pick<
  Electron.IpcRenderer,
  | 'invoke'
  | 'send'
  | 'postMessage'
  | 'on'
  | 'once'
  | 'off'
  | 'addListener'
  | 'removeListener'
  | 'removeAllListeners'
>;

type IpcMessage = Extract<ToPage, { kind: 'send' | 'reply' | 'failure' }>;

/** Makes the `ipcRenderer` of one document. Runs in the page: it names nothing outside itself. */
export function createIpcRenderer(
  codec: Codec,
  ports: PagePorts,
  post: (message: ToHost) => void,
  emitter: PageEmitter,
): { ipcRenderer: StoodInIpcRenderer; receive(message: IpcMessage): void } {
  const waiting = new Map<
    number,
    { channel: string; resolve(value: unknown): void; reject(error: Error): void }
  >();
  let lastId = 0;

  const ipcRenderer = Object.assign(emitter, {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const message: ToHost = { kind: 'invoke', id: ++lastId, channel, args: codec.encode(args) };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { channel, resolve, reject });
        post(message);
      });
    },
    send(channel: string, ...args: unknown[]): void {
      post({ kind: 'send', channel, args: codec.encode(args), ports: [] });
    },
    postMessage(channel: string, message: unknown, transfer: MessagePort[] = []): void {
      post({ kind: 'send', channel, args: codec.encode([message]), ports: ports.ship(transfer) });
    },
  }) as unknown as StoodInIpcRenderer;

  function settle(message: Extract<ToPage, { kind: 'reply' | 'failure' }>): void {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') call?.resolve(codec.decode(message.value));
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`));
  }

  return {
    ipcRenderer,
    receive(message) {
      if (message.kind !== 'send') {
        settle(message);
        return;
      }
      const event = { sender: ipcRenderer, ports: message.ports.map((name) => ports.open(name)) };
      emitter.emit(message.channel, event, ...(codec.decode(message.args) as unknown[]));
    },
  };
}

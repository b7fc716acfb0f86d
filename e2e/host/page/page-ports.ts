import type { Codec } from './structured-clone.ts';
import type { ToHost, ToPage } from './wire.ts';

type PortMessage = Extract<ToPage, { kind: 'port-message' | 'port-close' }>;

/** The message ports of one document whose other end is in the host. */
export interface PagePorts {
  /** Takes ports that the preload gives away; gives the names under which the host knows them. */
  ship(ports: readonly MessagePort[]): string[];
  /** Gives a real port for one that the host gave away. */
  open(name: string): MessagePort;
  receive(message: PortMessage): void;
}

/**
 * Makes the ports of one document. Chromium does not tell when the other end of a port is closed, so the host hears of
 * it only when the document goes. Runs in the page: it names nothing outside itself.
 */
export function createPagePorts(codec: Codec, post: (message: ToHost) => void): PagePorts {
  const held = new Map<string, MessagePort>();
  let lastPort = 0;

  function hold(name: string, port: MessagePort): void {
    held.set(name, port);
    port.onmessage = (event) => post({ kind: 'port-message', port: name, data: codec.encode(event.data) });
  }

  return {
    ship: (ports) =>
      ports.map((port) => {
        const name = `page-${++lastPort}`;
        hold(name, port);
        return name;
      }),
    open(name) {
      const { port1, port2 } = new MessageChannel();
      hold(name, port1);
      return port2;
    },
    receive(message) {
      const port = held.get(message.port);
      if (message.kind === 'port-message') {
        port?.postMessage(codec.decode(message.data));
        return;
      }
      held.delete(message.port);
      port?.close();
    },
  };
}

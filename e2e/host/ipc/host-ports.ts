import type { ToHost } from '../page/wire.ts';
import { Channel, MessagePortMain, type PortEnd } from './message-port.ts';
import { codec } from './node-codec.ts';
import type { PageLink } from './page-link.ts';

type PortMessage = Extract<ToHost, { kind: 'port-message' }>;

/** The channels that have an end in one page. They end with the document. */
export class HostPorts {
  readonly #link: () => PageLink | undefined;
  readonly #ends = new Map<string, { channel: Channel; side: 0 | 1 }>();
  #lastPort = 0;

  constructor(link: () => PageLink | undefined) {
    this.#link = link;
  }

  /** Gives ports to the page; gives the names under which the page opens them. */
  ship(ports: readonly Electron.MessagePortMain[]): string[] {
    return ports.map((port) => {
      if (!(port instanceof MessagePortMain)) throw new TypeError('Invalid value for transfer');
      const name = `host-${++this.#lastPort}`;
      port.moveTo((channel, side) => this.#hold(name, channel, side));
      return name;
    });
  }

  /** Takes ports that the page gave away. */
  open(names: readonly string[]): MessagePortMain[] {
    return names.map((name) => {
      const channel = new Channel();
      channel.place(0, this.#hold(name, channel, 0));
      return new MessagePortMain(channel, 1);
    });
  }

  receive(message: PortMessage): void {
    const end = this.#ends.get(message.port);
    end?.channel.send(end.side, codec.decode(message.data));
  }

  /** The document is gone, and its ports with it. */
  closeAll(): void {
    for (const { channel, side } of this.#ends.values()) channel.close(side);
    this.#ends.clear();
  }

  #hold(name: string, channel: Channel, side: 0 | 1): PortEnd {
    this.#ends.set(name, { channel, side });
    return {
      deliver: (data) => this.#link()?.post({ kind: 'port-message', port: name, data: codec.encode(data) }),
      closed: () => {
        this.#ends.delete(name);
        this.#link()?.post({ kind: 'port-close', port: name });
      },
    };
  }
}

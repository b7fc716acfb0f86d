import { notStoodIn, standIn } from '../stand-in/stand-in.ts';

/** Where one end of a channel lives: in this process, or in a page. */
export interface PortEnd {
  deliver(data: unknown): void;
  /** The other end was closed, or its page is gone. */
  closed(): void;
}

type Side = 0 | 1;

/** Two entangled ends. */
export class Channel {
  readonly #ends: [PortEnd | undefined, PortEnd | undefined] = [undefined, undefined];
  #closed = false;

  place(side: Side, end: PortEnd): void {
    this.#ends[side] = end;
  }

  /** Delivers later, as messages of a port do; in order. */
  send(from: Side, data: unknown): void {
    setImmediate(() => {
      if (!this.#closed) this.#ends[from === 0 ? 1 : 0]?.deliver(data);
    });
  }

  close(from: Side): void {
    if (this.#closed) return;
    setImmediate(() => {
      this.#closed = true;
      for (const end of this.#ends.toSpliced(from, 1)) end?.closed();
    });
  }
}

type Own = 'postMessage' | 'start' | 'close';

/** `MessagePortMain`. Ports inside the messages of a port are not stood in for. */
export class MessagePortMain
  extends standIn<Electron.MessagePortMain, Own>('MessagePortMain')
  implements Pick<Electron.MessagePortMain, Own>, PortEnd
{
  readonly #channel: Channel;
  readonly #side: Side;
  #waiting: unknown[] = [];
  #started = false;
  #detached = false;

  constructor(channel: Channel, side: Side) {
    super();
    this.#channel = channel;
    this.#side = side;
    channel.place(side, this);
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    if (transfer.length > 0) throw notStoodIn('MessagePortMain.postMessage with ports');
    if (!this.#detached) this.#channel.send(this.#side, structuredClone(message));
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.deliver(data);
  }

  close(): void {
    if (this.#detached) return;
    this.#detached = true;
    this.#channel.close(this.#side);
    setImmediate(() => this.emit('close'));
  }

  deliver(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] } satisfies Electron.MessageEvent);
    else this.#waiting.push(data);
  }

  closed(): void {
    this.#detached = true;
    this.emit('close');
  }

  /** Hands this end over to a page; the port itself is of no more use, as after a transfer. */
  moveTo(makeEnd: (channel: Channel, side: Side) => PortEnd): void {
    if (this.#detached) throw new Error('Port at index 0 is already neutered');
    this.#detached = true;
    const end = makeEnd(this.#channel, this.#side);
    this.#channel.place(this.#side, end);
    for (const data of this.#waiting.splice(0)) end.deliver(data);
  }
}

/** `MessageChannelMain`. */
export class MessageChannelMain
  extends standIn<Electron.MessageChannelMain, 'port1' | 'port2'>('MessageChannelMain')
  implements Electron.MessageChannelMain
{
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    super();
    const channel = new Channel();
    this.port1 = new MessagePortMain(channel, 0);
    this.port2 = new MessagePortMain(channel, 1);
  }
}

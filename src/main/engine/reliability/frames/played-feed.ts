import type { Decoded } from '../../adapters/feed/socket/provider-socket.ts';
import type { Feed, FeedListener } from '../../ports/feed.ts';

type Kinded = { readonly kind: string };
type Decode<Data extends Kinded> = (text: string, out: Decoded<Data>) => void;

/** One of the feeds, its connection played by hand; counts what its frames bring. For tests. */
export class PlayedFeed<Data extends Kinded> implements Feed<Data> {
  readonly #decode: Decode<Data>;
  #listener: FeedListener<Data> | null = null;
  messages = 0;
  refusals = 0;

  constructor(decode: Decode<Data>) {
    this.#decode = decode;
  }

  connect(listener: FeedListener<Data>) {
    this.#listener = listener;
    return {
      subscribe: () => undefined,
      close: () => {
        if (this.#listener === listener) this.#listener = null;
      },
    };
  }

  get isConnected(): boolean {
    return this.#listener !== null;
  }

  cut(): void {
    this.#listener?.ended({ reason: 'closed', detail: 'It ended.' });
    this.#listener = null;
  }

  /** Answers how many messages and refusals there were in the frame; those after the client hung up are not heard. */
  deliver(data: Buffer): number {
    const listener = this.#listener;
    if (listener === null) return 1;
    const before = this.messages + this.refusals;
    listener.frame(data.length);
    const text = data.toString('utf8');
    this.#decode(text, {
      message: (message) => {
        this.messages += 1;
        listener.message(message);
      },
      refused: (reason) => {
        if (this.#listener === listener) this.refusals += 1;
        listener.refused(reason, () => text.slice(0, 100));
      },
    });
    return this.messages + this.refusals - before;
  }
}

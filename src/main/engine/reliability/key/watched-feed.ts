import type { Feed, FeedConnection, FeedListener } from '../../ports/feed.ts';
import type { ManualClock } from '../../testing/manual-clock.ts';

/** Whoever keeps a feed connected. */
interface Follower {
  reconnect(why: string): void;
  stop(): void;
  readonly counters: { readonly samples: ReadonlyMap<unknown, string> };
}

type Tell = (what: string, value: unknown) => void;

/** A feed that tells all it says to its follower, and knows when a connection begins and when it has ended. For tests. */
export class WatchedFeed<Data> implements Feed<Data> {
  readonly #feed: Feed<Data>;
  readonly #tell: Tell;
  #isConnecting = false;
  #ended: () => void = () => undefined;

  constructor(feed: Feed<Data>, tell: Tell) {
    this.#feed = feed;
    this.#tell = tell;
  }

  connect(listener: FeedListener<Data>): FeedConnection {
    this.#isConnecting = true;
    return this.#feed.connect({
      frame: (bytes) => listener.frame(bytes),
      message: (message) => listener.message(message),
      refused: (reason, sample) => {
        this.#tell('sample', sample?.());
        listener.refused(reason, sample);
      },
      ended: (end) => {
        this.#tell('end', end);
        listener.ended(end);
        this.#ended();
      },
    });
  }

  /** Lets time pass until the follower connects; resolves when that connection has ended. */
  async next(clock: ManualClock, follower: Follower): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    for (let quarters = 0; !this.#isConnecting; quarters += 1) {
      // a refused key is not tried again until somebody acts
      if (quarters % 400 === 399) follower.reconnect('Again.');
      clock.pass(250);
    }
    await ended;
    this.#isConnecting = false;
  }

  stop(follower: Follower): void {
    this.#tell('samples', [...follower.counters.samples]);
    follower.stop();
  }
}

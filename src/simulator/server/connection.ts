import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { jsonValue } from '../wire/json-text.ts';
import type { WorldMessage } from '../world/messages.ts';
import type { FrameFaults } from './faults/faults.ts';
import { type FrameStyle, Outlet } from './outlet.ts';
import type { Session, SessionClock } from './sessions/session.ts';
import type { SimulatorStats } from './stats.ts';
import { WORDS } from './words.ts';

/** Everything a connection is set up with. */
export interface ConnectionSetup {
  readonly socket: WebSocket;
  /** What lies under the socket: many small frames are handed to it in one go. */
  readonly wire: Duplex;
  readonly style: FrameStyle;
  readonly faults: FrameFaults;
  readonly stats: SimulatorStats;
  readonly clock: SessionClock;
  /** The first frame. */
  readonly acknowledgement: Record<string, unknown>;
  /** A client that has not subscribed by then is sent away; `Infinity` = it may wait for ever. */
  readonly subscribeWithinMs: number;
  readonly session: (outlet: Outlet) => Session;
  readonly onEnd: () => void;
}

/** An open socket: acknowledges, hands messages to its session, ends with its client. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  readonly #outlet: Outlet;
  readonly #session: Session;
  #cancelPatience: () => void = () => undefined;

  constructor(setup: ConnectionSetup) {
    const { socket, faults, stats } = setup;
    this.#socket = socket;
    this.#wire = setup.wire;
    this.#outlet = new Outlet(socket, setup.style, faults, stats);
    this.#session = setup.session(this.#outlet);
    const unwatch = faults.watch(this.#outlet);
    socket.on('message', (data) => {
      this.#cancelPatience();
      this.#session.receive(String(data));
    });
    // The socket closes after an error, and that is all there is to do about it.
    socket.on('error', () => socket.terminate());
    let hasEnded = false;
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      this.#cancelPatience();
      this.#session.end();
      unwatch();
      setup.onEnd();
    };
    // A dead socket does not notice that its client left; its place is free at once all the same.
    this.#outlet.onDead = end;
    socket.on('close', end);
    this.#outlet.control(jsonValue(setup.acknowledgement));
    if (Number.isFinite(setup.subscribeWithinMs)) {
      this.#cancelPatience = setup.clock.later(setup.subscribeWithinMs, () => this.#sendAway());
    }
  }

  deliver(messages: readonly WorldMessage[]): void {
    this.#wire.cork();
    this.#session.deliver(messages);
    this.#wire.uncork();
  }

  ping(): void {
    this.#outlet.control('{"action": "ping"}');
  }

  #sendAway(): void {
    this.#outlet.control(jsonValue({ action: 'error', message: WORDS.noSubscription }));
    this.#socket.close(1008, 'no subscription');
  }
}

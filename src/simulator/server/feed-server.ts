import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { CompleteOptions } from '../options.ts';
import type { WorldMessage } from '../world/messages.ts';
import { Connection } from './connection.ts';
import {
  answerJson,
  type DoorRules,
  type FeedPath,
  feedAt,
  refuseConnect,
  refuseGet,
  turnAway,
  visitOf,
} from './door.ts';
import { FrameFaults } from './faults/faults.ts';
import { type Limits, noLimits, providerLimits } from './limits/limits.ts';
import { PLANS, type Plan } from './limits/plan.ts';
import type { Outlet } from './outlet.ts';
import type { Catalogue } from './rest/endpoints.ts';
import type { Session } from './sessions/session.ts';
import { emptyStats, type SimulatorStats } from './stats.ts';
import { systemClock } from './system-clock.ts';

/** What a server serves: something to read, and something to say on each socket. */
export interface Programme {
  readonly catalogue: Catalogue;
  sessionFor(feed: FeedPath, outlet: Outlet): Session;
  /** Answers below `/control`; without it there is no such place. */
  readonly control?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** The provider's address: sockets and endpoints at one base, with its keys, plans and limits. */
export class FeedServer {
  readonly faults: FrameFaults;
  readonly stats: SimulatorStats = emptyStats();
  readonly plan: Plan;
  readonly limits: Limits;
  readonly #options: CompleteOptions;
  readonly #rules: DoorRules;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  readonly #connections = new Set<Connection>();
  #programme: Programme | null = null;
  #pings: NodeJS.Timeout | undefined;

  constructor(options: CompleteOptions) {
    this.#options = options;
    this.faults = new FrameFaults(options.seed);
    this.limits = options.limits ? providerLimits() : noLimits();
    const plan: Plan = PLANS[options.plan];
    this.plan = options.limits ? plan : { ...plan, sockets: Infinity };
    this.#rules = {
      key: options.key,
      limits: this.limits,
      plan: this.plan,
      faults: this.faults,
      stats: this.stats,
      clock: systemClock,
    };
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** The one setting a client needs: `http://127.0.0.1:PORT/api`; the sockets are there too, with `ws:`. */
  get base(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${this.#options.host}:${port}/api`;
  }

  get key(): string {
    return this.#options.key;
  }

  /** Opens the door. Rejects when the port is taken. */
  async listen(programme: Programme): Promise<void> {
    this.#programme = programme;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject);
    this.#server.listen(this.#options.port, this.#options.host, resolve);
    await promise;
    this.#server.off('error', reject);
    this.#pings = setInterval(() => this.ping(), this.#options.pingIntervalMs);
  }

  /** Hands what happened to every socket. */
  deliver(messages: readonly WorldMessage[]): void {
    for (const connection of this.#connections) connection.deliver(messages);
  }

  ping(): void {
    for (const connection of this.#connections) connection.ping();
  }

  /** Closes every socket and the door. Nothing is left behind. */
  async stop(): Promise<void> {
    clearInterval(this.#pings);
    this.faults.end();
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const programme = this.#programme!;
    if (programme.control !== undefined && request.url?.startsWith('/control')) {
      programme.control(request, response).catch(() => response.destroy());
      return;
    }
    if (request.method !== 'GET') {
      answerJson(response, 405, { error: 'Method not allowed.' });
      return;
    }
    this.stats.gets += 1;
    const visit = visitOf(request);
    const refused = refuseGet(visit, this.#rules);
    if (refused !== null) {
      this.stats.refusals += 1;
      answerJson(response, refused.status, refused.body, refused.retryAfterMs);
      return;
    }
    const answer = programme.catalogue.answer(visit.path ?? '', visit.query);
    answerJson(response, answer.status, answer.body);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const visit = visitOf(request);
    const refused = refuseConnect(visit, this.#rules);
    const feed = feedAt(visit.path);
    if (refused !== null || feed === null) {
      this.stats.refusals += 1;
      turnAway(socket, refused ?? { status: 404, body: {} });
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.stats.connects += 1;
      this.stats.sockets += 1;
      const connection: Connection = new Connection({
        socket: webSocket,
        wire: socket,
        style: { arrays: this.#options.arrayFrames, binary: this.#options.binaryFrames },
        faults: this.faults,
        stats: this.stats,
        clock: systemClock,
        acknowledgement: this.#acknowledgement(feed),
        subscribeWithinMs: this.#options.limits ? this.#options.subscribeWithinMs : Infinity,
        session: (outlet) => this.#programme!.sessionFor(feed, outlet),
        onEnd: () => {
          this.stats.sockets -= 1;
          this.#connections.delete(connection);
        },
      });
      this.#connections.add(connection);
    });
  }

  #acknowledgement(feed: FeedPath): Record<string, unknown> {
    if (feed === 'playbyplay') return { action: this.#options.playsAcknowledgement };
    if (feed === 'livescores') return { action: 'socket_connected' };
    return { action: 'socket_connected', plan: this.#options.plan };
  }
}

import { type CompleteOptions, completeOptions, type SimulatorOptions } from './options.ts';
import { answerControl } from './server/faults/control.ts';
import type { FrameFaults } from './server/faults/faults.ts';
import { FeedServer } from './server/feed-server.ts';
import { worldCatalogue } from './server/rest/endpoints.ts';
import { type OddsFeed, OddsSession } from './server/sessions/odds-session.ts';
import { PlaysSession } from './server/sessions/plays-session.ts';
import { type Filters, Subscription } from './server/sessions/subscription.ts';
import type { SimulatorStats } from './server/stats.ts';
import { systemClock } from './server/system-clock.ts';
import { type BoardRecord, boardOf } from './wire/board.ts';
import { World } from './world/world.ts';

/** Longest stretch of the evening that is made up for at once, after a sleep of the machine. */
const LONGEST_STEP_MS = 60_000;

/** A running BoltOdds-compatible server with an evening of its own. */
export class Simulator {
  readonly world: World;
  readonly #options: CompleteOptions;
  readonly #server: FeedServer;
  #steps: NodeJS.Timeout | undefined;
  #owedMs = 0;
  #steppedAtMs = 0;
  #isPaused = false;

  constructor(options: CompleteOptions) {
    this.#options = options;
    this.world = new World(options);
    this.#server = new FeedServer(options);
  }

  /** The one setting a client needs: `http://127.0.0.1:PORT/api`; the sockets are there too, with `ws:`. */
  get base(): string {
    return this.#server.base;
  }

  get key(): string {
    return this.#server.key;
  }

  /** Misbehaves on command. */
  get faults(): FrameFaults {
    return this.#server.faults;
  }

  get stats(): Readonly<SimulatorStats> {
    return this.#server.stats;
  }

  /** What stands on the board now, as the frames so far have told it, for whom these filters describe. */
  boardFor(filters: Filters = {}): readonly BoardRecord[] {
    const subscription = new Subscription(filters);
    const records: BoardRecord[] = [];
    for (const sheet of this.world.listedSheets()) {
      if (!subscription.wants(sheet)) continue;
      for (const record of boardOf(sheet)) {
        if (subscription.markets?.has(record.name) !== false) records.push(record);
      }
    }
    return records;
  }

  /** Moves the evening on by hand and sends what happened. */
  step(ms: number): void {
    const messages = this.world.step(ms);
    if (messages.length > 0) this.#server.deliver(messages);
  }

  /** Lets time stand still until `resume`; sockets stay open, pings go on. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#steppedAtMs = performance.now();
  }

  /** Sends a ping to every socket now. */
  ping(): void {
    this.#server.ping();
  }

  /** Opens the door, and lets time pass unless it is moved by hand. Rejects when the port is taken. */
  async start(): Promise<void> {
    const { world } = this;
    const { limits, plan, stats } = this.#server;
    const resendsState = this.#options.resubscribeSendsState;
    const feed: OddsFeed = { world, limits, plan, clock: systemClock, stats, resendsState };
    await this.#server.listen({
      catalogue: worldCatalogue(world, plan),
      sessionFor: (path, outlet) =>
        path === 'odds' ? new OddsSession(feed, outlet) : new PlaysSession(feed, outlet, path),
      ...(this.#options.control && {
        control: (request, response) => answerControl(this, request, response),
      }),
    });
    this.#steppedAtMs = performance.now();
    if (this.#options.manual) return;
    this.#steps = setInterval(() => this.#catchUp(), this.#options.stepIntervalMs);
  }

  /** Closes every socket and the server. Nothing of it is left behind. */
  async stop(): Promise<void> {
    clearInterval(this.#steps);
    await this.#server.stop();
  }

  #catchUp(): void {
    if (this.#isPaused) return;
    const nowMs = performance.now();
    this.#owedMs += (nowMs - this.#steppedAtMs) * this.#options.timeScale;
    this.#steppedAtMs = nowMs;
    const stepMs = Math.min(LONGEST_STEP_MS, Math.floor(this.#owedMs));
    this.#owedMs -= stepMs;
    this.step(stepMs);
  }
}

/** Starts a simulator and resolves when it can be connected to. Rejects when its port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = new Simulator(completeOptions(options));
  await simulator.start();
  return simulator;
}

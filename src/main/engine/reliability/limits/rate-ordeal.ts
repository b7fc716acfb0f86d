import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FeedName } from '#contract/feed-status.ts';
import { openDatabase } from '../../adapters/cache/open-database.ts';
import { createSqliteBudgets } from '../../adapters/cache/sqlite-budgets.ts';
import { GetQueue } from '../../adapters/rest/get-queue.ts';
import type { Feed, FeedEnd } from '../../ports/feed.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { KeptConnection } from '../../usecases/connection/keep-connected.ts';
import { SeededChance } from '../seeded-chance.ts';
import { type LimitModel, tokenBucket, twelveAMinute } from './limit-models.ts';

const DAY_MS = 86_400_000;
const FEEDS: readonly FeedName[] = ['odds', 'plays', 'scores'];

/** What the models of the limits say to requests that come with the jitter of a network. */
class Gate {
  readonly refusals = new Map<string, number>();
  readonly #models: ReadonlyMap<string, LimitModel>;
  readonly #chance: SeededChance;
  #arrivedMs = 0;
  attempts = 0;

  constructor(models: ReadonlyMap<string, LimitModel>, chance: SeededChance) {
    this.#models = models;
    this.#chance = chance;
  }

  pass(sentMs: number): void {
    this.attempts += 1;
    this.#arrivedMs = Math.max(this.#arrivedMs, sentMs + this.#chance.whole(0, 400));
    for (const [name, refuses] of this.#models)
      if (refuses(this.#arrivedMs)) this.refusals.set(name, (this.refusals.get(name) ?? 0) + 1);
  }
}

/** A program that wants far more than the provider allows, on a machine where everything goes wrong. */
class Ordeal {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'linewatch-rates-'));
  readonly #chance: SeededChance;
  readonly #clock = new ManualClock();
  readonly sockets: Gate;
  readonly gets: Gate;
  /** Time that really passed before this boot, less the uptime that the boot began with. */
  #before = 0;
  #stop: () => void = () => undefined;

  constructor(seed: number) {
    this.#chance = new SeededChance(seed);
    this.sockets = new Gate(twelveAMinute(), this.#chance);
    this.gets = new Gate(twelveAMinute().set('burst of 3', tokenBucket(3, 5_000)), this.#chance);
  }

  #trueMs(): number {
    return this.#before + this.#clock.moment().uptimeMs;
  }

  start(): void {
    const database = openDatabase(this.#folder);
    // whether a spend survives a power cut is shown elsewhere; here there are tens of thousands
    database.pragma('synchronous = OFF');
    const budgets = createSqliteBudgets(database, this.#clock.moment());
    const needs = { clock: this.#clock, chance: this.#chance.next, budgets, status: () => undefined };
    const connections = FEEDS.map((name): KeptConnection<{ kind: 'data' }> => {
      const connection: KeptConnection<{ kind: 'data' }> = new KeptConnection(name, this.#feed(), needs, {
        opened: () => connection.say('live', 'It is live.'),
        message: () => undefined,
        subscribed: () => undefined,
        complained: () => false,
        lost: () => undefined,
        failed: () => {
          // somebody enters the key again, as often as it is refused
          if (this.#chance.is(0.1)) this.#clock.after(100, () => connection.reconnect('Again.'));
          return null;
        },
      });
      connection.start();
      return connection;
    });
    const queue = new GetQueue(this.#clock, budgets);
    for (let caller = 0; caller < 3; caller += 1) void this.#getAlways(queue);
    this.#stop = () => {
      for (const connection of connections) connection.stop();
      queue.stop();
      database.close();
    };
    this.#wake = () => this.#chance.pick(connections).reconnect('The machine slept.');
  }

  #wake: () => void = () => undefined;

  stop(): void {
    this.#stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Lets time pass, and something happen. */
  async live(): Promise<void> {
    const chance = this.#chance;
    await this.#pass(chance.whole(1, 20_000));
    const what = chance.next();
    if (what < 0.05) await this.#restart();
    else if (what < 0.06) for (let loop = 0; loop < 12; loop += 1) await this.#crash();
    else if (what < 0.13) await this.#reboot();
    else if (what < 0.2) this.#clock.turnWall(chance.whole(-DAY_MS, DAY_MS));
    else if (what < 0.3) this.#clock.turnWall(chance.whole(-90_000, 90_000));
    else if (what < 0.5) this.#wake();
  }

  async #pass(durationMs: number): Promise<void> {
    for (let leftMs = durationMs; leftMs > 0; leftMs -= 500) {
      this.#clock.pass(Math.min(500, leftMs));
      // a GET leaves when its turn is told
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    }
  }

  async #restart(): Promise<void> {
    this.#stop();
    await this.#pass(this.#chance.pick([10, 1_000, 10_000]));
    this.start();
  }

  async #crash(): Promise<void> {
    await this.#restart();
    await this.#pass(300);
  }

  /**
   * Between two boots there is only the wall clock. It may have been turned back meanwhile; nobody could know if it had
   * been turned forward since the last requests.
   */
  async #reboot(): Promise<void> {
    await this.#pass(70_000);
    this.#stop();
    await this.#pass(1);
    this.#before = this.#trueMs() + this.#chance.whole(0, 20_000);
    this.#clock.reboot();
    this.#before -= this.#clock.moment().uptimeMs;
    if (this.#chance.is(0.5)) this.#clock.turnWall(this.#chance.whole(-DAY_MS, 0));
    this.start();
  }

  #feed(): Feed<{ kind: 'data' }> {
    return {
      connect: (listener) => {
        this.sockets.pass(this.#trueMs());
        let cancel = (): void => undefined;
        const after = (ms: number, run: () => void) => {
          cancel = this.#clock.after(ms, run);
        };
        const end = (reason: FeedEnd['reason']) => listener.ended({ reason, detail: 'It ended.' });
        const open = (): void => {
          listener.message({ kind: 'acknowledged', plan: null });
          if (this.#chance.is(0.8)) after(this.#chance.pick([0, 10, 3_000, 70_000]), () => end('closed'));
        };
        const what = this.#chance.next();
        if (what < 0.5) after(this.#chance.whole(0, 200), () => end('unreachable'));
        else if (what < 0.52) after(10, () => end('too-many'));
        else if (what < 0.53) after(10, () => end('key-refused'));
        else if (what < 0.95) after(this.#chance.whole(0, 300), open);
        return { subscribe: () => undefined, close: () => cancel() };
      },
    };
  }

  async #getAlways(queue: GetQueue): Promise<void> {
    while (await queue.turn()) this.gets.pass(this.#trueMs());
  }
}

/** What the models of the limits said to so many attempts. */
interface OrdealReport {
  readonly socketAttempts: number;
  readonly getAttempts: number;
  /** Refusals by the model that made them. */
  readonly socketRefusals: Readonly<Record<string, number>>;
  readonly getRefusals: Readonly<Record<string, number>>;
}

/** Lets a program live through so many attempts at sockets and GETs. For tests. */
export async function liveThrough(attempts: number, seed: number): Promise<OrdealReport> {
  const ordeal = new Ordeal(seed);
  const { sockets, gets } = ordeal;
  ordeal.start();
  try {
    while (sockets.attempts + gets.attempts < attempts) await ordeal.live();
  } finally {
    ordeal.stop();
  }
  return {
    socketAttempts: sockets.attempts,
    getAttempts: gets.attempts,
    socketRefusals: Object.fromEntries(sockets.refusals),
    getRefusals: Object.fromEntries(gets.refusals),
  };
}

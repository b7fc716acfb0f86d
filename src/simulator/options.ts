import { randomUUID } from 'node:crypto';
import type { PlanName } from './server/limits/plan.ts';

/** What can be set about a simulator; everything has a default. */
export interface SimulatorOptions {
  /** Same seed, size and start: the same evening. */
  readonly seed?: number | string;
  readonly books?: number;
  readonly games?: number;
  /** Odds frames a second on average, over the whole feed. */
  readonly ratePerSecond?: number;
  /** When the evening is, Unix ms. Default: now. */
  readonly startMs?: number;
  /** Adds the pseudo-book `consensus`. */
  readonly consensus?: boolean;
  /** The key that is let in. Default: a random UUID. */
  readonly key?: string;
  /** 0 = any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly plan?: PlanName;
  /** The provider's limits on connects, GETs, re-subscribes, late subscribes and the plan's sockets. */
  readonly limits?: boolean;
  readonly pingIntervalMs?: number;
  /** How often a live evening moves on. */
  readonly stepIntervalMs?: number;
  /** World time that passes for each millisecond of real time. */
  readonly timeScale?: number;
  readonly subscribeWithinMs?: number;
  readonly arrayFrames?: boolean;
  readonly binaryFrames?: boolean;
  /** What the play-by-play socket is acknowledged with. */
  readonly playsAcknowledgement?: 'connection_ack' | 'socket_connected';
  /** Whether a new subscription is answered by the state of all that is in it. */
  readonly resubscribeSendsState?: boolean;
  /** No time passes by itself: only `step` moves the evening on. */
  readonly manual?: boolean;
  /** Opens `POST /control` to this machine. */
  readonly control?: boolean;
}

/** Options with every default filled in. */
export type CompleteOptions = Required<SimulatorOptions>;

/** A lively but calm evening, as the demo shows it. */
export function completeOptions(options: SimulatorOptions): CompleteOptions {
  return {
    seed: 1,
    books: 12,
    games: 40,
    ratePerSecond: 50,
    startMs: Date.now(),
    consensus: false,
    key: randomUUID(),
    port: 0,
    host: '127.0.0.1',
    plan: 'pro',
    limits: true,
    pingIntervalMs: 15_000,
    stepIntervalMs: 50,
    timeScale: 1,
    subscribeWithinMs: 30_000,
    arrayFrames: false,
    binaryFrames: false,
    playsAcknowledgement: 'socket_connected',
    resubscribeSendsState: true,
    manual: false,
    control: false,
    ...options,
  };
}

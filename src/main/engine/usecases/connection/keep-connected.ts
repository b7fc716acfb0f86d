import type { FeedName, FeedState, FeedStatus } from '#contract/feed-status.ts';
import type { FeedFilters } from '#contract/filters.ts';
import { backoffMs, STABLE_AFTER_MS, tooManyWaitMs } from '#domain/quota/backoff.ts';
import { socketDelayMs } from '#domain/quota/limits.ts';
import { elapsedMs, type Moment } from '#domain/quota/moment.ts';
import type { Budgets } from '../../ports/budgets.ts';
import type { Chance, Clock } from '../../ports/clock.ts';
import type { ControlMessage, Feed, FeedConnection, FeedEnd, FrameRefusal } from '../../ports/feed.ts';
import { isAboutPlan } from './read-complaint.ts';
import { Watchdog } from './watchdog.ts';

/** How long the provider may take to acknowledge the key. */
const ACKNOWLEDGE_TIMEOUT_MS = 15_000;

/** What every connection to the provider needs. */
export interface ConnectionNeeds {
  readonly budgets: Budgets;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly status: (status: FeedStatus) => void;
}

/** What the owner of a connection is told. */
export interface ConnectionEvents<Data> {
  /** The key was acknowledged: the time to subscribe and to `say` what the state is. */
  opened(): void;
  message(message: Data): void;
  /** The provider confirmed a subscribe. */
  subscribed(): void;
  /** The provider complained, perhaps about one game. Answers whether that was dealt with. */
  complained(text: string, game: string | undefined): boolean;
  /** An acknowledged connection was lost: whatever it said is stale from now on. */
  lost(): void;
  /** Decides what follows a failure where the usual rules do not fit; `null` = they do. */
  failed?(end: FeedEnd): Pause | null;
}

/** A pause before the next try, and what to say meanwhile. */
export interface Pause {
  readonly waitMs: number;
  readonly state: FeedState;
  readonly detail: string;
}

/** Counters of one feed since start. */
export interface FeedCounters {
  frames: number;
  frameBytes: number;
  readonly refused: Map<FrameRefusal, number>;
  /** One frame for each reason, redacted and shortened. */
  readonly samples: Map<FrameRefusal, string>;
  lastFrameAtMs: number | null;
}

/**
 * Keeps one of the provider's sockets connected from `start` to `stop`: within the provider's limits, with full-jitter
 * backoff, and never fooled by a half-open socket. What is said on it is the owner's affair.
 */
export class KeptConnection<Data extends { readonly kind: string }> {
  readonly counters: FeedCounters = {
    frames: 0,
    frameBytes: 0,
    refused: new Map(),
    samples: new Map(),
    lastFrameAtMs: null,
  };
  readonly #feed: Feed<Data>;
  readonly #needs: ConnectionNeeds;
  readonly #events: ConnectionEvents<Data>;
  readonly #watchdog: Watchdog;
  #status: FeedStatus;
  #connection: FeedConnection | undefined;
  #openedAt: Moment | undefined;
  #failures = 0;
  #isStopped = true;
  #cancelTimer: (() => void) | undefined;
  /** The pause after the last failure, which a stop and a new start do not cut short. */
  #pause: { readonly pause: Pause; readonly since: Moment } | undefined;

  /** `unpingedSilenceMs`: how long the socket may be silent while it has never sent a ping; 45 s where left out. */
  constructor(
    name: FeedName,
    feed: Feed<Data>,
    needs: ConnectionNeeds,
    events: ConnectionEvents<Data>,
    unpingedSilenceMs?: number,
  ) {
    this.#feed = feed;
    this.#needs = needs;
    this.#events = events;
    const sinceMs = needs.clock.nowMs();
    this.#status = { feed: name, state: 'connecting', detail: 'Starting.', sinceMs, retryAtMs: null };
    this.#watchdog = new Watchdog(needs.clock, (silentMs) => this.#fellSilent(silentMs), unpingedSilenceMs);
  }

  get status(): FeedStatus {
    return this.#status;
  }

  /** Whether the key was acknowledged on a connection that still stands. */
  get isOpen(): boolean {
    return this.#openedAt !== undefined;
  }

  /** Connects, once a pause that an earlier failure asked for is over. */
  start(): void {
    this.#isStopped = false;
    const paused = this.#pause ?? this.#pauseBeforeThisRun();
    const leftMs =
      paused === undefined ? 0 : paused.pause.waitMs - elapsedMs(paused.since, this.#needs.clock.moment());
    if (paused === undefined || leftMs <= 0) return this.#tryConnect();
    this.#retryIn(leftMs, paused.pause.state, paused.pause.detail);
  }

  /** Ends the connection. Nothing is called afterwards, until it is started again. */
  stop(): void {
    this.#isStopped = true;
    this.#letGo();
  }

  /** Ends the connection and waits before the next try: the provider does not want it now. */
  pause(pause: Pause): void {
    if (this.#isStopped) return;
    this.#drop();
    this.#pauseFor(pause);
  }

  /** Connects anew at once (within the limits), e.g. after the machine slept: an old socket proves nothing. */
  reconnect(why: string): void {
    if (this.#isStopped) return;
    this.#drop();
    this.say('offline', why);
    this.#tryConnect();
  }

  /** Sends a subscribe on the open connection; without one nothing happens. */
  subscribe(filters: FeedFilters): void {
    if (this.#openedAt !== undefined) this.#connection?.subscribe(filters);
  }

  /** Counts what was not understood. */
  refuse(reason: FrameRefusal, sample?: () => string): void {
    const { refused, samples } = this.counters;
    refused.set(reason, (refused.get(reason) ?? 0) + 1);
    if (sample !== undefined && !samples.has(reason)) samples.set(reason, sample());
  }

  /** Sets the feed's state and tells it if it is new. */
  say(state: FeedState, detail: string, retryAtMs: number | null = null): void {
    const before = this.#status;
    if (before.state === state && before.detail === detail && before.retryAtMs === retryAtMs) return;
    const sinceMs = before.state === state ? before.sinceMs : this.#needs.clock.nowMs();
    this.#status = { feed: before.feed, state, detail, sinceMs, retryAtMs };
    this.#needs.status(this.#status);
  }

  #tryConnect(): void {
    const { clock, budgets } = this.#needs;
    this.#plan(undefined);
    this.#pause = undefined;
    const waitMs = socketDelayMs(budgets.spent('socket'), clock.moment());
    if (waitMs > 0) return this.#retryIn(waitMs, this.#status.state, this.#status.detail);
    budgets.spend('socket', clock.moment());
    this.say('connecting', this.counters.frames > 0 ? 'Connecting again.' : 'Connecting.');
    let hasEnded = false;
    const connection = this.#feed.connect({
      frame: (bytes) => this.#connection === connection && this.#noteFrame(bytes),
      working: () => this.#connection === connection && this.#watchdog.heard(),
      message: (message) => this.#connection === connection && this.#receive(message),
      refused: (reason, sample) => this.#connection === connection && this.refuse(reason, sample),
      ended: (end) => {
        hasEnded = true;
        if (this.#connection !== connection) return;
        this.#drop();
        this.#failed(end);
      },
    });
    if (hasEnded) return;
    this.#connection = connection;
    this.#plan(ACKNOWLEDGE_TIMEOUT_MS, () => {
      this.#drop();
      this.#failed({
        reason: 'unreachable',
        detail: 'The provider accepted the connection but did not acknowledge the key within 15 s.',
      });
    });
  }

  #noteFrame(bytes: number): void {
    this.counters.frames += 1;
    this.counters.frameBytes += bytes;
    this.counters.lastFrameAtMs = this.#needs.clock.nowMs();
    this.#watchdog.heard();
  }

  #receive(message: Data | ControlMessage): void {
    switch (message.kind) {
      case 'acknowledged':
        if (this.#openedAt !== undefined) return;
        this.#plan(undefined);
        this.#openedAt = this.#needs.clock.moment();
        this.#watchdog.start();
        return this.#events.opened();
      case 'ping':
        return this.#watchdog.heardPing();
      case 'subscribed':
        return this.#events.subscribed();
      case 'error':
        return this.#complained(message as ControlMessage & { kind: 'error' });
      default:
        return this.#events.message(message as Data);
    }
  }

  #complained({ text, game }: ControlMessage & { kind: 'error' }): void {
    if (this.#events.complained(text, game)) return;
    const detail = `${isAboutPlan(text) ? 'Not in your plan. ' : ''}The provider says: ${text}`;
    if (!/too many concurrent connections/i.test(text)) return this.say(this.#status.state, detail);
    this.#drop();
    this.#failed({ reason: 'too-many', detail });
  }

  #fellSilent(silentMs: number): void {
    this.#drop();
    this.say('stale', `No sign of life from the provider for ${Math.round(silentMs / 1000)} s.`);
    this.#tryConnect();
  }

  /** Forgets the connection; what it said is stale. */
  #drop(): void {
    const wasOpen = this.isOpen;
    this.#letGo();
    if (wasOpen) this.#events.lost();
  }

  #letGo(): void {
    const connection = this.#connection;
    const openedAt = this.#openedAt;
    this.#connection = undefined;
    this.#openedAt = undefined;
    this.#plan(undefined);
    this.#watchdog.stop();
    connection?.close();
    if (openedAt === undefined) return;
    if (elapsedMs(openedAt, this.#needs.clock.moment()) >= STABLE_AFTER_MS) this.#failures = 0;
  }

  /** Plans the next try by what went wrong. A refused key is not tried again until somebody acts. */
  #failed(end: FeedEnd): void {
    const { chance, budgets, clock } = this.#needs;
    this.#failures += 1;
    const pause = this.#events.failed?.(end);
    if (pause) return this.#pauseFor(pause);
    const isRefusal = end.reason !== 'closed' && end.reason !== 'unreachable';
    const state = isRefusal ? 'refused' : 'offline';
    if (end.reason === 'key-refused') return this.say(state, end.detail);
    const waitMs = isRefusal ? tooManyWaitMs(chance()) : backoffMs(this.#failures, chance());
    if (end.reason === 'too-many') budgets.keepPause(this.#status.feed, { since: clock.moment(), waitMs });
    this.#pauseFor({
      waitMs: Math.max(waitMs, socketDelayMs(budgets.spent('socket'), clock.moment())),
      state,
      detail: end.detail,
    });
  }

  /** What the provider asked of an earlier run of the program. */
  #pauseBeforeThisRun(): { readonly pause: Pause; readonly since: Moment } | undefined {
    const asked = this.#needs.budgets.pause(this.#status.feed);
    if (asked === null) return undefined;
    const detail = 'The provider asked for a pause before Linewatch was started anew.';
    return { pause: { waitMs: asked.waitMs, state: 'refused', detail }, since: asked.since };
  }

  #pauseFor(pause: Pause): void {
    this.#pause = { pause, since: this.#needs.clock.moment() };
    this.#retryIn(pause.waitMs, pause.state, pause.detail);
  }

  #retryIn(waitMs: number, state: FeedState, detail: string): void {
    this.#plan(waitMs, () => this.#tryConnect());
    this.say(state, detail, this.#needs.clock.nowMs() + waitMs);
  }

  /** Replaces what is planned. */
  #plan(inMs: number | undefined, run?: () => void): void {
    this.#cancelTimer?.();
    this.#cancelTimer =
      inMs === undefined || run === undefined ? undefined : this.#needs.clock.after(inMs, run);
  }
}

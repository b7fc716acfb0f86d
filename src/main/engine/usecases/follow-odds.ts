import type { FeedState, FeedStatus } from '#contract/feed-status.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { backoffMs, STABLE_AFTER_MS, tooManyWaitMs } from '#domain/quota/backoff.ts';
import { socketDelayMs, subscribeDelayMs } from '#domain/quota/limits.ts';
import { elapsedMs, type Moment } from '#domain/quota/moment.ts';
import type { Budgets } from '../ports/budgets.ts';
import type { Chance, Clock } from '../ports/clock.ts';
import type { Feed, FeedConnection, FeedEnd, FeedFilters, FeedMessage, FrameRefusal } from '../ports/feed.ts';
import { Resync } from './resync.ts';
import { Watchdog } from './watchdog.ts';

/** How long the provider may take to acknowledge the key. */
const ACKNOWLEDGE_TIMEOUT_MS = 15_000;

/** What following needs. */
export interface FollowOdds {
  readonly feed: Feed;
  readonly board: Board;
  readonly budgets: Budgets;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly filters: FeedFilters;
  /** Called after every fold that changed something; read at once, the next fold reuses it. */
  readonly changed: (changes: Changes) => void;
  readonly status: (status: FeedStatus) => void;
}

/** Counters of the odds feed since start. */
export interface OddsCounters {
  frames: number;
  frameBytes: number;
  refused: Map<FrameRefusal, number>;
  changes: number;
  lastFrameAtMs: number | null;
}

/**
 * Follows the odds feed for as long as the program runs: connects within the provider's limits, subscribes, folds
 * every message into the board, notices silence, backs off, resyncs. A price is live only while the state is
 * `live` (or while a resync has confirmed it).
 */
export class OddsFollower {
  readonly counters: OddsCounters = {
    frames: 0,
    frameBytes: 0,
    refused: new Map(),
    changes: 0,
    lastFrameAtMs: null,
  };
  readonly #needs: FollowOdds;
  readonly #resync: Resync;
  readonly #watchdog: Watchdog;
  #status: FeedStatus;
  #connection: FeedConnection | undefined;
  #connectedAt: Moment | undefined;
  #subscribedAt: Moment | null = null;
  #failures = 0;
  #hasBeenLive = false;
  #isStopped = false;
  #cancelTimer: () => void = noTimer;

  constructor(needs: FollowOdds) {
    this.#needs = needs;
    this.#status = {
      feed: 'odds',
      state: 'connecting',
      detail: 'Starting.',
      sinceMs: needs.clock.nowMs(),
      retryAtMs: null,
    };
    this.#resync = new Resync({
      clock: needs.clock,
      board: needs.board,
      swept: () => this.#publishChanges(),
      done: () => this.#say('live', 'Prices are current.'),
    });
    this.#watchdog = new Watchdog(needs.clock, (silentMs) => this.#fellSilent(silentMs));
  }

  get status(): FeedStatus {
    return this.#status;
  }

  /** Whether what the board holds as confirmed is current. */
  get isLive(): boolean {
    return this.#status.state === 'live' || this.#status.state === 'resyncing';
  }

  start(): void {
    this.#tryConnect();
  }

  /** Stops for good. Nothing is called afterwards; a resync that has begun is finished first. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
    this.#watchdog.stop();
    this.#resync.finishNow();
    const connection = this.#connection;
    this.#connection = undefined;
    connection?.close();
  }

  /** Connects anew at once (within the limits), e.g. after the machine slept: an old socket proves nothing. */
  reconnect(why: string): void {
    if (this.#isStopped) return;
    this.#dropConnection();
    this.#say('offline', why);
    this.#tryConnect();
  }

  #tryConnect(): void {
    const { clock, budgets } = this.#needs;
    this.#cancelTimer();
    this.#cancelTimer = noTimer;
    const waitMs = socketDelayMs(budgets.spent('socket'), clock.moment());
    if (waitMs > 0) {
      const { state, detail } = this.#status;
      return this.#retryIn(waitMs, state, detail);
    }
    budgets.spend('socket', clock.moment());
    this.#say('connecting', this.#hasBeenLive ? 'Connecting again.' : 'Connecting.');
    this.#connectedAt = undefined;
    let hasEnded = false;
    const connection = this.#needs.feed.connect({
      frame: (bytes) => this.#connection === connection && this.#noteFrame(bytes),
      message: (message) => this.#connection === connection && this.#receive(message),
      refused: (reason) => this.#connection === connection && this.#refuse(reason),
      ended: (end) => {
        hasEnded = true;
        if (this.#connection === connection) this.#ended(end);
      },
    });
    if (hasEnded) return;
    this.#connection = connection;
    this.#cancelTimer = clock.after(ACKNOWLEDGE_TIMEOUT_MS, () => {
      this.#dropConnection();
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

  #refuse(reason: FrameRefusal): void {
    this.counters.refused.set(reason, (this.counters.refused.get(reason) ?? 0) + 1);
  }

  #receive(message: FeedMessage): void {
    switch (message.kind) {
      case 'board': {
        const atMs = this.#needs.clock.nowMs();
        const refusal = this.#needs.board.fold(message.message, atMs);
        if (refusal !== null) this.#refuse(refusal);
        if (message.message.kind === 'prices' && message.message.origin === 'snapshot') {
          this.#resync.heardSnapshot(message.message.at.sportsbook);
        }
        return this.#publishChanges();
      }
      case 'acknowledged':
        return this.#acknowledged();
      case 'ping':
        return this.#watchdog.heardPing();
      case 'error':
        return this.#providerError(message.text);
      case 'subscribed':
        return;
    }
  }

  #acknowledged(): void {
    if (this.#connectedAt !== undefined) return;
    this.#connectedAt = this.#needs.clock.moment();
    this.#watchdog.start();
    this.#subscribe();
    if (this.#hasBeenLive && this.#needs.board.listings.size > 0) {
      this.#say('resyncing', 'Connected again; prices turn live as the provider states them.');
      this.#resync.start();
    } else {
      this.#say('live', 'Prices are current.');
    }
    this.#hasBeenLive = true;
  }

  /** Every socket needs its subscribe soon after the acknowledgement, at least 5.5 s after the one before. */
  #subscribe(): void {
    const { clock, filters } = this.#needs;
    this.#cancelTimer();
    const send = (): void => {
      this.#subscribedAt = clock.moment();
      this.#connection?.subscribe(filters);
    };
    const waitMs = subscribeDelayMs(this.#subscribedAt, clock.moment());
    this.#cancelTimer = waitMs === 0 ? noTimer : clock.after(waitMs, send);
    if (waitMs === 0) send();
  }

  #providerError(text: string): void {
    if (/re-?subscription rate limit/i.test(text)) return this.#subscribe();
    this.#say(this.#status.state, `The provider says: ${text}`);
    if (/too many concurrent connections/i.test(text)) {
      this.#dropConnection();
      this.#failed({ reason: 'too-many', detail: `The provider says: ${text}` });
    }
  }

  #fellSilent(silentMs: number): void {
    this.#dropConnection();
    this.#say('stale', `No sign of life from the provider for ${Math.round(silentMs / 1000)} s.`);
    this.#tryConnect();
  }

  #ended(end: FeedEnd): void {
    this.#dropConnection();
    this.#failed(end);
  }

  /** Forgets the connection and marks every price stale. */
  #dropConnection(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#cancelTimer();
    this.#watchdog.stop();
    this.#resync.cancel();
    if (this.#connectedAt !== undefined) {
      if (elapsedMs(this.#connectedAt, this.#needs.clock.moment()) >= STABLE_AFTER_MS) this.#failures = 0;
      this.#needs.board.beginConnection();
    }
    this.#connectedAt = undefined;
    connection?.close();
  }

  /** Plans the next try by what went wrong. A refused key is not tried again until somebody acts. */
  #failed(end: FeedEnd): void {
    const { chance, budgets, clock } = this.#needs;
    this.#failures += 1;
    const isRefusal = end.reason !== 'closed' && end.reason !== 'unreachable';
    const state = isRefusal ? 'refused' : 'offline';
    if (end.reason === 'key-refused') return this.#say(state, end.detail);
    const waitMs = isRefusal ? tooManyWaitMs(chance()) : backoffMs(this.#failures, chance());
    this.#retryIn(
      Math.max(waitMs, socketDelayMs(budgets.spent('socket'), clock.moment())),
      state,
      end.detail,
    );
  }

  #retryIn(waitMs: number, state: FeedState, detail: string): void {
    const { clock } = this.#needs;
    this.#cancelTimer = clock.after(waitMs, () => this.#tryConnect());
    this.#say(state, detail, clock.nowMs() + waitMs);
  }

  #publishChanges(): void {
    const { changes } = this.#needs.board;
    if (changes.count === 0 && changes.gamesAdded.length === 0 && changes.gamesRemoved.length === 0) return;
    this.counters.changes += changes.count;
    this.#needs.changed(changes);
  }

  #say(state: FeedState, detail: string, retryAtMs: number | null = null): void {
    const isSame =
      this.#status.state === state && this.#status.detail === detail && this.#status.retryAtMs === retryAtMs;
    if (isSame) return;
    const sinceMs = this.#status.state === state ? this.#status.sinceMs : this.#needs.clock.nowMs();
    this.#status = { feed: 'odds', state, detail, sinceMs, retryAtMs };
    this.#needs.status(this.#status);
  }
}

function noTimer(): void {
  // nothing is planned
}

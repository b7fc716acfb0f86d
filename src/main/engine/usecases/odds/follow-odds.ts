import type { FeedStatus } from '#contract/feed-status.ts';
import type { FeedFilters, FilterState } from '#contract/filters.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import { Pulses } from '#domain/board/pulse.ts';
import type { Feed, OddsMessage } from '../../ports/feed.ts';
import { type ConnectionNeeds, type FeedCounters, KeptConnection } from '../connection/keep-connected.ts';
import { Subscription } from '../connection/subscription.ts';
import { FollowedFilters } from './followed-filters.ts';
import { SilenceListener } from './hear-silence.ts';
import { Resync } from './resync.ts';

/** What following the odds feed needs. */
export interface FollowOdds extends ConnectionNeeds {
  readonly feed: Feed<OddsMessage>;
  readonly board: Board;
  readonly filters: FeedFilters;
  /** Called after every fold that changed something; read at once, the next fold reuses it. */
  readonly changed: (changes: Changes) => void;
  /** Called after every fold of prices that changed nothing: they are stated anew. */
  readonly unchanged?: (changes: Changes) => void;
  /** The filters, or how the provider took them, changed: ask `filterAnswer` and `filters`. */
  readonly filtersChanged: () => void;
}

/** What the odds feed brought since start. */
export interface OddsCounters extends FeedCounters {
  changes: number;
}

/**
 * Follows the odds feed for as long as the program runs: subscribes, folds every message into the board, resyncs after
 * a lost connection. A price is current only if the board has it confirmed while `isLive`.
 */
export class OddsFollower {
  readonly counters: OddsCounters;
  /** When each sportsbook was heard on this connection. */
  readonly pulses = new Pulses();
  readonly #needs: FollowOdds;
  readonly #connection: KeptConnection<OddsMessage>;
  readonly #subscription: Subscription;
  readonly #resync: Resync;
  readonly #silence: SilenceListener;
  readonly #followed: FollowedFilters;
  #hasOpened = false;
  #hasSubscribed = false;
  /** The provider complained of what was subscribed to last. */
  #hasComplaint = false;

  constructor(needs: FollowOdds) {
    this.#needs = needs;
    this.#connection = new KeptConnection('odds', needs.feed, needs, {
      opened: () => this.#opened(),
      message: ({ message }) => this.#fold(message),
      subscribed: () => this.#subscription.confirmedByProvider(),
      complained: (text) => this.#complained(text),
      lost: () => this.#lost(),
    });
    this.#subscription = new Subscription(needs.filters, {
      clock: needs.clock,
      send: (filters) => {
        this.#connection.subscribe(filters);
        // the first subscribe of a connection brings the state of all that it lets through
        if (this.#hasSubscribed) this.#followed.sent(filters);
        else this.#followed.startOver(filters);
        this.#hasSubscribed = true;
        this.#hasComplaint = false;
        this.#silence.asked();
      },
      confirmed: (filters) => {
        this.#followed.confirmed(filters);
        needs.filtersChanged();
      },
    });
    this.#followed = new FollowedFilters(needs.filters, {
      clock: needs.clock,
      narrowed: (isWanted) => {
        needs.board.keepOnly(isWanted, needs.clock.nowMs());
        this.#publishChanges();
      },
      overdue: () =>
        this.reconnect('The provider did not state the new selection; connecting again for all of it.'),
    });
    this.#silence = new SilenceListener(needs.clock, () => needs.filtersChanged());
    this.#resync = new Resync({
      clock: needs.clock,
      board: needs.board,
      swept: () => this.#publishChanges(),
      done: () => this.#sayLive(),
    });
    this.counters = Object.assign(this.#connection.counters, { changes: 0 });
  }

  get status(): FeedStatus {
    return this.#connection.status;
  }

  /** Whether the provider has acknowledged the key in this run. */
  get isKeyGood(): boolean {
    return this.#hasOpened;
  }

  /** Whether what the board holds as confirmed is current. */
  get isLive(): boolean {
    const { state } = this.#connection.status;
    return state === 'live' || state === 'resyncing';
  }

  get filters(): FeedFilters {
    return this.#subscription.filters;
  }

  /** How the provider took the filters. */
  get filterAnswer(): FilterState['answer'] {
    return this.#subscription.isPending ? 'asked' : this.#silence.answer;
  }

  start(): void {
    this.#connection.start();
  }

  /** Asks for other prices from now on. What the new filters exclude leaves the board once the provider confirms. */
  changeFilters(filters: FeedFilters): void {
    this.#subscription.change(filters);
    if (!this.#connection.isOpen) this.#followed.startOver(filters);
    this.#needs.filtersChanged();
  }

  /** Adds a sentence to the state, e.g. why it is silent; the provider's own words are better and stay. */
  explain(detail: string): void {
    const { state } = this.#connection.status;
    if (state === 'live' && !this.#hasComplaint) this.#connection.say(state, detail);
  }

  /** Stops for good. Nothing is called afterwards; a resync that has begun is finished first. */
  stop(): void {
    this.#resync.finishNow();
    this.#subscription.closed();
    this.#silence.stop();
    this.#followed.stop();
    this.#connection.stop();
  }

  /** Connects anew at once (within the limits). `why`: a sentence for the status bar. */
  reconnect(why: string): void {
    this.#connection.reconnect(why);
  }

  #opened(): void {
    if (this.#needs.board.listings.size > 0) {
      this.#connection.say('resyncing', 'Connected; prices turn live as the provider states them.');
      this.#resync.start();
    } else {
      this.#sayLive();
    }
    this.pulses.clear();
    this.#hasOpened = true;
    this.#hasSubscribed = false;
    this.#followed.startOver(this.#subscription.filters);
    this.#subscription.opened();
  }

  #complained(text: string): boolean {
    if (!this.#subscription.complained(text)) {
      this.#hasComplaint = true;
      return false;
    }
    this.#followed.refused();
    return true;
  }

  #lost(): void {
    this.#subscription.closed();
    this.#silence.stop();
    this.#followed.stop();
    this.#resync.cancel();
    const { board, clock } = this.#needs;
    board.beginConnection(this.counters.lastFrameAtMs ?? clock.nowMs());
  }

  #fold(message: BoardMessage): void {
    const { board, clock } = this.#needs;
    const { wallMs, uptimeMs } = clock.moment();
    board.mark(uptimeMs);
    const refusal = board.fold(message, wallMs);
    this.pulses.note(message.kind === 'prices' ? message.at.sportsbook : message.sportsbook, wallMs);
    if (refusal !== null) this.#connection.refuse(refusal);
    this.#silence.heard();
    if (message.kind === 'prices' && message.origin === 'snapshot') {
      this.#resync.heardSnapshot(message.at.sportsbook);
      this.#followed.heardState(message);
    }
    this.#publishChanges();
  }

  #publishChanges(): void {
    const { changes } = this.#needs.board;
    if (changes.isEmpty) return this.#needs.unchanged?.(changes);
    this.counters.changes += changes.count;
    this.#needs.changed(changes);
  }

  #sayLive(): void {
    this.#connection.say('live', 'Prices are current.');
  }
}

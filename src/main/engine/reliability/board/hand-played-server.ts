import type { FeedFilters } from '#contract/filters.ts';
import { admits } from '#domain/catalogue/filters.ts';
import { decodeOddsFrame } from '../../adapters/feed/decode-odds.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Feed, FeedEnd, FeedListener, OddsMessage } from '../../ports/feed.ts';
import type { SeededChance } from '../seeded-chance.ts';
import { FrameLanes } from './frame-lanes.ts';
import { type TrueListing, type TrueOutcome, Truth } from './truth.ts';
import { FrameWriter } from './write-frames.ts';

interface Connection {
  readonly listener: FeedListener<OddsMessage>;
  filters: FeedFilters | null;
  subscribedAtMs: number;
  askedAtMs: number;
}

/** Tells a test what the server does to its client. */
interface ServerEvents {
  /** A message reached the client: the oracle's view of what this connection has said. */
  delivered(message: OddsMessage): void;
  /** A connection ended, whoever ended it. */
  ended(): void;
}

const PING_EVERY_MS = 10_000;

/**
 * The provider, played by chance with a truth of its own: connections that fail, fall silent or end at any time,
 * frames that are late and that overtake those of other sportsbooks, filters that are taken, refused or taken without
 * a new state. `calm` ends all mischief. For tests.
 */
export class HandPlayedServer {
  readonly truth = new Truth();
  readonly #clock: Clock;
  readonly #chance: SeededChance;
  readonly #write: FrameWriter;
  readonly #events: ServerEvents;
  /** Whether a changed subscription is answered by the state of all that is in it. */
  readonly #resendsState: boolean;
  readonly #lanes: FrameLanes;
  /** Listings that were stated whole since the subscribe: only their updates may leave out the league. */
  readonly #stated = new Set<string>();
  #connection: Connection | null = null;
  #isSilent = false;

  constructor(clock: Clock, chance: SeededChance, events: ServerEvents) {
    this.#clock = clock;
    this.#chance = chance;
    this.#write = new FrameWriter(chance);
    this.#lanes = new FrameLanes(clock, chance);
    this.#events = events;
    this.#resendsState = chance.is(0.6);
  }

  readonly feed: Feed<OddsMessage> = {
    connect: (listener) => {
      const connection: Connection = {
        listener,
        filters: null,
        subscribedAtMs: -Infinity,
        askedAtMs: -Infinity,
      };
      this.#connection = connection;
      this.#isSilent = false;
      this.#lanes.clear();
      this.#stated.clear();
      this.#clock.after(this.#chance.whole(0, 400), () => this.#answer(connection));
      return {
        subscribe: (filters) => this.#subscribed(connection, filters),
        close: () => this.#forget(connection),
      };
    },
  };

  /** From now on nothing fails and nothing is late; a silent connection stays silent. */
  calm(): void {
    this.#lanes.isCalm = true;
  }

  uneasy(): void {
    this.#lanes.isCalm = false;
  }

  /** Ends the connection, as a cut cable or a busy server does. */
  cut(reason: FeedEnd['reason'] = 'closed'): void {
    const connection = this.#connection;
    if (connection === null) return;
    this.#forget(connection);
    connection.listener.ended({ reason, detail: 'It ended.' });
  }

  /** The connection stays open, but nothing comes any more. */
  fallSilent(): void {
    this.#isSilent = true;
  }

  /** Changes some outcomes of a listing; a new listing is stated whole. */
  move(listing: TrueListing, changes: ReadonlyMap<string, TrueOutcome>, areTextsStated: boolean): void {
    const isNew = listing.outcomes.size === 0;
    for (const [key, outcome] of changes) listing.outcomes.set(key, outcome);
    if (isNew) return this.#tellState('game_added', listing);
    const stated = [...changes].map(([key, outcome]) => [key, outcome, !areTextsStated] as const);
    this.#tell(listing, (isWanted) => {
      const wanted = stated.filter(([, { name }]) => isWanted(listing, name));
      return wanted.length === 0 ? null : this.#write.update(listing, wanted, this.#isStated(listing));
    });
  }

  /** Replaces all outcomes of a listing. */
  replace(listing: TrueListing, outcomes: ReadonlyMap<string, TrueOutcome>): void {
    listing.outcomes.clear();
    for (const [key, outcome] of outcomes) listing.outcomes.set(key, outcome);
    this.#tellState('game_update', listing);
  }

  remove(listing: TrueListing): void {
    this.truth.remove(listing);
    this.#tell(listing, () => this.#write.removal(listing));
  }

  /** Takes off all that a sportsbook has, of one league or of all. */
  clear(sportsbook: string, sport: string | null): void {
    for (const listing of this.truth.listings()) {
      if (listing.sportsbook === sportsbook && (sport === null || listing.sport === sport))
        this.truth.remove(listing);
    }
    this.#send(sportsbook, () => this.#write.clear(sportsbook, sport));
  }

  noise(): void {
    this.#send('noise', () => this.#write.noise());
  }

  #answer(connection: Connection): void {
    if (this.#connection !== connection) return;
    const failure = this.#chance.next();
    if (!this.#lanes.isCalm && failure < 0.1) return this.cut('unreachable');
    if (!this.#lanes.isCalm && failure < 0.13) return this.cut('too-many');
    if (!this.#lanes.isCalm && failure < 0.15) return this.fallSilent();
    this.#deliver(connection, { action: 'socket_connected', plan: 'pro' });
    this.#pingLater(connection);
  }

  #subscribed(connection: Connection, filters: FeedFilters): void {
    const nowMs = this.#clock.moment().uptimeMs;
    if (nowMs - connection.askedAtMs < 5_500)
      throw new Error(`subscribed again after ${nowMs - connection.askedAtMs} ms`);
    connection.askedAtMs = nowMs;
    if (this.#connection !== connection || this.#isSilent) return;
    const isRefused =
      nowMs - connection.subscribedAtMs < 5000 || (!this.#lanes.isCalm && this.#chance.is(0.1));
    if (isRefused) {
      const message = 'Re-subscription rate limit hit. Please wait 5 seconds before re-subscribing.';
      return this.#send('control', () => ({ action: 'error', message }));
    }
    const isFirst = connection.filters === null;
    connection.filters = filters;
    connection.subscribedAtMs = nowMs;
    this.#stated.clear();
    if (this.#chance.is(isFirst ? 0.3 : this.#lanes.isCalm ? 1 : 0.85)) this.#confirm();
    if (isFirst || this.#resendsState) this.#sendState();
  }

  /** Confirms when what was on its way is nearly out: a few late frames of the old subscription come after it. */
  #confirm(): void {
    this.#send('control', () => ({ action: 'subscription_updated' }), this.#lanes.nearlyEmptyInMs());
  }

  /** Everything of the subscription, each sportsbook at its own pace; what is gone by then is not stated. */
  #sendState(): void {
    const paceMs = this.#lanes.isCalm ? 50 : this.#chance.pick([0, 100, 700, 2_500, 7_000]);
    for (const listing of this.#chance.shuffled(this.truth.listings())) {
      const delayMs = this.#chance.whole(0, paceMs);
      this.#tellState('initial_state', listing, delayMs);
    }
  }

  #tellState(
    action: 'initial_state' | 'game_update' | 'game_added',
    { sportsbook, game }: TrueListing,
    delayMs = 0,
  ): void {
    const asked = this.#connection?.filters;
    // a state is written when it leaves, so that what happened meanwhile is in it
    const write = (): unknown => {
      const listing = this.truth.find(sportsbook, game);
      const filters = this.#connection?.filters;
      if (listing === undefined || !asked || !filters) return null;
      const isWanted = admits(filters);
      const wasWanted = action === 'initial_state' ? admits(asked) : isWanted;
      if (!isWanted(listing, null) || !wasWanted(listing, null)) return null;
      const frame = this.#write.state(
        action,
        listing,
        (name) => isWanted(listing, name) && wasWanted(listing, name),
      );
      return action !== 'game_update' && Object.keys(frame.data.outcomes).length === 0 ? null : frame;
    };
    this.#send(sportsbook, write, delayMs);
  }

  #tell(listing: TrueListing, write: (isWanted: ReturnType<typeof admits>) => unknown): void {
    const filters = this.#connection?.filters;
    if (!filters) return;
    const isWanted = admits(filters);
    if (isWanted(listing, null)) this.#send(listing.sportsbook, () => write(isWanted));
  }

  #send(lane: string, write: () => unknown, delayMs = 0): void {
    const connection = this.#connection;
    if (connection === null || (connection.filters === null && lane !== 'control')) return;
    this.#lanes.send(lane, delayMs, () => {
      if (this.#connection !== connection || this.#isSilent) return;
      const frame = write();
      if (frame === null) return;
      this.#deliver(connection, this.#chance.is(0.2) ? this.#inArray(frame) : frame);
      if (this.#chance.is(0.05)) this.#deliver(connection, frame);
    });
  }

  #inArray(frame: unknown): unknown[] {
    const frames = this.#chance.is(0.3) ? [frame, frame] : [frame];
    return this.#chance.is(0.5) ? [this.#write.noise(), ...frames, { action: 'ping' }] : frames;
  }

  #deliver(connection: Connection, frame: unknown): void {
    const bytes = Buffer.from(JSON.stringify(frame));
    connection.listener.frame(bytes.length);
    decodeOddsFrame(bytes.toString('utf8'), {
      message: (message) => {
        if (this.#connection !== connection) return;
        if (message.kind === 'board') this.#note(message);
        connection.listener.message(message);
      },
      refused: (reason) => connection.listener.refused(reason),
    });
  }

  #isStated({ sportsbook, game }: TrueListing): boolean {
    return this.#stated.has(`${sportsbook}\n${game}`);
  }

  #note(said: OddsMessage): void {
    const { message } = said;
    if (message.kind === 'prices' && message.mode === 'replace')
      this.#stated.add(`${message.at.sportsbook}\n${message.at.game}`);
    this.#events.delivered(said);
  }

  #pingLater(connection: Connection): void {
    this.#clock.after(PING_EVERY_MS, () => {
      if (this.#connection !== connection || this.#isSilent) return;
      this.#deliver(connection, { action: 'ping' });
      this.#pingLater(connection);
    });
  }

  #forget(connection: Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = null;
    this.#events.ended();
  }
}

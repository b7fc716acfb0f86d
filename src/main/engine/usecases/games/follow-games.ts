import type { FeedName, FeedStatus } from '#contract/feed-status.ts';
import type { Feed } from '../../ports/feed.ts';
import { RefusalJudge } from '../connection/judge-refusal.ts';
import { type ConnectionNeeds, type FeedCounters, KeptConnection } from '../connection/keep-connected.ts';
import { isAboutPlan, readGameComplaint } from '../connection/read-complaint.ts';
import { Subscription } from '../connection/subscription.ts';
import { type GameSupport, WantedGames } from './wanted-games.ts';

/** The socket is closed when no game has been wanted for this long. */
export const LINGER_MS = 60_000;
/** How often to look whether the key has turned out good. */
const KEY_LOOK_MS = 2_000;
/** A socket without pings may be silent this long; a game may pause for a while. */
const UNPINGED_SILENCE_MS = 300_000;
/** A changed list of games that nobody confirms is sent this often. */
const MAX_SENDS = 3;

/** What following games on a socket of their own needs. */
export interface FollowGames<Data> extends ConnectionNeeds {
  readonly feed: Feed<Data>;
  /** Whether the key has proved good on the odds socket: only then is another connect spent on it. */
  readonly isKeyGood: () => boolean;
  /** What became of one of the wanted games. */
  readonly support: (game: string, support: GameSupport) => void;
  /** The league of a game by this socket's label, in whose words it is told; `null` where only the feed may know it. */
  readonly leagueOf: (game: string) => string | null;
}

/** What kind of feed it is. */
export interface GamesFeedTraits {
  readonly name: FeedName;
  /** What it brings, as a sentence begins: `Play-by-play`, `Live scores`. */
  readonly title: string;
  /** Sentence for the status while it is live. */
  readonly liveDetail: string;
  /** Whether it is an extra that not every address has: then any refusal is final, and the first one. */
  readonly isExtra: boolean;
}

/** What the owner does with the messages. */
export interface GamesFeedEvents<Data> {
  message(message: Data): void;
}

/**
 * Keeps one of the provider's sockets subscribed to the games that somebody wants, and only to them. Sockets are
 * limited, so it connects on the first need and closes 60 s after the last. A feed that the plan does not have is
 * asked for once in half an hour and bothers nobody.
 */
export class GamesFollower<Data extends { readonly kind: string }> {
  readonly #needs: FollowGames<Data>;
  readonly #traits: GamesFeedTraits;
  readonly #connection: KeptConnection<Data>;
  readonly #subscription: Subscription;
  readonly #games: WantedGames;
  readonly #judge: RefusalJudge;
  #askedFor: readonly string[] = [];
  #isRunning = false;
  #cancelLinger: (() => void) | undefined;
  #cancelKeyLook: (() => void) | undefined;

  constructor(needs: FollowGames<Data>, traits: GamesFeedTraits, events: GamesFeedEvents<Data>) {
    this.#needs = needs;
    this.#traits = traits;
    this.#games = new WantedGames(needs.support);
    const { chance, isKeyGood } = needs;
    this.#judge = new RefusalJudge({ chance, isKeyGood, title: traits.title, isExtra: traits.isExtra });
    this.#connection = new KeptConnection(
      traits.name,
      needs.feed,
      needs,
      {
        opened: () => this.#opened(),
        message: (message) => events.message(message),
        subscribed: () => this.#subscription.confirmedByProvider(),
        complained: (text, game) => this.#complained(text, game),
        lost: () => this.#lost(),
        failed: (end) => this.#judge.judge(end),
      },
      UNPINGED_SILENCE_MS,
    );
    this.#subscription = new Subscription(
      {},
      {
        clock: needs.clock,
        send: (filters) => this.#connection.subscribe(filters),
        confirmed: () => undefined,
        maxSends: MAX_SENDS,
      },
    );
  }

  get counters(): FeedCounters {
    return this.#connection.counters;
  }

  get status(): FeedStatus {
    return this.#connection.status;
  }

  /** Whether it is wanted now: while not, its status is nobody's concern. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  get games(): WantedGames {
    return this.#games;
  }

  /**
   * Wants these games from now on, the most important first, each by the label that this socket knows. Answers those
   * that are too many.
   */
  follow(games: readonly string[]): readonly string[] {
    const leftOut = this.#games.want(games);
    this.#askForWanted();
    return leftOut;
  }

  /** The provider follows a game, or says something of it. */
  accept(game: string): void {
    if (this.#games.get(game) === 'waiting') this.#subscription.confirmedByProvider();
    this.#games.set(game, 'live');
  }

  /** Connects anew at once (within the limits), unless it is off, waits for the key, or was told not to come back. */
  reconnect(why: string): void {
    if (!this.#isRunning || this.#cancelKeyLook !== undefined) return;
    if (this.status.state === 'refused' && this.status.retryAtMs !== null) return;
    this.#connection.reconnect(why);
  }

  /** Stops for good. Nothing is called afterwards. */
  stop(): void {
    this.#isRunning = false;
    this.#cancelLinger?.();
    this.#cancelLinger = undefined;
    this.#cancelKeyLook?.();
    this.#cancelKeyLook = undefined;
    this.#subscription.closed();
    this.#connection.stop();
  }

  #askForWanted(): void {
    const asked = this.#games.worthAsking();
    if (asked.length === 0) return this.#linger();
    this.#cancelLinger?.();
    this.#cancelLinger = undefined;
    if (!isSameSet(asked, this.#askedFor)) {
      this.#askedFor = asked;
      this.#subscription.change({ games: asked });
    }
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#connection.say('connecting', 'Connecting.');
    this.#startWithGoodKey();
  }

  #startWithGoodKey(): void {
    this.#cancelKeyLook = undefined;
    if (this.#needs.isKeyGood()) return this.#connection.start();
    this.#connection.say('connecting', 'Waiting for the odds feed, which shows whether the key is good.');
    this.#cancelKeyLook = this.#needs.clock.after(KEY_LOOK_MS, () => this.#startWithGoodKey());
  }

  #linger(): void {
    if (!this.#isRunning || this.#cancelLinger !== undefined) return;
    this.#cancelLinger = this.#needs.clock.after(LINGER_MS, () => {
      this.stop();
      this.#askedFor = [];
      this.#games.lost();
      this.#connection.say('offline', `${this.#traits.title}: off while no game is followed.`);
    });
  }

  #opened(): void {
    this.#judge.letIn();
    this.#connection.say('live', this.#traits.liveDetail);
    // no games would mean all games
    if (this.#games.worthAsking().length > 0) this.#subscription.opened();
  }

  #lost(): void {
    this.#subscription.closed();
    this.#games.lost();
    if (this.#askedFor.length > 0) this.#subscription.change({ games: this.#askedFor });
  }

  #complained(text: string, game: string | undefined): boolean {
    if (this.#subscription.complained(text)) return true;
    const complaint = readGameComplaint(text);
    const named = this.#games.named(text, game);
    if (isAboutPlan(text) && named.length === 0) this.#connection.pause(this.#judge.notInPlan());
    else if (complaint === null) return false;
    else {
      this.#games.refuse(complaint, named);
      this.#turnedDown();
    }
    return true;
  }

  /** What was turned down is left out of the next subscribe; it is no reason for one. */
  #turnedDown(): void {
    this.#askedFor = this.#games.worthAsking();
    if (this.#askedFor.length === 0) this.#linger();
  }
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  const known = new Set(right);
  return left.length === right.length && left.every((each) => known.has(each));
}

import type { FeedStatus } from '#contract/feed-status.ts';
import { type GameState, GameStates } from '#domain/play/game-state.ts';
import type { PlayEntry, StatedPlays } from '#domain/play/play.ts';
import { type PlayCounts, PlayLog } from '#domain/play/play-log.ts';
import type { PlaysMessage } from '../../ports/feed.ts';
import type { FeedCounters } from '../connection/keep-connected.ts';
import { type FollowGames, GamesFollower } from './follow-games.ts';
import type { GameSupport } from './wanted-games.ts';

/** What following plays needs. */
export interface FollowPlays extends FollowGames<PlaysMessage> {
  /** New plays of one game, oldest first: each play once, whatever the feed repeats and however often it is cut. */
  readonly plays: (entries: readonly PlayEntry[]) => void;
  /** How a game stands, whenever that changed. */
  readonly state: (state: GameState) => void;
}

/**
 * Follows the plays of the games that the user looks at and watches, on a socket of their own that is open only while
 * there is such a game. Plays stay in the log, for `plays`, until `forget`.
 */
export class PlaysFollower {
  readonly #needs: FollowPlays;
  readonly #follower: GamesFollower<PlaysMessage>;
  readonly #log = new PlayLog();
  readonly #states = new GameStates();

  constructor(needs: FollowPlays) {
    this.#needs = needs;
    this.#follower = new GamesFollower(
      needs,
      {
        name: 'plays',
        title: 'Play-by-play',
        liveDetail: 'Plays arrive as they happen.',
        isExtra: false,
      },
      { message: (message) => this.#receive(message) },
    );
  }

  get status(): FeedStatus {
    return this.#follower.status;
  }

  /** Whether any game is wanted now: while none is, the status is nobody's concern. */
  get isRunning(): boolean {
    return this.#follower.isRunning;
  }

  get counters(): FeedCounters {
    return this.#follower.counters;
  }

  get playCounts(): Readonly<PlayCounts> {
    return this.#log.counts;
  }

  /** Complaints about a game that could not be matched with one. */
  get unplacedComplaints(): number {
    return this.#follower.games.unplaced;
  }

  /**
   * Wants these games from now on, the most important first, by their labels (esports: those of their own endpoint).
   * Answers those beyond the 40 that are followed.
   */
  follow(games: readonly string[]): readonly string[] {
    return this.#follower.follow(games);
  }

  /** What became of a wanted game; `null` while it is not wanted. */
  support(game: string): GameSupport | null {
    return this.#follower.games.get(game);
  }

  /** The plays of a game so far, oldest first; at most 2,000. */
  plays(game: string): readonly PlayEntry[] {
    return this.#log.plays(game);
  }

  /** How a game stands, `null` when nothing was heard of it. */
  stateOf(game: string): GameState | null {
    return this.#states.get(game);
  }

  /** Forgets a game that is gone. One that is still wanted stays. */
  forget(game: string): void {
    if (this.support(game) !== null) return;
    this.#log.forget(game);
    this.#states.forget(game);
  }

  /** Connects anew (within the limits), e.g. after the machine slept. `why`: a sentence for the status bar. */
  reconnect(why: string): void {
    this.#follower.reconnect(why);
  }

  /** Stops for good. Nothing is called afterwards. */
  stop(): void {
    this.#follower.stop();
  }

  #receive(message: PlaysMessage): void {
    const nowMs = this.#needs.clock.nowMs();
    if (message.kind === 'accepted') return this.#follower.accept(message.game);
    this.#follower.accept(message.state.game);
    const league = this.#needs.leagueOf(message.state.game) ?? message.state.league;
    const entries = message.kind === 'plays' ? this.#take(message.stated, nowMs, league) : [];
    // a frame that only repeats the past would set score and clock back
    if (message.kind === 'plays' && entries.length === 0) return;
    const newest = entries.at(-1);
    const state = this.#states.fold(
      {
        ...message.state,
        period: newest?.period ?? message.state.period,
        clock: newest?.clock ?? message.state.clock,
      },
      nowMs,
      league,
    );
    if (state !== null) this.#needs.state(state);
  }

  #take(stated: StatedPlays, nowMs: number, league: string | null): readonly PlayEntry[] {
    const entries = this.#log.add(stated, nowMs, league);
    if (entries.length > 0) this.#needs.plays(entries);
    return entries;
  }
}

import type { FeedStatus } from '#contract/feed-status.ts';
import { type GameState, GameStates, isSameScore } from '#domain/play/game-state.ts';
import { RecentGames } from '#domain/play/recent-games.ts';
import { Settled } from '#domain/play/settled.ts';
import type { ScoresMessage } from '../../ports/feed.ts';
import type { FeedCounters } from '../connection/keep-connected.ts';
import { type FollowGames, GamesFollower } from './follow-games.ts';
import type { GameSupport } from './wanted-games.ts';

/** A score, period or phase counts for alerts when it has stood this long: the feed takes some back. */
export const SETTLE_MS = 3_000;

/** What following live scores needs. */
export interface FollowScores extends FollowGames<ScoresMessage> {
  /** How a game stands, whenever that changed: for a screen. */
  readonly state: (state: GameState) => void;
  /** How a game stands, once score, period and phase have stood for 3 s and are not what was settled before: for alerts. */
  readonly settled: (state: GameState) => void;
}

interface Settling {
  readonly value: Settled<GameState>;
  /** The state as stated last: what is settled, with a newer clock. */
  latest: GameState | undefined;
  told: GameState | undefined;
  cancel: (() => void) | undefined;
}

/**
 * Follows the live scores of the wanted games: an extra that not every plan has. Where it is missing the feed is off
 * without a word but its status, and asked for again once in half an hour.
 */
export class ScoresFollower {
  readonly #needs: FollowScores;
  readonly #follower: GamesFollower<ScoresMessage>;
  readonly #states = new GameStates();
  readonly #settling = new RecentGames<Settling>();
  readonly #timers = new Set<() => void>();

  constructor(needs: FollowScores) {
    this.#needs = needs;
    this.#follower = new GamesFollower(
      needs,
      { name: 'scores', title: 'Live scores', liveDetail: 'Scores are current.', isExtra: true },
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

  /** Wants these games from now on, the most important first. Answers those beyond the 40 that are followed. */
  follow(games: readonly string[]): readonly string[] {
    return this.#follower.follow(games);
  }

  /** What became of a wanted game; `null` while it is not wanted. */
  support(game: string): GameSupport | null {
    return this.#follower.games.get(game);
  }

  /** How a game stands, `null` when nothing was heard of it. */
  stateOf(game: string): GameState | null {
    return this.#states.get(game);
  }

  /** Forgets a game that is gone. One that is still wanted stays. */
  forget(game: string): void {
    if (this.support(game) !== null) return;
    this.#states.forget(game);
    this.#unplan(this.#settling.get(game));
    this.#settling.forget(game);
  }

  /** Connects anew (within the limits), e.g. after the machine slept. `why`: a sentence for the status bar. */
  reconnect(why: string): void {
    this.#follower.reconnect(why);
  }

  /** Stops for good. Nothing is called afterwards. */
  stop(): void {
    this.#follower.stop();
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  #receive(message: ScoresMessage): void {
    if (message.kind === 'accepted') return this.#follower.accept(message.game);
    this.#follower.accept(message.state.game);
    const league = this.#needs.leagueOf(message.state.game) ?? message.state.league;
    const state = this.#states.fold(message.state, this.#needs.clock.nowMs(), league);
    if (state === null) return;
    this.#needs.state(state);
    this.#settle(state);
  }

  #settle(state: GameState): void {
    const settling = this.#settling.get(state.game) ?? {
      value: new Settled<GameState>(SETTLE_MS, isSameResult),
      latest: undefined,
      told: undefined,
      cancel: undefined,
    };
    this.#settling.set(state.game, settling);
    this.#tellSettled(settling);
    settling.value.note(state, this.#uptimeMs());
    settling.latest = state;
    this.#planTelling(settling);
  }

  #planTelling(settling: Settling): void {
    this.#unplan(settling);
    const dueInMs = settling.value.dueInMs(this.#uptimeMs());
    if (dueInMs === null) return;
    const cancel = this.#needs.clock.after(Math.ceil(dueInMs), () => {
      this.#tellSettled(settling);
      // a timer may run a little early
      this.#planTelling(settling);
    });
    settling.cancel = cancel;
    this.#timers.add(cancel);
  }

  #tellSettled(settling: Settling): void {
    const settled = settling.value.at(this.#uptimeMs());
    if (settled === undefined || (settling.told !== undefined && isSameResult(settling.told, settled)))
      return;
    settling.told = settled;
    this.#needs.settled(settling.latest ?? settled);
  }

  #unplan(settling: Settling | undefined): void {
    if (settling?.cancel === undefined) return;
    settling.cancel();
    this.#timers.delete(settling.cancel);
    settling.cancel = undefined;
  }

  #uptimeMs(): number {
    return this.#needs.clock.moment().uptimeMs;
  }
}

function isSameResult(left: GameState, right: GameState): boolean {
  return isSameScore(left.score, right.score) && left.phase === right.phase && left.period === right.period;
}

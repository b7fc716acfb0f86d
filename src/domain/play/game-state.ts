import type { Score } from './play.ts';
import { RecentGames } from './recent-games.ts';
import { periodWords } from './words/period-words.ts';

/** Where a game is on its way. */
export type GamePhase = 'scheduled' | 'live' | 'ended';

/** What one frame says of how a game stands. What was not stated is `null`. */
export interface StatedState {
  /** Label by which the feed knows the game. */
  readonly game: string;
  readonly universalId: string | null;
  readonly league: string | null;
  readonly home: string | null;
  readonly away: string | null;
  readonly score: Score | null;
  /** Period in words, e.g. `2nd half`, `Top 5th`, `Map 2`, `Round 3`; a bare number where nothing more was stated. */
  readonly period: string | null;
  /** Game clock in words, e.g. `63:12`. */
  readonly clock: string | null;
  readonly phase: GamePhase | null;
  /** More of the field in words, e.g. `2 out, 1\u20132, on 1st and 3rd`; empty = nothing to tell. */
  readonly detail: string | null;
}

/** How a game stands, from all that was stated so far. */
export interface GameState extends StatedState {
  /** When any of it changed last, Unix ms. */
  readonly changedAtMs: number;
}

/** How each game stands, by label. Frames state parts; what a frame leaves out stays. */
export class GameStates {
  readonly #states = new RecentGames<GameState>();

  get(game: string): GameState | null {
    return this.#states.get(game) ?? null;
  }

  /**
   * Takes in a frame. Answers the new state, `null` when nothing changed. `nowMs`: Unix ms. `league`: in whose words its
   * period is told.
   */
  fold(stated: StatedState, nowMs: number, league = stated.league): GameState | null {
    const before = this.#states.get(stated.game);
    const after: GameState = {
      game: stated.game,
      universalId: stated.universalId ?? before?.universalId ?? null,
      league: stated.league ?? before?.league ?? null,
      home: stated.home ?? before?.home ?? null,
      away: stated.away ?? before?.away ?? null,
      score: stated.score ?? before?.score ?? null,
      period:
        stated.period === null
          ? (before?.period ?? null)
          : periodWords(stated.period, league ?? before?.league ?? null),
      clock: stated.clock ?? before?.clock ?? null,
      phase: stated.phase ?? before?.phase ?? null,
      detail: stated.detail ?? before?.detail ?? null,
      changedAtMs: nowMs,
    };
    if (before !== undefined && isSameState(before, after)) return null;
    this.#states.set(stated.game, after);
    return after;
  }

  forget(game: string): void {
    this.#states.forget(game);
  }
}

/** Whether two scores are the same, also if both are unknown. */
export function isSameScore(left: Score | null, right: Score | null): boolean {
  return left?.home === right?.home && left?.away === right?.away;
}

function isSameState(left: GameState, right: GameState): boolean {
  return (
    isSameScore(left.score, right.score) &&
    left.universalId === right.universalId &&
    left.league === right.league &&
    left.home === right.home &&
    left.away === right.away &&
    left.period === right.period &&
    left.clock === right.clock &&
    left.phase === right.phase &&
    left.detail === right.detail
  );
}

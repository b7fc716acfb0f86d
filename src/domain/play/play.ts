/** Which of the two that play. */
export type Side = 'home' | 'away';

/** Points, goals, runs, sets or maps, by side. */
export interface Score {
  readonly home: number;
  readonly away: number;
}

/** One thing that happened in a game, as the feed states it. What was not stated is `null`. */
export interface StatedPlay {
  /** The provider's own name of what happened, e.g. `attempt_missed`; names not known here are kept as they are. */
  readonly type: string;
  /**
   * Tells it from every other play of its game: the provider's id, or (for a fight or a map, which are stated as a
   * whole standing) that standing. `null` where nothing does.
   */
  readonly id: string | null;
  readonly side: Side | null;
  readonly team: string | null;
  readonly player: string | null;
  readonly points: number | null;
  /** Game time since the start. Unit: seconds. */
  readonly seconds: number | null;
  readonly period: string | null;
  /** Game clock in words, e.g. `12:34`. */
  readonly clock: string | null;
  readonly name: string | null;
  readonly description: string | null;
}

/** A play of which nothing but its type is stated. */
export const BARE_PLAY: Omit<StatedPlay, 'type'> = {
  id: null,
  side: null,
  team: null,
  player: null,
  points: null,
  seconds: null,
  period: null,
  clock: null,
  name: null,
  description: null,
};

/** What one frame says about the plays of one game, in the frame's own order. */
export interface StatedPlays {
  /** Label by which the feed knows the game. */
  readonly game: string;
  readonly universalId: string | null;
  readonly league: string | null;
  /** The score after the newest of these plays. */
  readonly score: Score | null;
  readonly plays: readonly StatedPlay[];
}

/** A play in the log. */
export interface PlayEntry extends StatedPlay {
  readonly game: string;
  readonly universalId: string | null;
  readonly league: string | null;
  /** When it was first heard of, Unix ms. */
  readonly arrivedAtMs: number;
  /** Rises by one with each play taken, over all games: a gap means that one is missing. */
  readonly sequence: number;
  /** The score after it, as far as it was stated. */
  readonly score: Score | null;
  /** It in one plain line, e.g. `2-pointer by A. Reed, Boston`. */
  readonly summary: string;
}

/** A score as people write it, home first. */
export function formatScore(score: Score): string {
  return `${score.home}\u2013${score.away}`;
}

/** A game clock from seconds, `m:ss`; whole hours are counted in minutes. */
export function formatGameClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

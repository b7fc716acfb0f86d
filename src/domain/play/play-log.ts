import { KnownPlays, scoreBefore } from './known-plays.ts';
import { formatGameClock, type PlayEntry, type Score, type StatedPlay, type StatedPlays } from './play.ts';
import { RecentGames } from './recent-games.ts';
import { playSummary } from './words/play-words.ts';

/** Plays kept per game; older ones leave. */
export const MAX_PLAYS_PER_GAME = 2_000;

/** Counters of a log since start. */
export interface PlayCounts {
  /** Plays taken in. */
  taken: number;
  /** Plays that the feed told again. */
  repeated: number;
  /** Plays that left because their game has more than are kept. */
  trimmed: number;
}

interface GameLog {
  readonly known: KnownPlays;
  readonly entries: PlayEntry[];
}

/**
 * The plays of each game in the order in which they were first told; none is dropped and none doubled, however the feed
 * repeats itself (see `KnownPlays`). An entry never changes and never moves. Bounded: 2,000 plays a game, 100 games.
 */
export class PlayLog {
  readonly counts: PlayCounts = { taken: 0, repeated: 0, trimmed: 0 };
  readonly #games = new RecentGames<GameLog>();
  #sequence = 0;

  /** Games that had to go for others. */
  get gamesPushedOut(): number {
    return this.#games.pushedOut;
  }

  /**
   * Takes in what a frame says; answers the plays that are new, oldest first. `arrivedAtMs`: Unix ms. `league`: in whose
   * words they are told.
   */
  add(stated: StatedPlays, arrivedAtMs: number, league = stated.league): readonly PlayEntry[] {
    const log = this.#games.get(stated.game) ?? { known: new KnownPlays(), entries: [] };
    this.#games.set(stated.game, log);
    const plays = oldestFirst(stated.plays);
    const scores = scoresAfter(plays, stated.score);
    const isNew = log.known.take(plays, scores);
    const added: PlayEntry[] = [];
    for (const [at, play] of plays.entries()) {
      if (!isNew[at]) continue;
      this.#sequence += 1;
      added.push({
        ...entryOf(stated, play, scores[at] ?? null, arrivedAtMs, this.#sequence),
        summary: playSummary(play, league),
      });
    }
    for (const entry of added) log.entries.push(entry);
    const surplus = Math.max(0, log.entries.length - MAX_PLAYS_PER_GAME);
    log.entries.splice(0, surplus);
    this.counts.taken += added.length;
    this.counts.repeated += plays.length - added.length;
    this.counts.trimmed += surplus;
    return added;
  }

  /** The plays of a game, oldest first; a copy. */
  plays(game: string): readonly PlayEntry[] {
    return [...(this.#games.get(game)?.entries ?? [])];
  }

  /** Forgets a game that is gone. */
  forget(game: string): void {
    this.#games.forget(game);
  }
}

function entryOf(
  stated: StatedPlays,
  play: StatedPlay,
  score: Score | null,
  arrivedAtMs: number,
  sequence: number,
): Omit<PlayEntry, 'summary'> {
  const { game, universalId, league } = stated;
  const clock = play.clock ?? (play.seconds === null ? null : formatGameClock(play.seconds));
  return { ...play, clock, game, universalId, league, arrivedAtMs, sequence, score };
}

/** A frame whose game time only falls lists its newest play first; period marks may set the clock back by right. */
function oldestFirst(plays: readonly StatedPlay[]): readonly StatedPlay[] {
  let falls = false;
  for (let at = 1; at < plays.length; at += 1) {
    const [before, after] = [plays[at - 1]!, plays[at]!];
    if (before.seconds === null || after.seconds === null || before.seconds < after.seconds) return plays;
    if (/^period/i.test(before.type) || /^period/i.test(after.type)) return plays;
    falls ||= before.seconds > after.seconds;
  }
  return falls ? plays.toReversed() : plays;
}

/** The score after each play: the frame's after the last, less what the later ones scored for those before. */
function scoresAfter(plays: readonly StatedPlay[], last: Score | null): readonly (Score | null)[] {
  const scores: (Score | null)[] = new Array<Score | null>(plays.length).fill(null);
  let after = last;
  for (let at = plays.length - 1; at >= 0 && after !== null; at -= 1) {
    scores[at] = after;
    after = scoreBefore(plays[at]!, after);
  }
  return scores;
}

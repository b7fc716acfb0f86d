import type { Score, StatedPlay } from './play.ts';

/** Plays of one game that are remembered to know them again: more than the longest game has. */
export const MAX_KNOWN_PLAYS = 4_000;

/**
 * Knows the plays of one game again, however the feed repeats them: whole frames, arrays that overlap, the past told
 * anew after a reconnect.
 *
 * - **With an id**, a play is the same when id, type, team, points and seconds are; what is said of its player or in
 *   words may be completed later.
 * - **With seconds and no id**, it is the same when all that is stated of it is. Two alike at one second are two when
 *   one frame holds both, or when the score went on, from one that was heard of, by exactly the points of the second
 *   and no other play accounts for it: two free throws. The score itself can't be part of the comparison, because a frame states its own score
 *   beside plays of before.
 * - **With neither**, in a game that has times elsewhere, the score after it is compared too. In a game without any
 *   times, a frame is laid over the end of the log, and what sticks out is new: so a strike after a ball after a strike
 *   stays three plays, at the price that a lone old frame sent again is taken for news.
 *
 * Two plays that differ in nothing at all, told in two frames, are one: better once too few than a play made up. Seconds
 * are taken to run through the whole game; where they start anew each period, only an id, the period or the player
 * keeps apart two plays of one type at the same second of two periods.
 */
export class KnownPlays {
  /** How often each play was told. */
  readonly #known = new Map<string, number>();
  /** Scores that were heard of, and whether a play is known that led to it. */
  readonly #scores = new Map<string, boolean>();
  readonly #tail: string[] = [];
  #hasTimes = false;

  /** Says of each play of one frame, oldest first, whether it is new, and remembers it. `scores`: after each play. */
  take(plays: readonly StatedPlay[], scores: readonly (Score | null)[]): boolean[] {
    this.#hasTimes ||= plays.some((play) => isTimed(play));
    if (!this.#hasTimes) return this.#takeUntimed(plays, scores);
    const inFrame = new Map<string, number>();
    return plays.map((play, at) => {
      const score = scores[at] ?? null;
      const key = isTimed(play) ? keyOf(play) : keyWithScore(play, score);
      const nth = (inFrame.get(key) ?? 0) + 1;
      inFrame.set(key, nth);
      return this.#isNew(key, play, score, nth);
    });
  }

  #isNew(key: string, play: StatedPlay, score: Score | null, nth: number): boolean {
    const count = this.#known.get(key) ?? 0;
    const isNew = count === 0 || (play.id === null && (nth > count || this.#isScoredAgain(play, score)));
    if (!isNew) return false;
    remember(this.#known, key, count + 1);
    if (score === null) return true;
    const before = this.#scores.get(scoreKey(score)) ?? false;
    remember(this.#scores, scoreKey(score), before || isScore(play));
    return true;
  }

  #isScoredAgain(play: StatedPlay, score: Score | null): boolean {
    if (!isScore(play) || score === null || this.#scores.get(scoreKey(score)) === true) return false;
    const before = scoreBefore(play, score);
    return before !== null && this.#scores.has(scoreKey(before));
  }

  #takeUntimed(plays: readonly StatedPlay[], scores: readonly (Score | null)[]): boolean[] {
    const keys = plays.map((play, at) => keyWithScore(play, scores[at] ?? null));
    let overlap = Math.min(keys.length, this.#tail.length);
    const sticks = (length: number): boolean =>
      this.#tail.slice(-length).every((key, at) => key === keys[at]);
    while (overlap > 0 && !sticks(overlap)) overlap -= 1;
    this.#tail.push(...keys.slice(overlap));
    this.#tail.splice(0, this.#tail.length - MAX_TAIL);
    return plays.map((_, at) => at >= overlap);
  }
}

/** Longest frame that can be laid over the end of a log without times. */
const MAX_TAIL = 256;

function isTimed(play: StatedPlay): boolean {
  return play.id !== null || play.seconds !== null;
}

function isScore(play: StatedPlay): boolean {
  return play.points !== null && play.points > 0;
}

function keyOf(play: StatedPlay): string {
  const what = [play.type, play.side ?? play.team, play.points, play.seconds];
  if (play.id !== null) return JSON.stringify([play.id, ...what]);
  return JSON.stringify([null, ...what, play.period, play.clock, play.player, play.name, play.description]);
}

function keyWithScore(play: StatedPlay, score: Score | null): string {
  return `${keyOf(play)} ${score === null ? '' : scoreKey(score)}`;
}

function scoreKey(score: Score): string {
  return `${score.home}:${score.away}`;
}

/** The score before a play, given the one after it; `null` where nobody knows whose points they were. */
export function scoreBefore(play: StatedPlay, after: Score): Score | null {
  if (!isScore(play)) return after;
  if (play.side === null) return null;
  const before = { ...after, [play.side]: after[play.side] - play.points! };
  return before[play.side] < 0 ? null : before;
}

function remember<Value>(remembered: Map<string, Value>, key: string, value: Value): void {
  remembered.set(key, value);
  if (remembered.size <= MAX_KNOWN_PLAYS) return;
  for (const oldest of remembered.keys()) {
    remembered.delete(oldest);
    return;
  }
}

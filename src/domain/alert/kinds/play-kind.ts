import type { GamePhase } from '../../play/game-state.ts';
import type { PlayEntry, Score } from '../../play/play.ts';
import { formatScore } from '../../play/play.ts';
import { periodWords } from '../../play/words/period-words.ts';
import { Subjects } from '../looking/subjects.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import type { PlayRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';

/** How a game stands, as far as rules look at it. */
export interface GameStanding {
  readonly score: Score | null;
  readonly period: string | null;
  readonly phase?: GamePhase | null;
}

interface Known {
  readonly score: Score | null;
  readonly period: string | null;
  readonly isClose: boolean | null;
  /** Its first period is news: it had not begun when it was first heard of. */
  readonly isAwaited: boolean;
}

/** Notices plays, scores and periods. What a game stands at when it is first heard of is where it begins. */
export class PlayKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & PlayRule;
  readonly #known = new Subjects<Known>();

  constructor(watcher: CompiledRule, rule: Rule & PlayRule) {
    this.#watcher = watcher;
    this.#rule = rule;
  }

  playHappened(game: number, play: PlayEntry, around: Surroundings): void {
    const { what, events = [] } = this.#rule;
    if (what !== 'event' || !events.some((each) => each.toLowerCase() === play.type.toLowerCase())) return;
    this.#tell(game, `${play.sequence}`, null, null, play.summary, around);
  }

  stood(game: number, { score, period, phase }: GameStanding, around: Surroundings): void {
    const { label, sport } = around.board.games.at(game);
    const known = this.#known.get(label);
    const isClose = this.#isClose(score ?? known?.score ?? null, period ?? known?.period ?? null, sport);
    const now: Known = {
      score: score ?? known?.score ?? null,
      period: period ?? known?.period ?? null,
      isClose: isClose ?? known?.isClose ?? null,
      isAwaited: phase === 'scheduled' || (known?.isAwaited ?? false),
    };
    this.#known.set(label, now);
    if (known === undefined) return;
    const before = known.score;
    if (this.#rule.what === 'score' && now.score !== null && before !== null && !isSame(before, now.score))
      this.#tell(
        game,
        'score',
        total(before),
        total(now.score),
        `score ${formatScore(now.score)}, was ${formatScore(before)}`,
        around,
      );
    if (
      this.#rule.what === 'period' &&
      now.period !== null &&
      now.period !== known.period &&
      (known.period !== null || known.isAwaited) &&
      this.#isPeriod(now.period, sport)
    )
      this.#tell(game, `period ${now.period}`, null, null, `period: ${now.period}`, around);
    if (this.#rule.what === 'difference' && now.isClose === true && known.isClose === false)
      this.#tell(
        game,
        'difference',
        before && difference(before),
        difference(now.score!),
        `score ${formatScore(now.score!)}: ${difference(now.score!)} apart`,
        around,
      );
  }

  #isClose(score: Score | null, period: string | null, league: string): boolean | null {
    if (this.#rule.what !== 'difference' || score === null) return null;
    if (difference(score) > this.#rule.atMost!) return false;
    if (this.#rule.period === undefined) return true;
    return period === null ? null : this.#isPeriod(period, league);
  }

  /** Whether it is the rule's period, in whichever words the rule names it: `Q4`, `Period 4`, `4th quarter`. */
  #isPeriod(period: string, league: string): boolean {
    const wanted = this.#rule.period;
    if (wanted === undefined) return true;
    return [wanted, periodWords(wanted, league)].some((each) => each.toLowerCase() === period.toLowerCase());
  }

  #tell(
    game: number,
    what: string,
    from: number | null,
    to: number | null,
    reason: string,
    around: Surroundings,
  ): void {
    const subject = `${what}|${around.board.games.at(game).label}`;
    around.found({
      watcher: this.#watcher,
      subject,
      game,
      selection: null,
      from,
      to,
      reason,
      evidence: () => [],
    });
  }
}

function difference({ home, away }: Score): number {
  return Math.abs(home - away);
}

function total({ home, away }: Score): number {
  return home + away;
}

function isSame(left: Score, right: Score): boolean {
  return left.home === right.home && left.away === right.away;
}

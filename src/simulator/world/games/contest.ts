import type { SportModel } from '../../catalogue/sports.ts';
import type { Chance } from '../chance.ts';

/** Which of the two. */
export type Team = 'home' | 'away';

/** Something that happened on the field. */
export interface ContestEvent {
  readonly atMs: number;
  readonly team: Team;
  /** 0 where nobody scored. */
  readonly points: number;
  readonly player: string | null;
  readonly periodEnded: boolean;
  readonly ended: boolean;
  readonly state: ContestState;
}

/** A copy of how the contest stood. Clock sports count points; tennis and esports count sets and units. */
export interface ContestState {
  readonly home: number;
  readonly away: number;
  readonly period: number;
  /** Seconds played in all, by the game's clock. */
  readonly elapsedSeconds: number;
  /** Finished and running sets or maps, as units won by each. */
  readonly sets: readonly (readonly [home: number, away: number])[];
  readonly setsWon: readonly [home: number, away: number];
}

const OVERTIME_MS = 6 * 60_000;
const INTERVAL_MS: Record<SportModel['kind'], number> = {
  basketball: 14_000,
  football: 34_000,
  hockey: 25_000,
  baseball: 32_000,
  soccer: 38_000,
  tennis: 270_000,
  mma: 20_000,
  esports: 135_000,
};

/** A game being played: event after event until it ends. Knows nothing of prices. */
export class Contest {
  readonly #model: SportModel;
  readonly #expected: { readonly margin: number; readonly total: number };
  readonly #startsAtMs: number;
  readonly #rosters: Record<Team, readonly string[]>;
  readonly #chance: Chance;
  readonly #pointsPerScore: number;
  #overtimeMs = 0;
  #home = 0;
  #away = 0;
  #period = 1;
  #elapsedSeconds = 0;
  #atMs: number;
  #sets: [number, number][] = [[0, 0]];
  #setsWon: [number, number] = [0, 0];
  #ended = false;
  /** When the next event is due, Unix ms. */
  nextAtMs: number;

  constructor(
    model: SportModel,
    expected: { readonly margin: number; readonly total: number },
    startsAtMs: number,
    rosters: Record<Team, readonly string[]>,
    chance: Chance,
  ) {
    this.#model = model;
    this.#expected = expected;
    this.#startsAtMs = startsAtMs;
    this.#rosters = rosters;
    this.#chance = chance;
    this.#atMs = startsAtMs;
    this.nextAtMs = startsAtMs + chance.exponential(INTERVAL_MS[model.kind]);
    let points = 0;
    let weight = 0;
    for (const score of model.scores) {
      points += score.points * score.weight;
      weight += score.weight;
    }
    this.#pointsPerScore = weight === 0 ? 0 : points / weight;
  }

  /** Home's points (units) minus away's, and their sum. */
  get margin(): number {
    return this.#home - this.#away;
  }

  /** In a fight the total is of rounds. */
  get total(): number {
    if (this.#model.scores.length === 0) return this.progress * this.#model.periods;
    return this.#home + this.#away;
  }

  /** Share of the contest that is over, in [0, 1). */
  get progress(): number {
    if (this.#model.sets !== null) {
      const running = this.#sets.at(-1)!;
      const played = this.#setsWon[0] + this.#setsWon[1];
      const share = (running[0] + running[1]) / (this.#model.sets.units * 1.75);
      return Math.min(0.97, (played + Math.min(1, share)) / 2.45);
    }
    const lengthMs = this.#model.durationMs + this.#overtimeMs;
    return Math.min(0.995, Math.max(0, (this.#atMs - this.#startsAtMs) / lengthMs));
  }

  get setLead(): number {
    return this.#setsWon[0] - this.#setsWon[1];
  }

  get state(): ContestState {
    return {
      home: this.#home,
      away: this.#away,
      period: this.#period,
      elapsedSeconds: this.#elapsedSeconds,
      sets: this.#sets.map(([home, away]) => [home, away] as const),
      setsWon: [...this.#setsWon],
    };
  }

  /** Lets the next event happen. Not to be called after the one that ended the contest. */
  advance(): ContestEvent {
    this.#atMs = this.nextAtMs;
    const { clockMs, durationMs } = this.#model;
    const clockSeconds = Math.round((((this.#atMs - this.#startsAtMs) / durationMs) * clockMs) / 1000);
    // no two of them in one second: without numbers of their own they would be taken for one
    this.#elapsedSeconds = Math.max(this.#elapsedSeconds + 1, clockSeconds);
    this.nextAtMs += 1000 + this.#chance.exponential(INTERVAL_MS[this.#model.kind] - 1000);
    const periodBefore = this.#period;
    const team: Team = this.#chance.happens(this.#homeShare()) ? 'home' : 'away';
    const points = this.#model.sets === null ? this.#pointsOf() : 1;
    if (team === 'home') this.#home += points;
    else this.#away += points;
    if (this.#model.sets !== null) this.#countUnit(team, this.#model.sets);
    else this.#runClock();
    const roster = this.#rosters[team];
    return {
      atMs: this.#atMs,
      team,
      points,
      player: roster.length > 0 ? this.#chance.pick(roster) : null,
      periodEnded: this.#period !== periodBefore,
      ended: this.#ended,
      state: this.state,
    };
  }

  #homeShare(): number {
    const { margin, total } = this.#expected;
    if (this.#model.scores.length === 0) return 0.5;
    return Math.min(0.9, Math.max(0.1, (1 + margin / total) / 2));
  }

  #pointsOf(): number {
    if (this.#pointsPerScore === 0) return 0;
    const scoresPerMs = this.#expected.total / this.#pointsPerScore / this.#model.durationMs;
    if (!this.#chance.happens(scoresPerMs * INTERVAL_MS[this.#model.kind])) return 0;
    return this.#chance.weighted(this.#model.scores).points;
  }

  #countUnit(team: Team, rule: { readonly units: number; readonly toWin: number }): void {
    const running = this.#sets.at(-1)!;
    const side = team === 'home' ? 0 : 1;
    running[side] += 1;
    const won = running[side];
    const lost = running[1 - side]!;
    // A set also ends at one over the units (7-6), a map never drags on for ever either.
    if (won < rule.units || (won - lost < 2 && won <= rule.units)) return;
    this.#setsWon[side] += 1;
    if (this.#setsWon[side] >= rule.toWin) this.#ended = true;
    else {
      this.#sets.push([0, 0]);
      this.#period += 1;
    }
  }

  #runClock(): void {
    const { durationMs, periods, hasDraw, scores } = this.#model;
    const playedMs = this.#atMs - this.#startsAtMs;
    this.#period = Math.min(periods, 1 + Math.floor((playedMs / durationMs) * periods));
    if (this.#overtimeMs > 0) this.#period = periods + Math.round(this.#overtimeMs / OVERTIME_MS);
    // A fight may be stopped in any moment.
    if (scores.length === 0 && this.#chance.happens(0.012)) this.#ended = true;
    if (playedMs < durationMs + this.#overtimeMs) return;
    if (!hasDraw && scores.length > 0 && this.#home === this.#away) this.#overtimeMs += OVERTIME_MS;
    else this.#ended = true;
  }
}

import { LEAGUES, type League } from '../../catalogue/leagues.ts';
import { easternTime } from '../../wire/eastern-time.ts';
import type { Chance } from '../chance.ts';
import type { Fixture } from './game.ts';
import { fixtureLabel } from './naming.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const STEP_MS = 5 * MINUTE_MS;
const REST_MS = 22 * HOUR_MS;
const DOUBLE_HEADERS = 0.08;

/** Pairs competitors and gives them start times, so that nobody plays twice at once and no label repeats. */
export class Schedule {
  readonly #chance: Chance;
  readonly #lastStart = new Map<string, number>();
  readonly #labels = new Set<string>();
  readonly #lastOf = new Map<League, Fixture>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** A game that is under way at `nowMs`, `share` of its usual length after its start. */
  underWay(league: League, nowMs: number, share: number): Fixture {
    return this.#pair(league, floorTo(nowMs - share * league.model.durationMs, STEP_MS));
  }

  /** A game that starts after `nowMs`, `leadMs` later or as soon after that as somebody is free. */
  upcoming(league: League, nowMs: number, leadMs: number): Fixture {
    const before = this.#lastOf.get(league);
    if (league.sport === 'MLB' && before !== undefined && this.#chance.happens(DOUBLE_HEADERS)) {
      const again = { ...before, startsAtMs: before.startsAtMs + 4 * HOUR_MS };
      if (again.startsAtMs > nowMs && !this.#labels.has(fixtureLabel(again))) return this.#keep(again);
    }
    const startsAtMs = floorTo(nowMs + leadMs, STEP_MS) + STEP_MS;
    // Nobody starts a game at dawn, but a morning's evening has to begin with something.
    const isAtNight = leadMs > 3 * HOUR_MS && /^(0[1-9]|10), AM$/.test(easternHour(startsAtMs));
    return this.#pair(league, isAtNight ? startsAtMs + 10 * HOUR_MS : startsAtMs);
  }

  #pair(league: League, startsAtMs: number): Fixture {
    const restedAt = (name: string): number => (this.#lastStart.get(name) ?? -Infinity) + REST_MS;
    const rested = league.competitors.filter((name) => restedAt(name) <= startsAtMs);
    const order = [...league.competitors].sort((a, b) => restedAt(a) - restedAt(b));
    const pool = rested.length >= 2 ? rested : order.slice(0, 6);
    const home = this.#chance.pick(pool);
    const away = this.#chance.pick(pool.filter((name) => name !== home));
    let atMs = Math.max(startsAtMs, ceilTo(Math.max(restedAt(home), restedAt(away), 0), STEP_MS));
    while (this.#labels.has(fixtureLabel({ league, home, away, startsAtMs: atMs }))) atMs += HOUR_MS;
    return this.#keep({ league, home, away, startsAtMs: atMs });
  }

  #keep(fixture: Fixture): Fixture {
    this.#labels.add(fixtureLabel(fixture));
    this.#lastStart.set(fixture.home, fixture.startsAtMs);
    this.#lastStart.set(fixture.away, fixture.startsAtMs);
    this.#lastOf.set(fixture.league, fixture);
    return fixture;
  }
}

/** Shares out `count` games over the leagues by their weights; every league gets one while there are enough. */
export function leaguesOfEvening(count: number): readonly League[] {
  const chosen: League[] = [];
  const had = new Map<League, number>();
  while (chosen.length < count) {
    let next = LEAGUES[0]!;
    for (const league of LEAGUES) if (share(league) > share(next)) next = league;
    had.set(next, (had.get(next) ?? 0) + 1);
    chosen.push(next);
  }
  return chosen;

  function share(league: League): number {
    const games = had.get(league) ?? 0;
    return games === 0 && chosen.length < LEAGUES.length ? 1000 + league.weight : league.weight / (games + 1);
  }
}

function easternHour(atMs: number): string {
  const { hour, when } = easternTime(atMs);
  return `${hour}, ${when.slice(-2)}`;
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

function ceilTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

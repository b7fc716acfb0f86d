import type { League } from '../../catalogue/leagues.ts';
import { rosterOf } from '../../catalogue/leagues.ts';
import type { Chance } from '../chance.ts';
import { Contest } from './contest.ts';
import { type Offering, offeringFor } from './proposition.ts';

/** Where a game stands in its life. */
export type Phase = 'upcoming' | 'live' | 'ended';

/** A game of the evening: what is true of it, whatever the sportsbooks say. */
export interface Game {
  readonly number: number;
  readonly league: League;
  readonly home: string;
  readonly away: string;
  readonly startsAtMs: number;
  /** Twelve hex digits, the same at every sportsbook. */
  readonly universalId: string;
  /** Its label carries the universal id. */
  readonly hasLongLabel: boolean;
  /** Everybody watches it: every line is offered. */
  readonly isMarquee: boolean;
  readonly opening: { readonly margin: number; readonly total: number };
  readonly offering: Offering;
  readonly contest: Contest;
  phase: Phase;
  /** What the market expects of a whole game, from where it opened, drifting. */
  marginMean: number;
  totalMean: number;
}

/** A pairing at a time. */
export interface Fixture {
  readonly league: League;
  readonly home: string;
  readonly away: string;
  readonly startsAtMs: number;
}

/** Makes a game out of a fixture. The same source of chance makes the same game. */
export function createGame(fixture: Fixture, number: number, isMarquee: boolean, chance: Chance): Game {
  const { league, home, away, startsAtMs } = fixture;
  const { model } = league;
  const margin = chance.normal(model.homeEdge, model.strengthDeviation);
  const total = Math.max(league.totalMean * 0.6, chance.normal(league.totalMean, model.totalSpread));
  const rosters = { home: rosterOf(league, home), away: rosterOf(league, away) };
  return {
    number,
    league,
    home,
    away,
    startsAtMs,
    universalId: chance.hex(12),
    hasLongLabel: chance.happens(0.12),
    isMarquee,
    opening: { margin, total },
    offering: offeringFor(league, rosters, { margin, total }, chance),
    contest: new Contest(model, { margin, total }, startsAtMs, rosters, chance.fork('contest')),
    phase: 'upcoming',
    marginMean: margin,
    totalMean: total,
  };
}

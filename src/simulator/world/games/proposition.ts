import type { League } from '../../catalogue/leagues.ts';
import type { LineGrid } from '../../catalogue/sports.ts';
import type { Chance } from '../chance.ts';

/** What a proposition is about. */
export type Market = 'moneyline' | 'spread' | 'total' | 'team-total' | 'both-score' | 'player';
/** The whole game, or its first part (half, period, set, five innings). */
export type Period = 'game' | 'first';
/** Propositions that move together. */
export type Group = 'margin' | 'total' | 'players';

/** A player's countable deed; `mean` drifts as the market thinks again. */
export interface Deed {
  readonly player: string;
  readonly stat: string;
  mean: number;
  readonly deviation: number;
}

/**
 * Something that can be bet on, with its two or three ways. The ways of all propositions of a game are numbered
 * through: a way's number is its slot. Ways are home, away(, draw) or over, under or yes, no.
 */
export interface Proposition {
  readonly index: number;
  readonly market: Market;
  readonly period: Period;
  readonly group: Group;
  readonly firstSlot: number;
  readonly ways: 2 | 3;
  /** The home side's spread, or the total; `null` where the market has none. */
  readonly line: number | null;
  /** Whose total it is. */
  readonly team: 'home' | 'away' | null;
  readonly deed: Deed | null;
}

/** All that can be bet on in a game, and its ladders of lines, lowest line first. */
export interface Offering {
  readonly propositions: readonly Proposition[];
  readonly slots: number;
  readonly ladders: Record<`${'spread' | 'total'}-${Period}`, readonly Proposition[]>;
  readonly teamTotals: Record<'home' | 'away', readonly Proposition[]>;
  /** Per deed its propositions, lowest line first. */
  readonly deeds: readonly (readonly Proposition[])[];
}

/** Lays out everything that can be bet on in a game with these expectations. */
export function offeringFor(
  league: League,
  rosters: { readonly home: readonly string[]; readonly away: readonly string[] },
  expected: { readonly margin: number; readonly total: number },
  chance: Chance,
): Offering {
  const { model } = league;
  const propositions: Proposition[] = [];
  let slots = 0;
  const add = (
    market: Market,
    group: Group,
    period: Period,
    line: number | null,
    of: { team?: 'home' | 'away'; deed?: Deed; ways?: 2 | 3 } = {},
  ): Proposition => {
    const ways = of.ways ?? 2;
    const team = of.team ?? null;
    const deed = of.deed ?? null;
    const index = propositions.length;
    const proposition = { index, market, period, group, firstSlot: slots, ways, line, team, deed };
    slots += ways;
    propositions.push(proposition);
    return proposition;
  };
  const ladder = (market: 'spread' | 'total', period: Period, lines: readonly number[]) =>
    lines.map((line) => add(market, market === 'spread' ? 'margin' : 'total', period, line));

  const wholeGame = { margin: expected.margin, total: expected.total, share: 1 };
  const firstPart = {
    margin: expected.margin * model.firstPart,
    total: expected.total * model.firstPart,
    share: model.firstPart,
  };
  add('moneyline', 'margin', 'game', null, { ways: model.hasDraw ? 3 : 2 });
  if (model.firstPart > 0) add('moneyline', 'margin', 'first', null, { ways: model.hasDraw ? 3 : 2 });
  const hasFirstLines = model.firstPart > 0 && model.sets === null;
  const ladders = {
    'spread-game': ladder('spread', 'game', spreadLines(model.spread, model.fixedSpread, wholeGame)),
    'spread-first': ladder(
      'spread',
      'first',
      hasFirstLines ? spreadLines(model.spread, null, firstPart) : [],
    ),
    'total-game': ladder('total', 'game', totalLines(model.total, wholeGame)),
    'total-first': ladder('total', 'first', hasFirstLines ? totalLines(model.total, firstPart) : []),
  };
  const teamTotals = { home: [] as Proposition[], away: [] as Proposition[] };
  if (model.scores.length > 0 && model.sets === null) {
    for (const team of ['home', 'away'] as const) {
      const mean = (expected.total + (team === 'home' ? expected.margin : -expected.margin)) / 2;
      for (const line of totalLines(
        { step: 1, reach: Math.min(4, model.total.reach) },
        { total: mean, share: 1 },
      ))
        teamTotals[team].push(add('team-total', 'total', 'game', line, { team }));
    }
  }
  if (model.kind === 'soccer') add('both-score', 'total', 'game', null);
  const deeds = deedsOf(league, rosters, chance).map((deed) =>
    deedLines(deed).map((line) => add('player', 'players', 'game', line, { deed })),
  );
  return { propositions, slots, ladders, teamTotals, deeds };
}

function spreadLines(
  grid: LineGrid | null,
  fixed: number | null,
  expected: { readonly margin: number; readonly share: number },
): readonly number[] {
  if (grid === null) return [];
  if (fixed !== null) return range(-grid.reach, grid.reach, 1).filter((line) => Math.abs(line) >= fixed);
  const reach = Math.max(grid.step * 2, Math.round(grid.reach * Math.sqrt(expected.share)));
  const centre = nearestHalf(-expected.margin);
  return range(centre - reach, centre + reach, grid.step);
}

function totalLines(
  grid: LineGrid,
  expected: { readonly total: number; readonly share: number },
): readonly number[] {
  const reach = Math.max(grid.step, Math.round(grid.reach * Math.sqrt(expected.share)));
  const centre = nearestHalf(expected.total);
  return range(centre - reach, centre + reach, grid.step).filter((line) => line >= 0.5);
}

/** The nearest line that cannot end in a push. */
function nearestHalf(value: number): number {
  return Math.floor(value) + 0.5;
}

function range(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let value = from; value <= to + 1e-9; value += step) values.push(value);
  return values;
}

function deedsOf(
  league: League,
  rosters: { readonly home: readonly string[]; readonly away: readonly string[] },
  chance: Chance,
): readonly Deed[] {
  return [...rosters.home, ...rosters.away].flatMap((player) =>
    league.model.stats.map(({ stat, mean, deviation }) => {
      const form = chance.between(0.65, 1.3);
      return { player, stat, mean: mean * form, deviation: deviation * Math.sqrt(form) };
    }),
  );
}

function deedLines(deed: Deed): readonly number[] {
  const step = deed.mean > 100 ? 15 : deed.mean > 30 ? 8 : deed.mean > 10 ? 2 : 1;
  const main = Math.max(0.5, nearestHalf(deed.mean - 0.4));
  return [main - step, main, main + step].filter((line) => line >= 0.5);
}

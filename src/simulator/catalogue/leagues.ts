import { Chance } from '../world/chance.ts';
import { playerNames } from './names.ts';
import { SPORT_MODELS, type SportModel } from './sports.ts';
import { TEAMS } from './teams.ts';

/** A league as the feed labels it, with who plays in it. */
export interface League {
  /** The feed's `sport` label. */
  readonly sport: string;
  readonly model: SportModel;
  readonly competitors: readonly string[];
  /** Expected total of an average game. */
  readonly totalMean: number;
  /** How much of an evening it fills. */
  readonly weight: number;
  /** Players a team brings into the prop markets; 0 where the competitors are the players. */
  readonly playersPerTeam: number;
}

// Players and fighters are invented, and the same in every evening, whatever its seed.
const individuals = new Chance('individuals');

/** Every league, the busiest first. */
export const LEAGUES: readonly League[] = [
  league('NBA', 'basketball', TEAMS.nba, 226, 10, 7),
  league('NFL', 'football', TEAMS.nfl, 45, 7, 6),
  league('NHL', 'hockey', TEAMS.nhl, 6.1, 7, 6),
  league('MLB', 'baseball', TEAMS.mlb, 8.6, 7, 6),
  league('EPL', 'soccer', TEAMS.epl, 2.8, 5, 5),
  league('ATP', 'tennis', playerNames(individuals.fork('atp'), 64), 22.5, 3, 0),
  league('MMA', 'mma', playerNames(individuals.fork('mma'), 48), 2.3, 3, 0),
  league('WTA', 'tennis', playerNames(individuals.fork('wta'), 64, true), 21.5, 2, 0),
  league('CS2', 'esports', TEAMS.cs2, 52, 2, 3),
  league('NCAAB', 'basketball', TEAMS.ncaab, 146, 4, 4),
  league('La Liga', 'soccer', TEAMS.laLiga, 2.5, 4, 5),
];

function league(
  sport: string,
  kind: keyof typeof SPORT_MODELS,
  competitors: readonly string[],
  totalMean: number,
  weight: number,
  playersPerTeam: number,
): League {
  return { sport, model: SPORT_MODELS[kind], competitors, totalMean, weight, playersPerTeam };
}

const rosters = new Map<string, readonly string[]>();

/** The players of a team, invented, the same in every evening. */
export function rosterOf(league: League, team: string): readonly string[] {
  const known = rosters.get(`${league.sport}/${team}`);
  if (known !== undefined) return known;
  const roster = playerNames(new Chance(`roster/${league.sport}/${team}`), league.playersPerTeam);
  rosters.set(`${league.sport}/${team}`, roster);
  return roster;
}

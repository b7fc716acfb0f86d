import type { Proposition } from '../world/games/proposition.ts';
import type { SportKind } from './sports.ts';
import type { Writing } from './sportsbooks.ts';

type Dialect = Writing['dialect'];

const SPREAD: Partial<Record<SportKind, string>> = {
  baseball: 'Run Line',
  hockey: 'Puck Line',
  tennis: 'Game Spread',
  esports: 'Round Spread',
};

const COUNTED: Record<SportKind, string> = {
  basketball: 'Points',
  football: 'Points',
  hockey: 'Goals',
  baseball: 'Runs',
  soccer: 'Goals',
  tennis: 'Games',
  mma: 'Rounds',
  esports: 'Rounds',
};

const FIRST_PART: Record<SportKind, Record<Dialect, string>> = {
  basketball: { plain: '1st Half', descriptive: 'First Half', formal: '1st Half' },
  football: { plain: '1st Half', descriptive: 'First Half', formal: '1st Half' },
  soccer: { plain: '1st Half', descriptive: 'First Half', formal: '1st Half' },
  hockey: { plain: '1st Period', descriptive: 'First Period', formal: '1st Period' },
  baseball: { plain: '1st 5 Innings', descriptive: 'First 5 Innings', formal: '1st 5 Innings' },
  tennis: { plain: '1st Set', descriptive: 'First Set', formal: 'Set 1' },
  esports: { plain: 'Map 1', descriptive: 'First Map', formal: 'Map 1' },
  mma: { plain: '1st Round', descriptive: 'First Round', formal: 'Round 1' },
};

/** A sportsbook's name (`outcome_name`) for a market in a sport. Names differ between dialects on purpose. */
export function marketName(proposition: Proposition, kind: SportKind, dialect: Dialect): string {
  const name = wholeGameName(proposition, kind, dialect);
  return proposition.period === 'first' ? `${FIRST_PART[kind][dialect]} ${name}` : name;
}

function wholeGameName({ market, deed, ways }: Proposition, kind: SportKind, dialect: Dialect): string {
  switch (market) {
    case 'moneyline':
      if (ways === 3 && dialect === 'formal') return 'Match Result';
      return 'Moneyline';
    case 'spread':
      if (dialect === 'descriptive') return SPREAD[kind] ?? 'Point Spread';
      return 'Spread';
    case 'total':
      if (dialect === 'descriptive') return `Total ${COUNTED[kind]}`;
      return dialect === 'formal' ? 'Game Total' : 'Total';
    case 'team-total':
      return dialect === 'descriptive' ? `Team Total ${COUNTED[kind]}` : 'Team Total';
    case 'both-score':
      return 'Both Teams To Score';
    case 'player':
      return dialect === 'formal' ? `Player ${deed!.stat}` : deed!.stat;
  }
}

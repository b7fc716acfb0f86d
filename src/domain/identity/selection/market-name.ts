import { mainMarket } from '../../catalogue/markets.ts';
import { plainWords } from '../names/plain-words.ts';
import { remembered } from '../names/remembered.ts';
import { takePeriod } from './market-period.ts';
import { statName } from './stat-names.ts';

/** What a market's name says. */
export interface MarketName {
  readonly kind: 'moneyline' | 'spread' | 'total' | 'team-total' | 'double-chance' | 'other';
  /** The part of the game, see `takePeriod`. */
  readonly period: string;
  /** Outcomes that the name promises (with a draw or without); `null` where it does not say. */
  readonly ways: 2 | 3 | null;
  /** Whose total it is, where the name says it. */
  readonly team: 'home' | 'away' | null;
  /** What is counted or asked, see `statName`; empty for `Moneyline`, `Spread`, plain `Total`. */
  readonly stat: string;
  /** Whether the name says that it is about a player. */
  readonly isPlayers: boolean;
  /** From `2+ Hits`: as many or more; `null` where the name has none. */
  readonly atLeast: number | null;
}

const THREE_WAY = /\b(?:3 ?way|three way)\b/;
const TWO_WAY = /\b(?:2 ?way|two way)\b/;
/** Words that change where a bet is listed, not what it is. */
const LISTING_WORDS =
  /\b(?:alternates?|alternative|alts?|main|live|in ?play|pre ?game|pre ?match|markets?)\b/g;
const NAMED_THREE_WAY = new Set(['1x2', 'result', 'match result', 'win draw win', 'wdw']);
/** What is left of `1st Half`, `3-Way` and `60 Minute Line`, all of which ask who wins. */
const UNSAID = new Set(['', 'line', 'winner']);
const THREE_WAY_SPREAD = new Set([
  'european handicap',
  'handicap result',
  'handicap 1x2',
  'handicap betting',
]);
/** What whole scores are counted in; each sport has one. */
const SCORE_UNITS = new Set(['points', 'goals', 'runs', 'games', 'rounds']);
/** Units of a match that sportsbooks offer beside the score: never the plain total. */
const OTHER_UNITS = new Set(['total maps', 'total sets']);

/** Reads a market's name as a sportsbook writes it. Never throws; an unknown name is of the kind `other`. */
export const readMarketName: (name: string) => MarketName = remembered(readName, 4096);

/** Whether totals of this are totals of the score. */
export function isScoreUnit(stat: string): boolean {
  return SCORE_UNITS.has(stat);
}

function readName(name: string): MarketName {
  const atLeast = /(?<![\d.])(\d{1,3})\+(?!\d)/.exec(name);
  const words = plainWords(atLeast === null ? name : name.replace(atLeast[0], ' '));
  const { period, rest } = takePeriod(words);
  const says = THREE_WAY.test(rest) ? 3 : TWO_WAY.test(rest) ? 2 : null;
  const bare = rest
    .replace(says === 3 ? THREE_WAY : TWO_WAY, ' ')
    .replace(LISTING_WORDS, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const isPlayers = /^players? /.test(bare);
  const stat = bare.replace(/^players? /, '');
  const plain = {
    period,
    ways: says,
    team: null,
    stat: '',
    isPlayers,
    atLeast: atLeast ? Number(atLeast[1]) : null,
  } as const;
  if (atLeast !== null || isPlayers) return { ...plain, kind: 'other', stat: statName(stat) };
  return readBare(bare, plain);
}

function readBare(bare: string, plain: Omit<MarketName, 'kind'>): MarketName {
  const { period, ways } = plain;
  const main = OTHER_UNITS.has(bare) ? undefined : mainMarket(bare);
  if (
    main === 'moneyline' ||
    NAMED_THREE_WAY.has(bare) ||
    (UNSAID.has(bare) && (period !== 'game' || ways))
  ) {
    const isNamed = NAMED_THREE_WAY.has(bare) || ways === 3;
    // Who wins with a draw to bet on is always decided in regulation.
    if (isNamed)
      return { ...plain, kind: 'moneyline', ways: 3, period: period === 'regulation' ? 'game' : period };
    return { ...plain, kind: 'moneyline' };
  }
  if (main === 'spread') return { ...plain, kind: 'spread' };
  if (THREE_WAY_SPREAD.has(bare)) return { ...plain, kind: 'spread', ways: 3 };
  if (main === 'total') return { ...plain, kind: 'total', stat: scoreUnit(bare) };
  if (bare === 'double chance') return { ...plain, kind: 'double-chance' };
  const team = teamTotal(bare);
  if (team !== null) return { ...plain, kind: 'team-total', team: team === 'stated' ? null : team };
  return { ...plain, kind: 'other', stat: statName(bare) };
}

function scoreUnit(bare: string): string {
  return bare.split(' ').find((word) => SCORE_UNITS.has(word)) ?? '';
}

/** `stated`: a team's total, and the target says whose. */
function teamTotal(bare: string): 'home' | 'away' | 'stated' | null {
  if (!/\b(?:teams?|home|away)\b/.test(bare)) return null;
  const counted = bare
    .replace(/\b(?:by|for)? ?(?:the )?(?:(?:home|away) )?team\b|\b(?:home(?! runs?\b)|away)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (mainMarket(counted) !== 'total' && !SCORE_UNITS.has(counted)) return null;
  return /\bhome\b/.test(bare) ? 'home' : /\baway\b/.test(bare) ? 'away' : 'stated';
}

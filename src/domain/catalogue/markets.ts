/** A market's canonical key: the same for every sportsbook, e.g. `moneyline`. Unknown markets keep their own name. */
export type MarketKey = string;

/** The main markets of a whole game. */
export type MainMarketKey = 'moneyline' | 'spread' | 'total';

/** The markets that the odds screen can show as one row a game. */
export const MAIN_MARKETS = [
  { key: 'moneyline', label: 'Moneyline' },
  { key: 'spread', label: 'Spread' },
  { key: 'total', label: 'Total' },
] as const;

/**
 * What sportsbooks call the main markets of a whole game, in lower case without punctuation. Qualified names
 * (`1st Half Total`, `Team Total`, `Alternate Spread`) are other markets and stay apart.
 */
const SYNONYMS: Readonly<Record<string, MainMarketKey>> = {
  moneyline: 'moneyline',
  'money line': 'moneyline',
  ml: 'moneyline',
  'match winner': 'moneyline',
  'match odds': 'moneyline',
  'match betting': 'moneyline',
  'head to head': 'moneyline',
  h2h: 'moneyline',
  'to win match': 'moneyline',
  'to win the match': 'moneyline',
  'to win game': 'moneyline',
  'bout winner': 'moneyline',
  'bout odds': 'moneyline',
  'fight result': 'moneyline',
  'win draw win': 'moneyline',
  'match result': 'moneyline',
  'full time result': 'moneyline',
  'game winner': 'moneyline',
  'fight winner': 'moneyline',
  'to win': 'moneyline',
  winner: 'moneyline',
  '1x2': 'moneyline',
  spread: 'spread',
  'point spread': 'spread',
  'game spread': 'spread',
  'points spread': 'spread',
  'point handicap': 'spread',
  'points handicap': 'spread',
  'run line': 'spread',
  'run spread': 'spread',
  'run handicap': 'spread',
  runline: 'spread',
  'puck line': 'spread',
  puckline: 'spread',
  'puck spread': 'spread',
  'goal line': 'spread',
  'goal spread': 'spread',
  'goal handicap': 'spread',
  'goals handicap': 'spread',
  'games spread': 'spread',
  'round spread': 'spread',
  'round handicap': 'spread',
  'rounds handicap': 'spread',
  'match handicap': 'spread',
  'game handicap': 'spread',
  'games handicap': 'spread',
  handicap: 'spread',
  'asian handicap': 'spread',
  total: 'total',
  totals: 'total',
  'game total': 'total',
  'total points': 'total',
  'total goals': 'total',
  'total runs': 'total',
  'total games': 'total',
  'total rounds': 'total',
  'total maps': 'total',
  'match total': 'total',
  'match goals': 'total',
  'total match goals': 'total',
  'total match points': 'total',
  'points total': 'total',
  'goals total': 'total',
  'runs total': 'total',
  'goals over under': 'total',
  'points over under': 'total',
  'runs over under': 'total',
  'games over under': 'total',
  'rounds over under': 'total',
  'over under goals': 'total',
  'over under points': 'total',
  'over under runs': 'total',
  'total goals over under': 'total',
  'total points over under': 'total',
  'total runs over under': 'total',
  'total games over under': 'total',
  'total rounds over under': 'total',
  'game totals': 'total',
  'asian total': 'total',
  'asian goal line': 'total',
  'over under': 'total',
};

/** The main market that plain words (lower case, no punctuation) name; `undefined` for every other market. */
export function mainMarket(words: string): MainMarketKey | undefined {
  return Object.hasOwn(SYNONYMS, words) ? SYNONYMS[words] : undefined;
}

/** The canonical key of a market that a sportsbook names; the name itself where the table does not know it. */
export function canonicalMarket(name: string): MarketKey {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return mainMarket(plain) ?? name;
}

/** A market's canonical key: the same for every sportsbook, e.g. `moneyline`. Unknown markets keep their own name. */
export type MarketKey = string;

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
const SYNONYMS: Readonly<Record<string, MarketKey>> = {
  moneyline: 'moneyline',
  'money line': 'moneyline',
  ml: 'moneyline',
  'match winner': 'moneyline',
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
  'run line': 'spread',
  runline: 'spread',
  'puck line': 'spread',
  puckline: 'spread',
  'goal line': 'spread',
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
  'over under': 'total',
};

/** The canonical key of a market that a sportsbook names; the name itself where the table does not know it. */
export function canonicalMarket(name: string): MarketKey {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return Object.hasOwn(SYNONYMS, plain) ? SYNONYMS[plain]! : name;
}

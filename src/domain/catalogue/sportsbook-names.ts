import { CONSENSUS } from './consensus.ts';

/** Names as the sportsbooks write them, by the provider's id; in the order in which columns stand. */
const NAMES: Readonly<Record<string, string>> = {
  pinnacle: 'Pinnacle',
  circa: 'Circa',
  draftkings: 'DraftKings',
  fanduel: 'FanDuel',
  betmgm: 'BetMGM',
  caesars: 'Caesars',
  betrivers: 'BetRivers',
  espnbet: 'ESPN BET',
  thescore: 'theScore Bet',
  fanatics: 'Fanatics',
  hardrock: 'Hard Rock',
  bet365: 'bet365',
  ballybet: 'Bally Bet',
  betparx: 'betPARX',
  bovada: 'Bovada',
  betonline: 'BetOnline',
  bookmaker: 'Bookmaker',
  betus: 'BetUS',
  mybookie: 'MyBookie',
  lowvig: 'LowVig',
  betway: 'Betway',
  unibet: 'Unibet',
  williamhill: 'William Hill',
  wynnbet: 'WynnBET',
  superbook: 'SuperBook',
  prophetx: 'ProphetX',
  novig: 'Novig',
  sporttrade: 'Sporttrade',
  kalshi: 'Kalshi',
  polymarket: 'Polymarket',
  prizepicks: 'PrizePicks',
  underdog: 'Underdog',
  sleeper: 'Sleeper',
  fliff: 'Fliff',
  rebet: 'Rebet',
  stake: 'Stake',
  onexbet: '1xBet',
  [CONSENSUS]: 'Consensus',
};

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(NAMES).map((id, rank) => [id, rank]));

/** A state's edition of a sportsbook, e.g. `draftkings_nj`. */
const STATE_EDITION = /^(.+)[_-]([a-z]{2})$/i;

/** The name of a sportsbook for people; an unknown id with its words capitalised. */
export function sportsbookName(id: string): string {
  const known = knownName(id);
  if (known !== undefined) return known;
  const [, edition = '', state = ''] = STATE_EDITION.exec(id) ?? [];
  const base = knownName(edition);
  if (base !== undefined) return `${base} ${state.toUpperCase()}`;
  return id.replace(/[_-]+/g, ' ').replace(/(^|\s)\p{Ll}/gu, (start) => start.toUpperCase());
}

function knownName(id: string): string | undefined {
  const plain = plainId(id);
  return ORDER.has(plain) ? NAMES[plain] : undefined;
}

/** Order of two sportsbooks as the user chose it; those not named stand behind, in the product's order. */
export function sportsbookOrderOf(own: readonly string[]): (left: string, right: string) => number {
  const placeOf = new Map(own.map((id, place) => [id, place]));
  const place = (id: string) => placeOf.get(id) ?? own.length;
  return (left, right) => place(left) - place(right) || compareSportsbooks(left, right);
}

/** Order of two sportsbooks as columns: known ones in the table's order, others by name, consensus last. */
export function compareSportsbooks(left: string, right: string): number {
  return rank(left) - rank(right) || left.localeCompare(right);
}

function rank(id: string): number {
  const plain = plainId(id);
  if (plain === CONSENSUS) return Number.MAX_SAFE_INTEGER;
  return ORDER.get(plain) ?? ORDER.size;
}

function plainId(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '');
}

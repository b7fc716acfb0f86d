import { canonicalMarket, MAIN_MARKETS } from './markets.ts';

/** Outcomes of one game at one sportsbook with all its markets: the middle of what full games carry (600 to 900). */
const OUTCOMES_A_GAME = 750;
/** Outcomes of one main market (two sides; the draw that some sports have does not weigh). */
const OUTCOMES_A_MAIN_MARKET = 2;
/** One outcome as the provider writes it in a snapshot. Unit: bytes of JSON, a mean over whole snapshots. */
const BYTES_AN_OUTCOME = 280;

const MAIN_KEYS: ReadonlySet<string> = new Set(MAIN_MARKETS.map(({ key }) => key));

/** What is asked for, as counts and market names. */
export interface Ask {
  readonly games: number;
  readonly sportsbooks: number;
  /** The chosen markets; `null` = all of them. */
  readonly markets: readonly string[] | null;
  /** Every market that could be chosen. */
  readonly offeredMarkets: readonly string[];
}

/** The size of an ask: an upper bound, since few games stand with all markets at all sportsbooks. */
export interface AskSize {
  readonly selections: number;
  readonly snapshotBytes: number;
}

/**
 * How much an ask may bring: games x sportsbooks x outcomes a game. All markets are about 750 outcomes; chosen ones are
 * their share of that, where a main market (moneyline, spread, total) counts 2 outcomes and the others share the
 * rest evenly. Monotonous: to choose more is never to get less.
 */
export function estimateAsk({ games, sportsbooks, markets, offeredMarkets }: Ask): AskSize {
  const outcomes = markets === null ? OUTCOMES_A_GAME : outcomesOf(markets, offeredMarkets);
  const selections = Math.ceil(games * sportsbooks * outcomes);
  return { selections, snapshotBytes: selections * BYTES_AN_OUTCOME };
}

/** Main markets are counted once by key: a sportsbook calls each of them by one of its names. */
function outcomesOf(chosen: readonly string[], offered: readonly string[]): number {
  const main = mainOutcomes(chosen);
  const others = offered.filter((name) => !isMain(name)).length;
  if (others === 0) return main;
  const share = Math.min(1, chosen.filter((name) => !isMain(name)).length / others);
  return main + share * (OUTCOMES_A_GAME - mainOutcomes(offered));
}

function mainOutcomes(names: readonly string[]): number {
  const keys = new Set(names.filter(isMain).map(canonicalMarket));
  return keys.size * OUTCOMES_A_MAIN_MARKET;
}

function isMain(name: string): boolean {
  return MAIN_KEYS.has(canonicalMarket(name));
}

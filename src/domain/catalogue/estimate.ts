import { canonicalMarket, MAIN_MARKETS } from './markets.ts';

/** Outcomes of one game at one sportsbook with all its markets, until the feed tells: the middle of full games (600 to 900). */
const OUTCOMES_A_GAME = 750;
/** Games at sportsbooks that have to stand on the board before their mean tells anything. */
const ENOUGH_LISTINGS = 10;
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
  /** Outcomes that a game has at a sportsbook with all its markets, see `outcomesAGame`. */
  readonly outcomesAGame: number;
}

/**
 * How many outcomes a game really has at a sportsbook with all its markets: the mean of what the feed brought. Where
 * the feed is narrowed to some markets, or has brought too little, a usual figure.
 */
export function outcomesAGame(board: {
  readonly selections: number;
  readonly listings: number;
  readonly hasAllMarkets: boolean;
}): number {
  const { selections, listings, hasAllMarkets } = board;
  return hasAllMarkets && listings >= ENOUGH_LISTINGS ? Math.ceil(selections / listings) : OUTCOMES_A_GAME;
}

/** The size of an ask: an upper bound, since few games stand with all markets at all sportsbooks. */
export interface AskSize {
  readonly selections: number;
  readonly snapshotBytes: number;
}

/**
 * How much an ask may bring: games x sportsbooks x outcomes a game. Chosen markets are their share of all, where a main market (moneyline, spread, total) counts 2 outcomes and the others share the
 * rest evenly. Monotonous: to choose more is never to get less.
 */
export function estimateAsk(ask: Ask): AskSize {
  const selections = Math.ceil(ask.games * ask.sportsbooks * outcomesOf(ask));
  return { selections, snapshotBytes: selections * BYTES_AN_OUTCOME };
}

/** Main markets are counted once by key: a sportsbook calls each of them by one of its names. */
function outcomesOf({ markets: chosen, offeredMarkets: offered, outcomesAGame: all }: Ask): number {
  if (chosen === null) return all;
  const main = mainOutcomes(chosen);
  const others = offered.filter((name) => !isMain(name)).length;
  if (others === 0) return main;
  const share = Math.min(1, chosen.filter((name) => !isMain(name)).length / others);
  return main + share * Math.max(0, all - mainOutcomes(offered));
}

function mainOutcomes(names: readonly string[]): number {
  const keys = new Set(names.filter(isMain).map(canonicalMarket));
  return keys.size * OUTCOMES_A_MAIN_MARKET;
}

function isMain(name: string): boolean {
  return MAIN_KEYS.has(canonicalMarket(name));
}

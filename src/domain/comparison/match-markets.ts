import type { Board } from '../board/board.ts';
import type { BetIdentity } from '../identity/selection/selection-identity.ts';
import type { ReadBet } from './listing-bets.ts';

/** A market of a match: one question, and every selection that answers it, at whatever sportsbook. */
export interface Market {
  /** As `BetIdentity.market`: unique within the match. */
  readonly key: string;
  readonly kind: BetIdentity['kind'];
  readonly period: string;
  /** How many sides make it complete, exactly one of them winning; `null` where that is not known. */
  readonly ways: 2 | 3 | null;
  /** What is offered by side (`home`, `over`, …); no side is empty. */
  readonly sides: ReadonlyMap<string, SideOffers>;
  /** The same question at other lines, this one included. */
  readonly family: MarketFamily;
}

/** The selections of one side, in any order, and the numbers of their sportsbooks beside them. */
export interface SideOffers {
  readonly selections: readonly number[];
  readonly sportsbooks: readonly number[];
}

/** The markets of a match that differ by nothing but their line. */
export interface MarketFamily {
  /** What their keys have in common. */
  readonly key: string;
  readonly kind: BetIdentity['kind'];
  readonly markets: readonly Market[];
  /** Its selections by the number of their listing; kept of those with a main line alone, see `hasMainLine`. */
  readonly offers: ReadonlyMap<number, readonly number[]>;
}

interface OpenMarket extends Market {
  readonly sides: Map<string, { readonly selections: number[]; readonly sportsbooks: number[] }>;
  readonly family: OpenFamily;
}

interface OpenFamily extends MarketFamily {
  readonly markets: OpenMarket[];
  readonly offers: Map<number, number[]>;
}

/** Where a selection stands. */
export interface MarketPlace {
  readonly market: Market;
  readonly side: string;
}

/** The markets of one match, kept selection by selection. */
export class MatchMarkets {
  readonly #board: Board;
  readonly #markets = new Map<string, OpenMarket>();
  readonly #families = new Map<string, OpenFamily>();

  constructor(board: Board) {
    this.#board = board;
  }

  /** By their keys. */
  get markets(): ReadonlyMap<string, Market> {
    return this.#markets;
  }

  /** By what their keys have in common, see `ReadBet.family`. */
  get families(): ReadonlyMap<string, MarketFamily> {
    return this.#families;
  }

  /** A selection is this bet from now on. One that stands there already stays. */
  join(selection: number, bet: ReadBet): void {
    const number = this.#board.selections.listing(selection);
    const { sportsbook } = this.#board.listings.at(number)!;
    const { sides, family } = this.#markets.get(bet.market) ?? this.#open(bet);
    const offers = sides.get(bet.side);
    if (offers === undefined) sides.set(bet.side, { selections: [selection], sportsbooks: [sportsbook] });
    else if (offers.selections.includes(selection)) return;
    else {
      offers.selections.push(selection);
      offers.sportsbooks.push(sportsbook);
    }
    if (!hasMainLine(bet)) return;
    const ofListing = family.offers.get(number);
    if (ofListing === undefined) family.offers.set(number, [selection]);
    else ofListing.push(selection);
  }

  /** A selection that was this bet is it no longer. */
  leave(selection: number, bet: BetIdentity): void {
    const market = this.#markets.get(bet.market);
    const offers = market?.sides.get(bet.side);
    const at = offers?.selections.indexOf(selection) ?? -1;
    if (market === undefined || offers === undefined || at === -1) return;
    const { key, sides, family } = market;
    offers.selections.splice(at, 1);
    offers.sportsbooks.splice(at, 1);
    if (offers.selections.length === 0) sides.delete(bet.side);
    const number = this.#board.selections.listing(selection);
    const ofListing = family.offers.get(number);
    ofListing?.splice(ofListing.indexOf(selection), 1);
    if (ofListing?.length === 0) family.offers.delete(number);
    if (sides.size > 0) return;
    this.#markets.delete(key);
    // the family stays: a line that goes comes back as another one
    family.markets.splice(family.markets.indexOf(market), 1);
  }

  #open({ market: key, kind, period, ways, family: familyKey }: ReadBet): OpenMarket {
    const family: OpenFamily = this.#families.get(familyKey) ?? {
      key: familyKey,
      kind,
      markets: [],
      offers: new Map(),
    };
    const market: OpenMarket = { key, kind, period, ways, sides: new Map(), family };
    this.#families.set(familyKey, family);
    family.markets.push(market);
    this.#markets.set(key, market);
    return market;
  }
}

/** Whether a bet is of a market with a main line: a spread or a total with two sides. */
export function hasMainLine({ ways, kind }: Pick<BetIdentity, 'ways' | 'kind'>): boolean {
  return ways === 2 && (kind === 'spread' || kind === 'total');
}

/** The line of one side of a market; `null` where it has none. A spread's key bears the home team's. */
export function lineOf(market: string, { key, kind }: MarketFamily, side: string): number | null {
  const text = market.slice(key.length);
  const line = text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(line)) return null;
  return kind === 'spread' && side === 'away' ? 0 - line : line;
}

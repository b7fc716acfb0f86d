import {
  type BetIdentity,
  betIdentity,
  namesWithDraw,
  type SelectionGame,
  type SelectionParts,
} from '../identity/selection/selection-identity.ts';
import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';
import type { Board } from './board.ts';
import type { Fixtures } from './fixtures.ts';
import { NONE } from './selections.ts';

/** Identities remembered between two readings; beyond that all are forgotten at once. */
const MOST_REMEMBERED = 100_000;

/** What sportsbooks pay for one market of a match now: only prices that are current and offered. */
export interface MarketPrices {
  /** How many sides make the market complete; `null` where that is not known. */
  readonly ways: BetIdentity['ways'];
  /** Prices by side, by the provider's id of the sportsbook. */
  readonly bySportsbook: ReadonlyMap<string, ReadonlyMap<string, AmericanOdds>>;
}

interface FoundPrices extends MarketPrices {
  readonly bySportsbook: Map<string, Map<string, AmericanOdds>>;
}

/** Reads markets of a match off the board. Texts that were read before cost a look-up. */
export class MarketReader {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #identities = new Map<string, BetIdentity | null>();

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#fixtures = fixtures;
  }

  /** Some markets of a match, each by its key (`BetIdentity.market`). Sides are the match's, whatever a label says. */
  read(match: number, markets: ReadonlySet<string>): ReadonlyMap<string, MarketPrices> {
    const found = new Map<string, FoundPrices>();
    for (const [, listing] of this.#board.listings.onBoard()) {
      if (this.#fixtures.matchOf(listing.game) !== match) continue;
      const sportsbook = this.#board.sportsbooks.at(listing.sportsbook);
      const parts = [...offered(this.#board, listing.head)];
      const game = {
        ...this.#board.games.at(listing.game),
        isFlipped: this.#fixtures.isFlipped(listing.game),
        withDraw: namesWithDraw(parts),
      };
      for (const part of parts) {
        const bet = this.#identity(part, game);
        if (bet === null || !markets.has(bet.market)) continue;
        const market = found.get(bet.market) ?? { ways: bet.ways, bySportsbook: new Map() };
        found.set(bet.market, market);
        const sides = market.bySportsbook.get(sportsbook) ?? new Map<string, AmericanOdds>();
        market.bySportsbook.set(sportsbook, sides);
        if (!sides.has(bet.side)) sides.set(bet.side, part.american);
      }
    }
    return found;
  }

  #identity(parts: SelectionParts, game: SelectionGame): BetIdentity | null {
    const hasDraw = parts.name !== null && game.withDraw?.has(parts.name);
    const { name, line, overUnder, target } = parts;
    const key = JSON.stringify([game.label, game.isFlipped, hasDraw, name, line, overUnder, target]);
    const known = this.#identities.get(key);
    if (known !== undefined) return known;
    if (this.#identities.size >= MOST_REMEMBERED) this.#identities.clear();
    const bet = betIdentity(parts, game);
    this.#identities.set(key, bet);
    return bet;
  }
}

function* offered(
  board: Board,
  head: number,
): Iterable<SelectionParts & { readonly american: AmericanOdds }> {
  const { selections } = board;
  for (let selection = head; selection !== NONE; selection = selections.next(selection)) {
    const american = selections.american(selection);
    if (american === NOT_OFFERED || !board.isConfirmed(selection)) continue;
    yield {
      name: selections.name(selection),
      line: selections.line(selection),
      overUnder: selections.overUnder(selection),
      target: selections.target(selection),
      american: american as AmericanOdds,
    };
  }
}

import type { Board } from '../board/board.ts';
import type { Market } from '../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';

/** What sportsbooks pay for the sides of one market: only prices that are current and offered. */
export interface MarketPrices {
  readonly ways: Market['ways'];
  /** Prices by side, by the provider's id of the sportsbook. */
  readonly bySportsbook: ReadonlyMap<string, ReadonlyMap<string, AmericanOdds>>;
}

/** Reads the prices of a market off the board. */
export function marketPrices(board: Board, { ways, sides }: Market): MarketPrices {
  const bySportsbook = new Map<string, Map<string, AmericanOdds>>();
  for (const [side, { selections }] of sides) {
    for (const selection of selections) {
      const american = board.selections.american(selection);
      if (american === NOT_OFFERED || !board.isConfirmed(selection)) continue;
      const sportsbook = board.sportsbookOf(selection);
      const prices = bySportsbook.get(sportsbook) ?? new Map<string, AmericanOdds>();
      bySportsbook.set(sportsbook, prices);
      if (!prices.has(side)) prices.set(side, american as AmericanOdds);
    }
  }
  return { ways, bySportsbook };
}

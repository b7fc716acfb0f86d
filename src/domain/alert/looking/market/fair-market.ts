import type { Board } from '../../../board/board.ts';
import type { Market } from '../../../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../../odds/american.ts';
import { type DevigMethod, fairProbabilities } from '../../../odds/fair/devig.ts';
import { blended } from '../../../odds/fair/value.ts';
import { addTo } from '../../watching/lists.ts';
import type { FamilyNews, MovedLeg } from './family-news.ts';

/** Fair probabilities by side. */
export type Fair = ReadonlyMap<string, number>;

/** The fair probability of each side of a market, blended over the sharp sportsbooks that quote all of it. */
export class FairMarket {
  readonly #weights: ReadonlyMap<string, number>;
  readonly #method: DevigMethod;

  /** `weights`: of the sharp sportsbooks, by name. */
  constructor(weights: ReadonlyMap<string, number>, method: DevigMethod) {
    this.#weights = weights;
    this.#method = method;
  }

  /** As it stands; `null` where none of them quotes all `ways`. */
  now(market: Market | null, ways: number, board: Board): Fair | null {
    return this.#fair(market, [], ways, board, (selection) => board.selections.american(selection));
  }

  /** As it stood before the fold that moved these legs of it. */
  before(market: Market | null, moved: readonly MovedLeg[], news: FamilyNews, ways: number, board: Board) {
    const gone = moved.filter(({ isGone }) => isGone);
    const priceOf = (selection: number) =>
      gone.find((leg) => leg.selection === selection)?.before ?? news.before(selection);
    return this.#fair(market, gone, ways, board, priceOf);
  }

  /** `gone`: legs that are of the market no longer, and count with what they paid. */
  #fair(
    market: Market | null,
    gone: readonly MovedLeg[],
    ways: number,
    board: Board,
    priceOf: (selection: number) => number,
  ): Fair | null {
    const sources = new Map<string, { probability: number; weight: number }[]>();
    for (const [sportsbook, weight] of this.#weights) {
      const number = board.sportsbooks.find(sportsbook);
      const quote = new Map<string, AmericanOdds>();
      const take = (side: string, price: number) => {
        if (price !== NOT_OFFERED && !quote.has(side)) quote.set(side, price as AmericanOdds);
      };
      for (const [side, { selections, sportsbooks }] of market?.sides ?? [])
        for (let at = 0; at < selections.length; at += 1)
          if (sportsbooks[at] === number && board.isConfirmed(selections[at]!))
            take(side, priceOf(selections[at]!));
      for (const leg of gone) if (leg.sportsbook === number) take(leg.bet.side, leg.before);
      const fair = quote.size === ways ? fairProbabilities([...quote.values()], this.#method) : null;
      if (fair === null) continue;
      for (const [at, side] of [...quote.keys()].entries())
        addTo(sources, side, { probability: fair[at]!, weight });
    }
    if (sources.size === 0) return null;
    return new Map([...sources].map(([side, of]) => [side, blended(of)!]));
  }
}

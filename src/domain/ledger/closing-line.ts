import { CONSENSUS } from '../catalogue/consensus.ts';
import { withoutMargin } from '../odds/no-vig.ts';
import type { MarketPrices } from './market-prices.ts';
import type { ClosingLine } from './noted-bet.ts';

/** The part of a closing line that prices say. */
export type QuotedLine = Pick<ClosingLine, 'american' | 'fairProbability' | 'sportsbooks'>;

/** What a market says of one bet in it: its price at the sportsbook, and what sides without margin say on average. */
export function quotedLine(prices: MarketPrices | undefined, sportsbook: string, side: string): QuotedLine {
  const fair: number[] = [];
  for (const [book, sides] of prices?.bySportsbook ?? []) {
    if (book === CONSENSUS || sides.size !== prices?.ways) continue;
    const at = [...sides.keys()].indexOf(side);
    const probability = withoutMargin([...sides.values()])?.[at];
    if (probability !== undefined) fair.push(probability);
  }
  return {
    american: prices?.bySportsbook.get(sportsbook)?.get(side) ?? null,
    fairProbability: fair.length === 0 ? null : fair.reduce((sum, each) => sum + each, 0) / fair.length,
    sportsbooks: fair.length,
  };
}

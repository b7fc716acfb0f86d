import { toDecimal } from '../odds/convert.ts';
import { centsOf } from '../odds/price-move.ts';
import type { NotedBet } from './noted-bet.ts';

/** How much better a bet's price was than the last one before the start. Above 0 = the bet was worth more. */
export interface ClosingValue {
  /** Against the same sportsbook's last price. Unit: fraction of the stake; `null` = it had none. */
  readonly atBook: number | null;
  /** The same in cents of American odds: from -110 to -120 is 10, from +105 to -105 is 10. */
  readonly cents: number | null;
  /** Against the probability without margin: expected profit per stake. Unit: fraction; `null` = not known. */
  readonly noVig: number | null;
}

/** The closing-line value of a bet; `null` while it has no closing line. */
export function closingValue({
  american,
  closing,
}: Pick<NotedBet, 'american' | 'closing'>): ClosingValue | null {
  if (closing === null) return null;
  const paid = toDecimal(american);
  return {
    atBook: closing.american === null ? null : paid / toDecimal(closing.american) - 1,
    cents: closing.american === null ? null : centsOf(american) - centsOf(closing.american),
    noVig: closing.fairProbability === null ? null : paid * closing.fairProbability - 1,
  };
}

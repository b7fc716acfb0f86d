import type { BetIdentity } from '../../identity/selection/selection-identity.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { centsOf } from '../../odds/price-move.ts';
import type { PriceRule } from '../rule/rule.ts';
import { priceWords } from './words.ts';

/** How far a price is past the target of a rule, in cents; below 0 where it has not reached it, `null` where there is none. */
export function pastTarget({ price, reach }: PriceRule, american: number): number | null {
  if (american === NOT_OFFERED) return null;
  const past = centsOf(american as AmericanOdds) - centsOf(price as AmericanOdds);
  return reach === 'at-most' ? -past : past;
}

/** Whether a bet's line is the wanted one or better for the bettor. */
export function isLineGood(wanted: number, { line, side }: Pick<BetIdentity, 'line' | 'side'>): boolean {
  if (line === null) return false;
  return side === 'over' ? line <= wanted : line >= wanted;
}

/** What is waited for, in words: `+150 or more`. */
export function wantedWords({ price, reach, line }: PriceRule): string {
  const at = line === undefined ? '' : ` at ${line} or a better line`;
  return `${priceWords(price)} or ${reach === 'at-most' ? 'less' : 'more'}${at}`;
}

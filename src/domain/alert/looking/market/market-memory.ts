import type { Market, SideOffers } from '../../../comparison/match-markets.ts';
import type { CompiledRule } from '../../watching/compiled-rule.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FamilyNews } from './family-news.ts';

/** Markets remembered a rule; beyond that all are forgotten. */
const MOST_KNOWN = 20_000;

interface Known<Value> {
  readonly value: Value;
  readonly continuity: number;
}

/**
 * What a rule has worked out of whole markets, so that a change that can't alter it costs no look at all their prices. It
 * holds on one connection, for as long as no price of its match changed that rules were not shown.
 */
export class MarketMemory<Value> {
  readonly #known = new Map<Market, Known<Value>>();

  get(market: Market, { continuity }: FamilyNews): Value | undefined {
    const known = this.#known.get(market);
    return known?.continuity === continuity ? known.value : undefined;
  }

  set(market: Market, value: Value, { continuity }: FamilyNews): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(market, { value, continuity });
  }

  forget(market: Market): void {
    this.#known.delete(market);
  }
}

/** Whether a rule is shown every change of what some sportsbooks, by number, offer on these sides: only then may it remember. */
export function seesAll(
  sides: Iterable<SideOffers>,
  isAt: (sportsbook: number) => boolean,
  watcher: CompiledRule,
  { isShown }: Surroundings,
): boolean {
  for (const { selections, sportsbooks } of sides)
    for (let at = 0; at < selections.length; at += 1)
      if (isAt(sportsbooks[at]!) && !isShown(selections[at]!, watcher)) return false;
  return true;
}

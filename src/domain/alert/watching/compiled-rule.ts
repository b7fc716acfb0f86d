import { CONSENSUS } from '../../catalogue/consensus.ts';
import type { AmericanOdds } from '../../odds/american.ts';
import { comparePrices } from '../../odds/convert.ts';
import type { Watchlist } from '../../watchlist/watchlist.ts';
import { activeHours } from '../rule/active-hours.ts';
import type { Rule } from '../rule/rule.ts';
import { type Scope, scopesOf, wholeMarkets } from './scope.ts';

/** A rule made ready to be asked many times a second. */
export class CompiledRule {
  readonly rule: Rule;
  readonly scopes: readonly Scope[];
  /** The whole markets of what it looks at in part, for a rule that compares what is offered in a market. */
  readonly wholeMarkets: readonly Scope[];
  readonly #sportsbooks: ReadonlySet<string> | null;
  readonly #expiresAtMs: number;
  readonly #isHour: (atMs: number) => boolean;

  /** `watchlists`: those that the rule may name. */
  constructor(rule: Rule, watchlists: ReadonlyMap<string, Watchlist>) {
    this.rule = rule;
    this.scopes = scopesOf(rule.on, watchlists);
    this.wholeMarkets = this.scopes.flatMap((scope) => wholeMarkets(scope) ?? []);
    this.#sportsbooks = rule.sportsbooks === undefined ? null : new Set(rule.sportsbooks);
    this.#expiresAtMs = rule.expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(rule.expires);
    this.#isHour = rule.hours === undefined ? () => true : activeHours(rule.hours);
  }

  /** Whether it heeds a sportsbook. */
  heeds(sportsbook: string): boolean {
    return this.#sportsbooks === null || this.#sportsbooks.has(sportsbook);
  }

  /** Whether it heeds a sportsbook where one can bet: the pseudo-book is none. */
  mayBetAt(sportsbook: string): boolean {
    return sportsbook !== CONSENSUS && this.heeds(sportsbook);
  }

  /** Whether it names a sportsbook: as one of its own, or in what it looks at. */
  names(sportsbook: string): boolean {
    if (this.#sportsbooks?.has(sportsbook) === true) return true;
    return this.scopes.some((scope) => scope.sportsbook === sportsbook);
  }

  /** Whether it names sportsbooks. */
  get isChoosy(): boolean {
    return this.#sportsbooks !== null;
  }

  /** Whether it is on at this time. `startsAtMs`: of the game it is about, `null` where not known. Unix ms. */
  isAwake(atMs: number, startsAtMs: number | null): boolean {
    if (atMs >= this.#expiresAtMs || !this.#isHour(atMs)) return false;
    const { phase } = this.rule;
    if (phase === undefined || phase === 'both' || this.rule.kind === 'play') return true;
    const isInPlay = startsAtMs !== null && atMs >= startsAtMs;
    return isInPlay === (phase === 'in-play');
  }

  /** Whether a price is within the rule's bounds. */
  isPriceWanted(american: AmericanOdds): boolean {
    const { minPrice, maxPrice } = this.rule;
    if (minPrice !== undefined && comparePrices(american, minPrice as AmericanOdds) < 0) return false;
    return maxPrice === undefined || comparePrices(american, maxPrice as AmericanOdds) <= 0;
  }
}

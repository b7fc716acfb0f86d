import type { Names } from '../board/names.ts';
import type { Market } from '../comparison/match-markets.ts';
import { ArbitrageKind } from './kinds/arbitrage-kind.ts';
import { BestPriceKind } from './kinds/best-price-kind.ts';
import { EventKind } from './kinds/event-kind.ts';
import { LineKind } from './kinds/line-kind.ts';
import { MoveKind } from './kinds/move-kind.ts';
import { PlayKind } from './kinds/play-kind.ts';
import { PriceKind } from './kinds/price-kind.ts';
import { SteamKind } from './kinds/steam-kind.ts';
import { ValueKind } from './kinds/value-kind.ts';
import type { FamilyNews } from './looking/market/family-news.ts';
import type { OfferedLeg } from './looking/market/market-legs.ts';
import type { Surroundings, WatchedChange } from './looking/surroundings.ts';
import type { CompiledRule } from './watching/compiled-rule.ts';
import type { Scope } from './watching/scope.ts';

/** What notices for a rule that looks at one selection. */
interface SingleKind {
  selectionChanged(change: WatchedChange, around: Surroundings): void;
}

/** What notices for a rule that looks at a market over all sportsbooks. */
interface MarketKind {
  familyChanged(news: FamilyNews, around: Surroundings): void;
  /**
   * How high the price of a leg may be without it having to look at the market, as it stands after a look; `NO_CEILING` = each
   * change matters. It may be too low, but never too high. Unit: cents, see `centsOf`.
   */
  ceilingOf(leg: OfferedLeg, market: Market, news: FamilyNews, around: Surroundings): number;
}

/** A rule with what notices for it. A kind has the parts that it needs. */
export class ArmedRule {
  readonly watcher: CompiledRule;
  readonly scopes: readonly Scope[];
  readonly alsoSetOffBy: readonly Scope[];
  readonly single: SingleKind | null = null;
  readonly market: MarketKind | null = null;
  readonly line: LineKind | null = null;
  readonly event: EventKind | null = null;
  readonly play: PlayKind | null = null;
  readonly #levels: { spend(subject: string): void } | null = null;
  readonly #heeding: { heeds(sportsbook: string): boolean };

  /** `sportsbooks`: those of the board. */
  constructor(watcher: CompiledRule, sportsbooks: Names) {
    this.watcher = watcher;
    const { rule } = watcher;
    this.#heeding = watcher;
    switch (rule.kind) {
      case 'price': {
        if (rule.of === 'best') {
          const kind = new BestPriceKind(watcher, rule, sportsbooks);
          [this.market, this.#levels, this.#heeding] = [kind, kind, kind];
        } else {
          const kind = new PriceKind(watcher, rule);
          [this.single, this.#levels, this.#heeding] = [kind, kind, kind];
        }
        break;
      }
      case 'move':
        this.single = new MoveKind(watcher, rule);
        break;
      case 'steam': {
        const kind = new SteamKind(watcher, rule);
        [this.single, this.#heeding] = [kind, kind];
        break;
      }
      case 'value': {
        const kind = new ValueKind(watcher, rule, sportsbooks);
        [this.market, this.#levels, this.#heeding] = [kind, kind, kind];
        break;
      }
      case 'arbitrage': {
        const kind = new ArbitrageKind(watcher, rule, sportsbooks);
        [this.market, this.#levels] = [kind, kind];
        break;
      }
      case 'line':
        this.line = new LineKind(watcher, rule);
        break;
      case 'event':
        this.event = new EventKind(watcher, rule);
        break;
      case 'play':
        this.play = new PlayKind(watcher, rule);
        break;
    }
    this.scopes = watcher.scopes;
    this.alsoSetOffBy = this.market === null ? [] : watcher.wholeMarkets;
  }

  /** Whether a change at a sportsbook concerns it. */
  heeds(sportsbook: string): boolean {
    return this.#heeding.heeds(sportsbook);
  }

  /** It told of a subject in an earlier run. */
  spend(subject: string): void {
    this.#levels?.spend(subject);
  }

  /** How far back it looks at prices. Unit: ms. */
  get looksBackMs(): number {
    const { rule } = this.watcher;
    return rule.kind === 'move' || rule.kind === 'steam' ? rule.withinS * 1000 : 0;
  }
}

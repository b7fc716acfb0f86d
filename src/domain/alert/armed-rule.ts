import { ArbitrageKind } from './kinds/arbitrage-kind.ts';
import { EventKind } from './kinds/event-kind.ts';
import { LineKind } from './kinds/line-kind.ts';
import { MoveKind } from './kinds/move-kind.ts';
import { PlayKind } from './kinds/play-kind.ts';
import { PriceKind } from './kinds/price-kind.ts';
import { SteamKind } from './kinds/steam-kind.ts';
import { ValueKind } from './kinds/value-kind.ts';
import type { TouchedMarket } from './looking/market-legs.ts';
import type { Surroundings, WatchedChange } from './looking/surroundings.ts';
import type { CompiledRule } from './watching/compiled-rule.ts';
import type { Scope } from './watching/scope.ts';

/** A rule with what notices for it. A kind has the parts that it needs. */
export class ArmedRule {
  /** Tells it from every other. */
  readonly number: number;
  readonly watcher: CompiledRule;
  readonly scopes: readonly Scope[];
  /** Looks at one selection. */
  readonly single: { selectionChanged(change: WatchedChange, around: Surroundings): void } | null = null;
  /** Looks at a market over all sportsbooks. */
  readonly market: { marketChanged(market: TouchedMarket, around: Surroundings): void } | null = null;
  readonly line: LineKind | null = null;
  readonly event: EventKind | null = null;
  readonly play: PlayKind | null = null;
  readonly #levels: { spend(subject: string): void } | null = null;
  readonly #alsoHeeds: { heeds(sportsbook: string): boolean } | null = null;

  constructor(number: number, watcher: CompiledRule) {
    this.number = number;
    this.watcher = watcher;
    this.scopes = watcher.scopes;
    const { rule } = watcher;
    switch (rule.kind) {
      case 'price': {
        const kind = new PriceKind(watcher, rule);
        this.#levels = kind;
        if (kind.isOfMarket) this.market = kind;
        else this.single = kind;
        break;
      }
      case 'move':
        this.single = new MoveKind(watcher, rule);
        break;
      case 'steam':
        this.single = new SteamKind(watcher, rule);
        break;
      case 'value': {
        const kind = new ValueKind(watcher, rule);
        [this.market, this.#levels, this.#alsoHeeds] = [kind, kind, kind];
        break;
      }
      case 'arbitrage': {
        const kind = new ArbitrageKind(watcher, rule);
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
  }

  /** Whether a change at a sportsbook concerns it. */
  heeds(sportsbook: string): boolean {
    return this.watcher.heeds(sportsbook) || this.#alsoHeeds?.heeds(sportsbook) === true;
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

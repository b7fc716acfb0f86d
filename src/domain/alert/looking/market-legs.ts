import { CONSENSUS } from '../../catalogue/consensus.ts';
import type { Market } from '../../comparison/match-markets.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { familyOf, lineOf, type WatchedBet } from '../watching/watched-bets.ts';
import type { Surroundings } from './surroundings.ts';

/** A selection as one leg among those of its market. Prices are `NOT_OFFERED` where they are none or not current. */
export interface MarketLeg {
  readonly selection: number;
  readonly sportsbook: string;
  readonly bet: WatchedBet;
  readonly before: number;
  readonly after: number;
  /** Since its sportsbook stated it last; `null` = too long ago to tell. Unit: ms. */
  readonly ageMs: number | null;
}

/** A market of which a fold changed something, as one rule sees it. */
export class TouchedMarket {
  readonly match: number;
  /** The market's key, see `BetIdentity.market`. */
  readonly key: string;
  /** The game of the change, and a label that stays the same for the match while it is on the board. */
  readonly game: number;
  readonly label: string;
  /** The selection whose change was the first in this fold. */
  readonly trigger: number;
  readonly #around: Surroundings;
  readonly #watcher: CompiledRule;

  constructor(around: Surroundings, watcher: CompiledRule, match: number, key: string, trigger: number) {
    this.#around = around;
    this.#watcher = watcher;
    this.match = match;
    this.key = key;
    this.trigger = trigger;
    const { board } = around;
    this.game = board.listings.at(board.selections.listing(trigger))!.game;
    this.label = board.games.at(around.firstGameOf(this.game)).label;
  }

  /** The sides that some sportsbook has. */
  sides(): ReadonlySet<string> {
    return new Set(this.all().map(({ bet }) => bet.side));
  }

  /** Every leg of the market, those of all sportsbooks. */
  all(): readonly MarketLeg[] {
    return this.#legs(this.key);
  }

  /**
   * The legs of one side that can be bet at the rule's sportsbooks. `isLineGood`: over all lines of the market, those it
   * takes; `null` = this line alone.
   */
  legs(side: string, isLineGood: ((bet: WatchedBet) => boolean) | null): readonly MarketLeg[] {
    const legs = isLineGood === null ? this.all() : this.family().filter(({ bet }) => isLineGood(bet));
    return legs.filter((leg) => leg.bet.side === side && this.isBettable(leg));
  }

  /** The legs of all lines of this market. */
  family(): readonly MarketLeg[] {
    const family = familyOf(this.key);
    const legs: MarketLeg[] = [];
    for (const key of this.#around.bets.marketsOf(this.match).keys())
      if (key.startsWith(family) && familyOf(key) === family) legs.push(...this.#legs(key));
    return legs;
  }

  /** Several rules look at one market: it is read once a fold. */
  #legs(key: string): readonly MarketLeg[] {
    const { legs, bets } = this.#around;
    const at = `${this.match}|${key}`;
    const known = legs.get(at);
    if (known !== undefined) return known;
    const market = bets.marketsOf(this.match).get(key);
    const read = market === undefined ? [] : legsOf(this.#around, market);
    legs.set(at, read);
    return read;
  }

  /** Whether the rule may bet there: a pseudo-book never is a leg. */
  isBettable({ sportsbook }: MarketLeg): boolean {
    return sportsbook !== CONSENSUS && this.#watcher.heeds(sportsbook);
  }
}

/** The legs of a market that the current connection has stated. */
function legsOf({ board, nowMs, previousOf }: Surroundings, market: Market): MarketLeg[] {
  const legs: MarketLeg[] = [];
  for (const [side, selections] of market.sides) {
    const bet = { market, side, line: lineOf(market, side) };
    for (const selection of selections) {
      if (!board.isConfirmed(selection)) continue;
      const statedAtMs = board.statedAtMs(selection);
      legs.push({
        selection,
        sportsbook: board.sportsbookOf(selection),
        bet,
        before: previousOf(selection),
        after: board.selections.american(selection),
        ageMs: statedAtMs === null ? null : Math.max(0, nowMs - statedAtMs),
      });
    }
  }
  return legs;
}

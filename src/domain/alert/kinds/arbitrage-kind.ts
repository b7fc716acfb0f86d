import { priceOrNull } from '../../board/describe.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { comparePrices } from '../../odds/convert.ts';
import { balancedStakes, sureReturnPct } from '../../odds/fair/arbitrage.ts';
import { totalStakeOf } from '../../odds/fair/stake.ts';
import { exact } from '../../odds/price-move.ts';
import type { LegStake } from '../finding.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import type { MarketLeg, TouchedMarket } from '../looking/market-legs.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { ArbitrageRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';

/** Notices when all sides of a market can be bet with a sure return, or two lines leave a middle between them. */
export class ArbitrageKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & ArbitrageRule;
  readonly #levels: LevelWatch;

  constructor(watcher: CompiledRule, rule: Rule & ArbitrageRule) {
    this.#watcher = watcher;
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, false);
  }

  spend(subject: string): void {
    this.#levels.spend(subject);
  }

  marketChanged(market: TouchedMarket, around: Surroundings): void {
    if (this.#rule.find === 'middle') this.#findMiddles(market, around);
    else this.#findArbitrage(market, around);
  }

  #findArbitrage(market: TouchedMarket, around: Surroundings): void {
    const all = market.all();
    const ways = all[0]?.bet.market.ways ?? null;
    if (ways === null) return;
    const legs = all.filter((leg) => market.isBettable(leg));
    const after = this.#best(legs, ways, 'after');
    const before = () => this.#best(legs, ways, 'before');
    this.#note(market, around, `${market.label}|${market.key}`, before, after, 'sure return of');
  }

  #findMiddles(market: TouchedMarket, around: Surroundings): void {
    const kind = market.all()[0]?.bet.market.kind;
    if (kind !== 'total' && kind !== 'spread') return;
    const family = market.family().filter((leg) => market.isBettable(leg));
    const lows = family.flatMap((leg) => lowerBound(leg));
    const highs = family.flatMap((leg) => upperBound(leg));
    const touched = (leg: MarketLeg) => leg.bet.market.key === market.key;
    const pairs = new Map<string, { before: MarketLeg[] | null; after: MarketLeg[] | null }>();
    for (const low of lows)
      for (const high of highs) {
        if (!touched(low.leg) && !touched(high.leg)) continue;
        if (exact(high.bound - low.bound) < this.#rule.gap!) continue;
        const key = `${market.label}|${low.leg.bet.market.key}|${high.leg.bet.market.key}`;
        const pair = pairs.get(key) ?? { before: null, after: null };
        for (const when of ['before', 'after'] as const)
          if (this.#isLeg(low.leg, when) && this.#isLeg(high.leg, when))
            pair[when] = better(pair[when], [low.leg, high.leg], when);
        pairs.set(key, pair);
      }
    for (const [subject, { before, after }] of pairs)
      this.#note(market, around, subject, () => before, after, 'middle that leaves at least');
  }

  #note(
    market: TouchedMarket,
    around: Surroundings,
    subject: string,
    before: () => readonly MarketLeg[] | null,
    after: readonly MarketLeg[] | null,
    what: string,
  ): void {
    const { board } = around;
    // without all its legs there is nothing to win, so a level far below the threshold stands for it
    const levelOf = (legs: readonly MarketLeg[] | null, when: 'before' | 'after') =>
      legs === null ? -100 : exact(returnOf(legs, when) - this.#rule.overPct);
    const levelBefore = () => levelOf(before(), 'before');
    if (!this.#levels.note(subject, board.epoch, levelBefore, levelOf(after, 'after'))) return;
    const legs = after!;
    const lead =
      legs.find(({ selection }) => selection === market.trigger) ?? legs.find(isChanged) ?? legs[0]!;
    const pays = returnOf(legs, 'after');
    const ages = legs.map(
      ({ sportsbook, ageMs }) => `${sportsbook} ${numberWords((ageMs ?? 0) / 1000)} s old`,
    );
    around.found({
      watcher: this.#watcher,
      subject,
      game: market.game,
      selection: lead.selection,
      from: priceOrNull(lead.before),
      to: lead.after,
      reason: `${what} ${numberWords(pays)} % at ${ages.join(', ')}`,
      evidence: legs.map((leg) => evidenceOf(board, leg.selection, leg.before, leg.after, leg.ageMs)),
      ...this.#stakes(legs, around),
    });
  }

  /** The best price of each side; `null` where a side is missing. */
  #best(legs: readonly MarketLeg[], ways: number, when: 'before' | 'after'): readonly MarketLeg[] | null {
    const best = new Map<string, MarketLeg>();
    for (const leg of legs) {
      if (!this.#isLeg(leg, when)) continue;
      const held = best.get(leg.bet.side);
      if (held === undefined || comparePrices(leg[when] as AmericanOdds, held[when] as AmericanOdds) > 0)
        best.set(leg.bet.side, leg);
    }
    return best.size === ways ? [...best.values()] : null;
  }

  #isLeg(leg: MarketLeg, when: 'before' | 'after'): boolean {
    if (leg[when] === NOT_OFFERED || leg.ageMs === null || leg.ageMs > this.#rule.freshS * 1000) return false;
    return this.#watcher.isPriceWanted(leg[when] as AmericanOdds);
  }

  #stakes(legs: readonly MarketLeg[], { board }: Surroundings): { stakes?: LegStake[] } {
    const { stake } = this.#rule;
    if (stake === undefined) return {};
    const prices = legs.map(({ after }) => after as AmericanOdds);
    const stakes = balancedStakes(prices, totalStakeOf(stake));
    return {
      stakes: legs.map(({ sportsbook, selection }, at) => ({
        sportsbook,
        outcome: board.selections.key(selection),
        american: prices[at]!,
        stakeHundredths: stakes[at]!,
        currency: stake.currency,
      })),
    };
  }
}

interface Bound {
  readonly leg: MarketLeg;
  readonly bound: number;
}

/** What the result has to be above for a leg to win: the total, or how much the home team wins by. */
function lowerBound(leg: MarketLeg): readonly Bound[] {
  const { side, line } = leg.bet;
  if (line === null) return [];
  return side === 'over' ? [{ leg, bound: line }] : side === 'home' ? [{ leg, bound: -line }] : [];
}

/** What the result has to be below. */
function upperBound(leg: MarketLeg): readonly Bound[] {
  const { side, line } = leg.bet;
  if (line === null) return [];
  return side === 'under' || side === 'away' ? [{ leg, bound: line }] : [];
}

function returnOf(legs: readonly MarketLeg[], when: 'before' | 'after'): number {
  return sureReturnPct(legs.map((leg) => leg[when] as AmericanOdds));
}

function better(held: MarketLeg[] | null, legs: MarketLeg[], when: 'before' | 'after'): MarketLeg[] {
  return held === null || returnOf(legs, when) > returnOf(held, when) ? legs : held;
}

function isChanged({ before, after }: MarketLeg): boolean {
  return before !== after;
}

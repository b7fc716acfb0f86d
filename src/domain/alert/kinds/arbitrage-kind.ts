import type { Board } from '../../board/board.ts';
import { priceOrNull } from '../../board/describe.ts';
import type { Names } from '../../board/names.ts';
import { lineOf, type Market, type SideOffers } from '../../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { comparePrices, toDecimal } from '../../odds/convert.ts';
import { balancedStakes, sureReturnPct } from '../../odds/fair/arbitrage.ts';
import { totalStakeOf } from '../../odds/fair/stake.ts';
import { centsOf, exact } from '../../odds/price-move.ts';
import type { LegStake } from '../finding.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import type { FamilyNews, MovedLeg, TouchedMarket } from '../looking/market/family-news.ts';
import { Bettable, legOf, type MarketLeg, type OfferedLeg } from '../looking/market/market-legs.ts';
import { MarketMemory, seesAll } from '../looking/market/market-memory.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { ArbitrageRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { ANY_PRICE, centsBelow, isAtMost, NO_CEILING } from '../watching/price-ceilings.ts';

/** A selection, or why there is none: nobody offers the side, or only at prices that are stale or unwanted. */
type BestOffer = number;
const NOWHERE = -1;
const UNFIT = -2;
/** With a leg that is stale or unwanted there is nothing to win: a level far below the threshold stands for it. */
const UNFIT_LEVEL = -100;

/** The best offers of a side. */
interface BestOffers {
  readonly fresh: BestOffer;
  readonly ofAnyAge: BestOffer;
}

interface Look {
  readonly news: FamilyNews;
  readonly around: Surroundings;
  readonly label: string;
  /** Folds before this one are too long ago; 0 = none is. */
  readonly freshFold: number;
}

/** Notices when all sides of a market can be bet with a sure return, or two lines leave a middle between them. */
export class ArbitrageKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & ArbitrageRule;
  readonly #levels: LevelWatch;
  readonly #bettable: Bettable;
  /** Of markets that are under the threshold: how high the prices of each side may be, in cents. */
  readonly #ceilings = new MarketMemory<ReadonlyMap<string, number>>();

  constructor(watcher: CompiledRule, rule: Rule & ArbitrageRule, sportsbooks: Names) {
    this.#watcher = watcher;
    this.#bettable = new Bettable(watcher, sportsbooks);
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, false);
  }

  spend(subject: string): void {
    this.#levels.spend(subject);
  }

  familyChanged(news: FamilyNews, around: Surroundings): void {
    const touched = news.touched(this.#bettable.isLeg);
    if (touched.length === 0) return;
    const look: Look = {
      news,
      around,
      label: around.labelOfMatch(news.game),
      freshFold: this.#freshFold(around),
    };
    if (this.#rule.find === 'middle') this.#findMiddles(touched, look);
    else for (const each of touched) this.#findArbitrage(each, look);
  }

  #freshFold({ board, nowMs }: Surroundings): number {
    const { freshS } = this.#rule;
    return Number.isFinite(freshS) ? board.foldSince(nowMs - freshS * 1000) : 0;
  }

  #findArbitrage({ key, market, trigger }: TouchedMarket, look: Look): void {
    const { ways } = trigger.bet;
    if (ways === null || (market !== null && this.#isOutOfReach(market, look))) return;
    const sides =
      market === null || market.sides.size !== ways ? [] : this.#lookedAt([...market.sides.values()], look);
    this.#note(`${look.label}|${key}`, sides, trigger, look, 'sure return of');
    if (market !== null) this.#setCeilings(market, look);
  }

  /** Up to where no prices of the market together come over the threshold. */
  ceilingOf({ side }: OfferedLeg, market: Market, news: FamilyNews): number {
    if (this.#rule.find === 'middle') return NO_CEILING;
    if (market.ways === null) return ANY_PRICE;
    return this.#ceilings.get(market, news)?.get(side) ?? NO_CEILING;
  }

  /** Whether all that moved is below the ceilings that were set when it was looked at. */
  #isOutOfReach(market: Market, { news, around }: Look): boolean {
    const ceilings = this.#ceilings.get(market, news);
    if (ceilings === undefined) return false;
    for (const { selection, sportsbook, bet, isGone } of news.moved) {
      if (isGone || bet.market !== market.key || !this.#bettable.isAt(sportsbook)) continue;
      const american = around.board.selections.american(selection);
      if (!isAtMost(american, ceilings.get(bet.side) ?? NO_CEILING)) return false;
    }
    return true;
  }

  /** Remembers how high the prices of a market may be so that they stay under the threshold whatever their age. */
  #setCeilings(market: Market, { news, around }: Look): void {
    const { board } = around;
    const highest = new Map<string, AmericanOdds>();
    for (const [side, { selections, sportsbooks }] of market.sides)
      for (let at = 0; at < selections.length; at += 1)
        if (this.#bettable.isAt(sportsbooks[at]!))
          raise(highest, side, board.selections.american(selections[at]!));
    const returnPct = highest.size === market.ways ? sureReturnPct([...highest.values()]) : null;
    const isKnown =
      returnPct !== null &&
      exact(returnPct - this.#rule.overPct) <= 0 &&
      // one that has fired has to go back first: then each level counts
      typeof this.#rule.repeat !== 'object' &&
      seesAll(market.sides.values(), this.#bettable.isAt, this.#watcher, around);
    if (!isKnown) {
      this.#ceilings.forget(market);
      return;
    }
    // each may pay so much more that all of them together just reach it
    const more = (1 + this.#rule.overPct / 100) / (1 + returnPct / 100);
    const ceilings = new Map<string, number>();
    for (const [side, price] of highest)
      ceilings.set(side, Math.max(centsOf(price), centsBelow(toDecimal(price) * more)));
    this.#ceilings.set(market, ceilings, news);
  }

  #findMiddles(touched: readonly TouchedMarket[], look: Look): void {
    const { family } = look.news;
    if (family.kind !== 'total' && family.kind !== 'spread') return;
    const [lowSide, highSide] = family.kind === 'total' ? ['over', 'under'] : ['home', 'away'];
    for (const low of family.markets)
      for (const high of family.markets) {
        const trigger = touched.find(({ key }) => key === low.key || key === high.key)?.trigger;
        const [above, below] = [lineOf(low.key, family, lowSide!), lineOf(high.key, family, highSide!)];
        if (trigger === undefined || above === null || below === null) continue;
        // the total, or how much the home team wins by, has to lie between the two
        if (exact(below - (family.kind === 'total' ? above : -above)) < this.#rule.gap!) continue;
        const [lows, highs] = [low.sides.get(lowSide!), high.sides.get(highSide!)];
        if (lows === undefined || highs === undefined) continue;
        const sides = this.#lookedAt([lows, highs], look);
        this.#note(
          `${look.label}|${low.key}|${high.key}`,
          sides,
          trigger,
          look,
          'middle that leaves at least',
        );
      }
  }

  /** `sides`: what is offered on each; none where a side is missing. */
  #note(subject: string, sides: readonly SideOffers[], trigger: MovedLeg, look: Look, what: string): void {
    const { news, around } = look;
    const { board } = around;
    const bests = sides.map((offers) => this.#best(offers, 'after', look));
    const levelAfter = this.#levelOf(bests, 'after', look);
    const levelBefore = () =>
      this.#levelOf(
        sides.map((offers) => this.#best(offers, 'before', look)),
        'before',
        look,
      );
    const tells = this.#levels.note(look.label, subject, board.epoch, levelBefore, levelAfter);
    if (levelAfter !== null && levelAfter <= 0) this.#awaitStale(sides, bests, look);
    if (!tells) return;
    const legs = bests.map(({ fresh }) => legOf(fresh, news, around));
    const prices = legs.map(({ after }) => after as AmericanOdds);
    const lead =
      legs.find(({ selection }) => selection === trigger.selection) ?? legs.find(isChanged) ?? legs[0]!;
    const ages = legs.map(
      ({ sportsbook, ageMs }) => `${sportsbook} ${numberWords((ageMs ?? 0) / 1000)} s old`,
    );
    around.found({
      watcher: this.#watcher,
      subject,
      game: news.game,
      selection: lead.selection,
      from: priceOrNull(lead.before),
      to: lead.after,
      reason: `${what} ${numberWords(sureReturnPct(prices))} % at ${ages.join(', ')}`,
      evidence: () => legs.map((leg) => evidenceOf(board, leg.selection, leg.before, leg.after, leg.ageMs)),
      ...this.#stakes(legs, prices, board),
    });
  }

  /** How far the return is over what is wanted; `null` where a side is not offered at all, which changes nothing. */
  #levelOf(bests: readonly BestOffers[], when: 'before' | 'after', look: Look): number | null {
    let isUnfit = false;
    const prices: AmericanOdds[] = [];
    for (const { fresh } of bests) {
      if (fresh === NOWHERE) return null;
      if (fresh === UNFIT) isUnfit = true;
      else prices.push(priceOf(fresh, when, look) as AmericanOdds);
    }
    if (bests.length === 0) return null;
    return isUnfit ? UNFIT_LEVEL : exact(sureReturnPct(prices) - this.#rule.overPct);
  }

  /** Waits for each leg that is too old, where with it and the best others there would be something to win. */
  #awaitStale(sides: readonly SideOffers[], bests: readonly BestOffers[], look: Look): void {
    if (bests.some(({ ofAnyAge }) => ofAnyAge < 0)) return;
    const { selections } = look.around.board;
    const prices = bests.map(({ ofAnyAge }) => selections.american(ofAnyAge) as AmericanOdds);
    if (!this.#isOver(prices)) return;
    for (const [side, offers] of sides.entries())
      for (let at = 0; at < offers.selections.length; at += 1) {
        const leg = offers.selections[at]!;
        if (selections.fold(leg) >= look.freshFold) continue;
        const alone = { selections: [leg], sportsbooks: [offers.sportsbooks[at]!] };
        if (this.#best(alone, 'after', look).ofAnyAge < 0) continue;
        const withIt = prices.with(side, selections.american(leg) as AmericanOdds);
        if (this.#isOver(withIt)) look.around.awaitStatement(leg, this.#watcher);
      }
  }

  #isOver(prices: readonly AmericanOdds[]): boolean {
    return exact(sureReturnPct(prices) - this.#rule.overPct) > 0;
  }

  /** On a side that the rule looks at it takes nothing but what it looks at. */
  #lookedAt(sides: readonly SideOffers[], { around }: Look): readonly SideOffers[] {
    if (this.#watcher.wholeMarkets.length === 0) return sides;
    const own = sides.map(({ selections, sportsbooks }) => {
      const at = [...selections.keys()].filter((each) =>
        this.#bettable.isLookedAt(selections[each]!, around),
      );
      return {
        selections: at.map((each) => selections[each]!),
        sportsbooks: at.map((each) => sportsbooks[each]!),
      };
    });
    if (own.every(({ selections }) => selections.length === 0)) return [];
    return own.map((offers, at) => (offers.selections.length > 0 ? offers : sides[at]!));
  }

  /** The best wanted prices of a side. */
  #best({ selections, sportsbooks }: SideOffers, when: 'before' | 'after', look: Look): BestOffers {
    const { board } = look.around;
    let [fresh, ofAnyAge] = [NOWHERE as BestOffer, NOWHERE as BestOffer];
    let [freshPrice, price]: AmericanOdds[] = [];
    for (let at = 0; at < selections.length; at += 1) {
      const selection = selections[at]!;
      if (!this.#bettable.isAt(sportsbooks[at]!) || !board.isConfirmed(selection)) continue;
      const american = priceOf(selection, when, look);
      if (american === NOT_OFFERED) continue;
      if (ofAnyAge === NOWHERE) [fresh, ofAnyAge] = [UNFIT, UNFIT];
      if (!this.#watcher.isPriceWanted(american as AmericanOdds)) continue;
      if (isBetter(american as AmericanOdds, price))
        [ofAnyAge, price] = [selection, american as AmericanOdds];
      if (
        board.selections.fold(selection) >= look.freshFold &&
        isBetter(american as AmericanOdds, freshPrice)
      )
        [fresh, freshPrice] = [selection, american as AmericanOdds];
    }
    return { fresh, ofAnyAge };
  }

  #stakes(
    legs: readonly MarketLeg[],
    prices: readonly AmericanOdds[],
    board: Board,
  ): { stakes?: LegStake[] } {
    const { stake } = this.#rule;
    if (stake === undefined) return {};
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

function priceOf(selection: number, when: 'before' | 'after', { news, around }: Look): number {
  return when === 'before' ? news.before(selection) : around.board.selections.american(selection);
}

function isBetter(price: AmericanOdds, than: AmericanOdds | undefined): boolean {
  return than === undefined || comparePrices(price, than) > 0;
}

function isChanged({ before, after }: MarketLeg): boolean {
  return before !== after;
}

/** Raises a side's ceiling to a price that pays more. */
function raise(ceilings: Map<string, AmericanOdds>, side: string, american: number): void {
  if (american === NOT_OFFERED) return;
  const price = american as AmericanOdds;
  const ceiling = ceilings.get(side);
  if (ceiling === undefined || comparePrices(price, ceiling) > 0) ceilings.set(side, price);
}

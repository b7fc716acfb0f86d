import type { Board } from '../../board/board.ts';
import { priceOrNull } from '../../board/describe.ts';
import type { Names } from '../../board/names.ts';
import type { Market, SideOffers } from '../../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { stakeOf } from '../../odds/fair/stake.ts';
import { expectedValuePct } from '../../odds/fair/value.ts';
import { exact } from '../../odds/price-move.ts';
import type { LegStake } from '../finding.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import { type Fair, FairMarket } from '../looking/market/fair-market.ts';
import type { FamilyNews, MovedLeg, TouchedMarket } from '../looking/market/family-news.ts';
import { Bettable, legOf, type MarketLeg, type OfferedLeg } from '../looking/market/market-legs.ts';
import { MarketMemory, seesAll } from '../looking/market/market-memory.ts';
import { SportsbookSet } from '../looking/sportsbook-set.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { Rule, ValueRule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { ANY_PRICE, centsBelow, isAtMost, NO_CEILING } from '../watching/price-ceilings.ts';

/** A market as it is judged: fair probabilities before the fold and now, `null` where there are none. */
interface Look {
  readonly key: string;
  readonly market: Market | null;
  readonly fair: Fair | null;
  readonly fairBefore: Fair | null;
  /** Whether no change of it went unseen since it was judged last. */
  readonly isFollowed: boolean;
  readonly news: FamilyNews;
  readonly around: Surroundings;
}

/** Notices when a price is worth more than so much against the fair price of sharp sportsbooks. */
export class ValueKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & ValueRule;
  readonly #levels: LevelWatch;
  readonly #weights: ReadonlyMap<string, number>;
  readonly #sharp: SportsbookSet;
  readonly #fair: FairMarket;
  readonly #fairs = new MarketMemory<Fair | null>();
  readonly #bettable: Bettable;

  constructor(watcher: CompiledRule, rule: Rule & ValueRule, sportsbooks: Names) {
    this.#watcher = watcher;
    this.#bettable = new Bettable(watcher, sportsbooks);
    this.#sharp = new SportsbookSet(sportsbooks, (sportsbook) => this.#weights.has(sportsbook));
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, false);
    this.#weights = new Map(rule.fair.map(({ sportsbook, weight = 1 }) => [sportsbook, weight]));
    this.#fair = new FairMarket(this.#weights, rule.method);
  }

  spend(subject: string): void {
    this.#levels.spend(subject);
  }

  /** Whether it needs a sportsbook's prices, to bet at or to judge by. */
  heeds(sportsbook: string): boolean {
    return this.#weights.has(sportsbook) || this.#watcher.mayBetAt(sportsbook);
  }

  familyChanged(news: FamilyNews, around: Surroundings): void {
    const concerns = (leg: MovedLeg) => this.#sharp.has(leg.sportsbook) || this.#bettable.isLeg(leg);
    for (const touched of news.touched(concerns)) this.#look(touched, news, around);
  }

  /** Up to what it is worth by the fair price, while that stands. */
  ceilingOf(
    { selection, sportsbook, side }: OfferedLeg,
    market: Market,
    news: FamilyNews,
    around: Surroundings,
  ): number {
    if (market.ways === null) return ANY_PRICE;
    const fair = this.#fairs.get(market, news);
    if (fair === undefined || this.#sharp.has(sportsbook)) return NO_CEILING;
    const { board } = around;
    const isOffered = board.selections.american(selection) !== NOT_OFFERED;
    if (this.#levels.remembersUnder(() => board.gameOf(selection).label, isOffered)) return NO_CEILING;
    return this.#ceilingBy(fair, side) ?? ANY_PRICE;
  }

  #look({ key, market, trigger }: TouchedMarket, news: FamilyNews, around: Surroundings): void {
    const { board } = around;
    const { ways } = trigger.bet;
    if (ways === null) return;
    const isOfIt = ({ bet }: MovedLeg) => bet.market === key;
    const isFairMoved = news.moved.some((leg) => isOfIt(leg) && this.#sharp.has(leg.sportsbook));
    const known = market === null ? undefined : this.#fairs.get(market, news);
    // while the sharp sportsbooks stand still, what was worked out holds
    const fair = isFairMoved || known === undefined ? this.#fairNow(market, ways, news, around) : known;
    let fairBefore = isFairMoved ? known : fair;
    if (fairBefore === undefined)
      fairBefore = this.#fair.before(market, news.moved.filter(isOfIt), news, ways, board);
    if (fair === null && fairBefore === null) return;
    const look: Look = { key, market, fair, fairBefore, isFollowed: known !== undefined, news, around };
    for (const leg of news.moved)
      if (isOfIt(leg) && (leg.isGone || leg.isNews || isFairMoved))
        this.#lookAt(leg.selection, leg.sportsbook, leg.bet.side, leg.isGone ? leg.before : null, look);
    if (!isFairMoved || market === null) return;
    for (const [side, offers] of market.sides) this.#lookAtSide(side, offers, look);
  }

  /** Looks at what has not moved itself, where the fair price has. */
  #lookAtSide(side: string, { selections, sportsbooks }: SideOffers, look: Look): void {
    const { fair, fairBefore, isFollowed, news, around } = look;
    const [now, before] = [this.#ceilingBy(fair, side), this.#ceilingBy(fairBefore, side)];
    // what was worth too little and is, is nothing, unless it has to go back as far as the rule wants
    const ceiling =
      !isFollowed || now === null || before === null || typeof this.#rule.repeat === 'object'
        ? NO_CEILING
        : Math.min(now, before);
    for (let at = 0; at < selections.length; at += 1) {
      const selection = selections[at]!;
      if (isAtMost(around.board.selections.american(selection), ceiling)) continue;
      if (news.moved.some((leg) => leg.selection === selection)) continue;
      this.#lookAt(selection, sportsbooks[at]!, side, null, look);
    }
  }

  /** Prices that pay no more are worth too little by a fair price; `null` where there is none. */
  #ceilingBy(fair: Fair | null, side: string): number | null {
    const probability = fair?.get(side);
    return probability === undefined ? null : centsBelow((1 + this.#rule.overPct / 100) / probability);
  }

  #fairNow(market: Market | null, ways: number, news: FamilyNews, around: Surroundings): Fair | null {
    const fair = this.#fair.now(market, ways, around.board);
    if (market === null) return fair;
    if (seesAll(market.sides.values(), this.#isSharp, this.#watcher, around))
      this.#fairs.set(market, fair, news);
    else this.#fairs.forget(market);
    return fair;
  }

  readonly #isSharp = (sportsbook: number) => this.#sharp.has(sportsbook);

  /** `gone`: what it paid, of one that is this bet no longer. */
  #lookAt(selection: number, sportsbook: number, side: string, gone: number | null, look: Look): void {
    const { key, market, fair, fairBefore, isFollowed, news, around } = look;
    const { board } = around;
    if (this.#sharp.has(sportsbook) || !this.#bettable.isAt(sportsbook)) return;
    if (!board.isConfirmed(selection)) return;
    if (!this.#bettable.isLookedAt(selection, around)) return;
    const american = gone === null ? board.selections.american(selection) : NOT_OFFERED;
    const over = overOf(american, fair?.get(side));
    const level = this.#levelOf(over);
    const levelBefore = this.#levelOf(overOf(gone ?? news.before(selection), fairBefore?.get(side)));
    const { label } = board.gameOf(selection);
    if (this.#levels.isNothing(label, levelBefore, level, isFollowed)) return;
    const subject = `${board.sportsbooks.at(sportsbook)}|${label}|${key}|${side}`;
    if (!this.#levels.note(label, subject, board.epoch, () => levelBefore, level, true)) return;
    const probability = fair!.get(side)!;
    const [leg, ...judges] = [selection, ...this.#sharpSelections(market, board)].map((each) =>
      legOf(each, news, around),
    ) as [MarketLeg, ...MarketLeg[]];
    around.found({
      watcher: this.#watcher,
      subject,
      game: news.game,
      selection,
      from: priceOrNull(leg.before),
      to: american,
      reason: `worth ${numberWords(over!)} % over its fair chance of ${numberWords(probability * 100)} % (${this.#rule.method}, ${[...this.#weights.keys()].join(', ')})`,
      evidence: () =>
        [leg, ...judges].map((each) =>
          evidenceOf(board, each.selection, each.before, each.after, each.ageMs),
        ),
      ...this.#stake(leg, probability, board.selections.key(selection)),
    });
  }

  #levelOf(over: number | null): number | null {
    return over === null ? null : exact(over - this.#rule.overPct);
  }

  #sharpSelections(market: Market | null, board: Board): readonly number[] {
    return [...(market?.sides.values() ?? [])].flatMap(({ selections, sportsbooks }) =>
      selections.filter((each, at) => this.#sharp.has(sportsbooks[at]!) && board.isConfirmed(each)),
    );
  }

  #stake({ sportsbook, after }: MarketLeg, probability: number, outcome: string): { stakes?: LegStake[] } {
    const { stake } = this.#rule;
    if (stake === undefined) return {};
    const american = after as AmericanOdds;
    const stakeHundredths = stakeOf(stake, american, probability);
    return { stakes: [{ sportsbook, outcome, american, stakeHundredths, currency: stake.currency }] };
  }
}

function overOf(american: number, probability: number | undefined): number | null {
  if (american === NOT_OFFERED || probability === undefined) return null;
  return expectedValuePct(american as AmericanOdds, probability);
}

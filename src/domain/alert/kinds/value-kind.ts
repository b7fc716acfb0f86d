import type { Board } from '../../board/board.ts';
import { priceOrNull } from '../../board/describe.ts';
import type { Names } from '../../board/names.ts';
import type { Market } from '../../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { fairProbabilities } from '../../odds/fair/devig.ts';
import { stakeOf } from '../../odds/fair/stake.ts';
import { blended, expectedValuePct } from '../../odds/fair/value.ts';
import { exact } from '../../odds/price-move.ts';
import type { LegStake } from '../finding.ts';
import type { FamilyNews, MovedLeg, TouchedMarket } from '../looking/family-news.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import { Bettable, legOf, type MarketLeg } from '../looking/market-legs.ts';
import { SportsbookSet } from '../looking/sportsbook-set.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { Rule, ValueRule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { addTo } from '../watching/lists.ts';

/** Quotes of which a rule remembers what they are worth. */
const MOST_FAIR = 1_000;

/** A price that the others are judged by. */
interface SharpLeg {
  readonly selection: number;
  readonly sportsbook: number;
  readonly side: string;
}

/** A market as it is judged: fair probabilities by side, before the fold and now, `null` where there are none. */
interface Look {
  readonly key: string;
  readonly sharp: readonly SharpLeg[];
  readonly fair: ReadonlyMap<string, number> | null;
  readonly fairBefore: ReadonlyMap<string, number> | null;
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
  readonly #fairOf = new Map<string, readonly number[] | null>();
  readonly #bettable: Bettable;

  constructor(watcher: CompiledRule, rule: Rule & ValueRule, sportsbooks: Names) {
    this.#watcher = watcher;
    this.#bettable = new Bettable(watcher, sportsbooks);
    this.#sharp = new SportsbookSet(sportsbooks, (sportsbook) => this.#weights.has(sportsbook));
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, false);
    this.#weights = new Map(rule.fair.map(({ sportsbook, weight = 1 }) => [sportsbook, weight]));
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

  #look({ key, market, trigger }: TouchedMarket, news: FamilyNews, around: Surroundings): void {
    const { board } = around;
    const { ways } = trigger.bet;
    if (ways === null) return;
    const moved = news.moved.filter(({ bet }) => bet.market === key);
    const isFairMoved = moved.some(({ sportsbook }) => this.#sharp.has(sportsbook));
    const sharp = this.#sharpLegs(market, board);
    const fair = this.#fair(sharp, ways, board, (selection) => board.selections.american(selection));
    const fairBefore = isFairMoved ? this.#fairBefore(sharp, moved, ways, news, board) : fair;
    if (fair === null && fairBefore === null) return;
    const look: Look = { key, sharp, fair, fairBefore, news, around };
    for (const leg of moved)
      if (leg.isGone || (leg.isNews && !isFairMoved))
        this.#lookAt(leg.selection, leg.sportsbook, leg.bet.side, leg.isGone ? leg.before : null, look);
    if (!isFairMoved || market === null) return;
    for (const [side, { selections, sportsbooks }] of market.sides)
      for (const [at, selection] of selections.entries())
        this.#lookAt(selection, sportsbooks[at]!, side, null, look);
  }

  /** `gone`: what it paid, of one that is this bet no longer. */
  #lookAt(selection: number, sportsbook: number, side: string, gone: number | null, look: Look): void {
    const { key, sharp, fair, fairBefore, news, around } = look;
    const { board } = around;
    if (this.#sharp.has(sportsbook) || !this.#bettable.isAt(sportsbook)) return;
    if (!board.isConfirmed(selection)) return;
    if (!this.#bettable.isLookedAt(selection, around)) return;
    const american = gone === null ? board.selections.american(selection) : NOT_OFFERED;
    const over = overOf(american, fair?.get(side));
    const level = this.#levelOf(over);
    const levelBefore = this.#levelOf(overOf(gone ?? news.before(selection), fairBefore?.get(side)));
    // nothing is remembered, and this is nothing to remember
    if (this.#levels.isBlank && (level ?? 0) <= 0 && (levelBefore ?? 0) <= 0) return;
    const subject = `${board.sportsbooks.at(sportsbook)}|${around.labelOfMatch(news.game)}|${key}|${side}`;
    if (!this.#levels.note(subject, board.epoch, () => levelBefore, level, true)) return;
    const probability = fair!.get(side)!;
    const [leg, ...judges] = [selection, ...sharp.map((each) => each.selection)].map((each) =>
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

  #sharpLegs(market: Market | null, board: Board): readonly SharpLeg[] {
    const legs: SharpLeg[] = [];
    for (const [side, { selections, sportsbooks }] of market?.sides ?? [])
      for (let at = 0; at < selections.length; at += 1)
        if (this.#sharp.has(sportsbooks[at]!) && board.isConfirmed(selections[at]!))
          legs.push({ selection: selections[at]!, sportsbook: sportsbooks[at]!, side });
    return legs;
  }

  #fairBefore(
    sharp: readonly SharpLeg[],
    moved: readonly MovedLeg[],
    ways: number,
    news: FamilyNews,
    board: Board,
  ): ReadonlyMap<string, number> | null {
    const gone = moved.filter((leg) => leg.isGone && this.#sharp.has(leg.sportsbook));
    const legs = [...sharp, ...gone.map((leg) => ({ ...leg, side: leg.bet.side }))];
    const priceOf = (selection: number) =>
      gone.find((leg) => leg.selection === selection)?.before ?? news.before(selection);
    return this.#fair(legs, ways, board, priceOf);
  }

  /** The fair probability of each side, blended over the sharp sportsbooks that quote the whole market. */
  #fair(
    sharp: readonly SharpLeg[],
    ways: number,
    board: Board,
    priceOf: (selection: number) => number,
  ): ReadonlyMap<string, number> | null {
    const sources = new Map<string, { probability: number; weight: number }[]>();
    for (const [sportsbook, weight] of this.#weights) {
      const number = board.sportsbooks.find(sportsbook);
      const quote = new Map<string, AmericanOdds>();
      for (const leg of sharp) {
        const price = leg.sportsbook === number ? priceOf(leg.selection) : NOT_OFFERED;
        if (price !== NOT_OFFERED && !quote.has(leg.side)) quote.set(leg.side, price as AmericanOdds);
      }
      const fair = quote.size === ways ? this.#withoutMargin([...quote.values()]) : null;
      if (fair === null) continue;
      for (const [at, side] of [...quote.keys()].entries())
        addTo(sources, side, { probability: fair[at]!, weight });
    }
    if (sources.size === 0) return null;
    return new Map([...sources].map(([side, of]) => [side, blended(of)!]));
  }

  /** The prices of others move while those of the sharp sportsbooks stand: what was worked out holds. */
  #withoutMargin(prices: readonly AmericanOdds[]): readonly number[] | null {
    const key = prices.join();
    const known = this.#fairOf.get(key);
    if (known !== undefined) return known;
    if (this.#fairOf.size >= MOST_FAIR) this.#fairOf.clear();
    const fair = fairProbabilities(prices, this.#rule.method);
    this.#fairOf.set(key, fair);
    return fair;
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

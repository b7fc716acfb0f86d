import { priceOrNull } from '../../board/describe.ts';
import type { Names } from '../../board/names.ts';
import { NONE } from '../../board/selections.ts';
import { lineOf, type Market } from '../../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { centsOf } from '../../odds/price-move.ts';
import type { EvidencePrice } from '../finding.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import type { FamilyNews } from '../looking/market/family-news.ts';
import { Bettable, legOf, type OfferedLeg } from '../looking/market/market-legs.ts';
import { MarketMemory, seesAll } from '../looking/market/market-memory.ts';
import { isLineGood, pastTarget, wantedWords } from '../looking/price-target.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, priceWords } from '../looking/words.ts';
import type { PriceRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { NO_CEILING } from '../watching/price-ceilings.ts';

/** One side over one market, or over those whose line is good. */
interface Asked {
  /** The label of the match. */
  readonly match: string;
  readonly key: string;
  readonly side: string;
  readonly markets: readonly Market[];
  /** Whether a market is meant, by its key; also of one that is offered nowhere any more. */
  readonly isMeant: (market: string) => boolean;
}

/** Notices when the best price of the chosen sportsbooks comes to its target. */
export class BestPriceKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & PriceRule;
  readonly #levels: LevelWatch;
  readonly #bettable: Bettable;
  /** The best price of each side that was looked at. */
  readonly #bests = new MarketMemory<Map<string, number>>();

  constructor(watcher: CompiledRule, rule: Rule & PriceRule, sportsbooks: Names) {
    this.#watcher = watcher;
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, true);
    this.#bettable = new Bettable(watcher, sportsbooks);
  }

  spend(subject: string): void {
    this.#levels.spend(subject);
  }

  /** Whether it needs a sportsbook's prices. */
  heeds(sportsbook: string): boolean {
    return this.#watcher.mayBetAt(sportsbook);
  }

  familyChanged(news: FamilyNews, around: Surroundings): void {
    const { isLeg } = this.#bettable;
    const match = around.labelOfMatch(news.game);
    if (this.#isFarBelow(news, match, around)) return;
    const { line: wanted } = this.#rule;
    if (wanted === undefined) {
      for (const { key, market } of news.touched(isLeg))
        for (const side of news.sidesMoved(key, isLeg)) {
          if (market !== null && this.#isBestAsBefore(market, side, news, around)) continue;
          const markets = market === null ? [] : [market];
          this.#lookAt({ match, key, side, markets, isMeant: (each) => each === key }, news, around);
        }
      return;
    }
    for (const side of news.sidesMoved(null, isLeg)) {
      const isMeant = (market: string) =>
        isLineGood(wanted, { line: lineOf(market, news.family, side), side });
      const markets = news.family.markets.filter(({ key }) => isMeant(key));
      this.#lookAt({ match, key: news.family.key, side, markets, isMeant }, news, around);
    }
  }

  /** Up to the target, or to what is the best price anyway. */
  ceilingOf({ side }: OfferedLeg, market: Market, news: FamilyNews, around: Surroundings): number {
    const { reach, line, price } = this.#rule;
    const best = this.#bests.get(market, news)?.get(side) ?? NOT_OFFERED;
    const isOffered = best !== NOT_OFFERED;
    const belowBest = isOffered ? centsOf(best as AmericanOdds) - 1 : NO_CEILING;
    if (reach === 'at-most' || line !== undefined) return belowBest;
    if (this.#levels.remembersUnder(() => around.labelOfMatch(news.game), isOffered)) return belowBest;
    return Math.max(belowBest, centsOf(price as AmericanOdds) - 1);
  }

  /** Whether all that moved was and is under a target that nothing was over: then nothing can have come to it. */
  #isFarBelow({ moved }: FamilyNews, match: string, { board }: Surroundings): boolean {
    if (this.#rule.reach === 'at-most' || !this.#levels.isBlankAt(match)) return false;
    for (const { selection, before } of moved)
      if (this.#isReached(before) || this.#isReached(board.selections.american(selection))) return false;
    return true;
  }

  /** Whether all that moved on a side was and is worse than its best price: then that stands, and is no news. */
  #isBestAsBefore(market: Market, side: string, news: FamilyNews, around: Surroundings): boolean {
    const best = this.#bests.get(market, news)?.get(side);
    if (best === undefined || best === NOT_OFFERED) return false;
    for (const { selection, bet, before, isGone } of news.moved) {
      if (bet.market !== market.key || bet.side !== side) continue;
      const after = isGone ? NOT_OFFERED : around.board.selections.american(selection);
      if (isAsGood(before, best) || isAsGood(after, best)) return false;
    }
    return true;
  }

  #lookAt(asked: Asked, news: FamilyNews, around: Surroundings): void {
    const { match, key, side, isMeant } = asked;
    const { board } = around;
    let best = NONE;
    let [before, after]: number[] = [NOT_OFFERED, NOT_OFFERED];
    for (const selection of this.#legs(asked, around)) {
      const american = board.selections.american(selection);
      before = better(before!, news.before(selection));
      const either = better(after!, american);
      if (best === NONE || either !== after) best = selection;
      after = either;
    }
    for (const leg of news.moved)
      if (leg.isGone && leg.bet.side === side && isMeant(leg.bet.market) && this.#bettable.isLeg(leg))
        before = better(before!, leg.before);
    const isFollowed = this.#remember(asked, after!, news, around);
    const level = pastTarget(this.#rule, after!);
    const levelBefore = pastTarget(this.#rule, before!);
    if (this.#levels.isNothing(match, levelBefore, level, isFollowed)) return;
    const subject = `${match}|${key}|${side}`;
    if (!this.#levels.note(match, subject, board.epoch, () => levelBefore, level, true)) return;
    around.found({
      watcher: this.#watcher,
      subject,
      game: news.game,
      selection: best,
      from: priceOrNull(before!),
      to: after!,
      reason: `best price ${priceWords(after!)}, wanted ${wantedWords(this.#rule)}`,
      evidence: () =>
        this.#legs(asked, around).map((each): EvidencePrice => {
          const leg = legOf(each, news, around);
          return evidenceOf(board, each, leg.before, leg.after, leg.ageMs);
        }),
    });
  }

  /** What may be bet on of a side, at prices that are current. */
  #legs({ markets, side }: Asked, around: Surroundings): readonly number[] {
    const legs: number[] = [];
    for (const { sides } of markets) {
      const offers = sides.get(side);
      for (let at = 0; at < (offers?.selections.length ?? 0); at += 1) {
        const selection = offers!.selections[at]!;
        if (!this.#bettable.isAt(offers!.sportsbooks[at]!) || !around.board.isConfirmed(selection)) continue;
        if (this.#bettable.isLookedAt(selection, around)) legs.push(selection);
      }
    }
    return legs;
  }

  /** Where nothing of the side can change unseen. Says whether nothing did since it was remembered last. */
  #remember({ markets, side }: Asked, best: number, news: FamilyNews, around: Surroundings): boolean {
    const [market] = markets;
    if (market === undefined || this.#rule.line !== undefined) return false;
    const bests = this.#bests.get(market, news) ?? new Map<string, number>();
    const offers = market.sides.get(side);
    const isFollowed = bests.has(side);
    if (offers !== undefined && seesAll([offers], this.#bettable.isAt, this.#watcher, around))
      this.#bests.set(market, bests.set(side, best), news);
    else bests.delete(side);
    return isFollowed;
  }

  #isReached(american: number): boolean {
    return (pastTarget(this.#rule, american) ?? -1) >= 0;
  }
}

/** Which of two prices pays more; the first one where both pay the same. */
function better(first: number, second: number): number {
  if (second === NOT_OFFERED) return first;
  return first === NOT_OFFERED || !isAsGood(first, second) ? second : first;
}

/** Whether a price pays as much as another. */
function isAsGood(american: number, other: number): boolean {
  return american !== NOT_OFFERED && centsOf(american as AmericanOdds) >= centsOf(other as AmericanOdds);
}

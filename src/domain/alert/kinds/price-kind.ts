import { CHANGE_TEXT } from '../../board/changes.ts';
import { priceOrNull } from '../../board/describe.ts';
import type { Names } from '../../board/names.ts';
import { NONE } from '../../board/selections.ts';
import { lineOf } from '../../comparison/match-markets.ts';
import type { BetIdentity } from '../../identity/selection/selection-identity.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { centsOf } from '../../odds/price-move.ts';
import type { FamilyNews } from '../looking/family-news.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import { Bettable, legOf } from '../looking/market-legs.ts';
import { type Surroundings, subjectOf, type WatchedChange } from '../looking/surroundings.ts';
import { evidenceOf, priceWords } from '../looking/words.ts';
import type { PriceRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';

/** Notices when a price reaches its target: at each sportsbook for itself, or the best of them. */
export class PriceKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & PriceRule;
  readonly #levels: LevelWatch;
  readonly #bettable: Bettable;

  constructor(watcher: CompiledRule, rule: Rule & PriceRule, sportsbooks: Names) {
    this.#watcher = watcher;
    this.#bettable = new Bettable(watcher, sportsbooks);
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, true);
  }

  /** Whether it compares sportsbooks. */
  get isOfMarket(): boolean {
    return this.#rule.of === 'best';
  }

  spend(subject: string): void {
    this.#levels.spend(subject);
  }

  /** Where nobody can bet the rule has to name it. */
  heeds(sportsbook: string): boolean {
    return (
      this.#watcher.heeds(sportsbook) &&
      (this.#watcher.mayBetAt(sportsbook) || this.#watcher.names(sportsbook))
    );
  }

  selectionChanged(change: WatchedChange, around: Surroundings): void {
    const { board } = around;
    const bet = this.#rule.line === undefined ? null : around.comparison.betOf(change.selection);
    const isLine = this.#rule.line === undefined || (bet !== null && isLineGood(this.#rule.line, bet));
    const after = isLine ? this.#levelOf(change.american) : null;
    // a selection that has come to the wanted line was not there before
    const isSameLine = (change.what & CHANGE_TEXT) === 0 || this.#rule.line === undefined;
    const before = isLine && isSameLine ? this.#levelOf(change.previous) : null;
    if (this.#levels.isBlank && !isReached(after) && !isReached(before)) return;
    const subject = subjectOf(board, change);
    if (!this.#levels.note(subject, board.epoch, () => before, after, true)) return;
    around.found({
      watcher: this.#watcher,
      subject,
      game: change.listing.game,
      selection: change.selection,
      from: priceOrNull(change.previous),
      to: change.american,
      reason: `pays ${priceWords(change.american)}, wanted ${this.#wanted()}`,
      evidence: () => [evidenceOf(board, change.selection, change.previous, change.american)],
    });
  }

  familyChanged(news: FamilyNews, around: Surroundings): void {
    const { isLeg } = this.#bettable;
    if (this.#isFarBelow(news, around)) return;
    if (this.#rule.line === undefined) {
      for (const { key } of news.touched(isLeg))
        for (const side of news.sidesMoved(key, isLeg))
          this.#lookAtBest(news, (market) => market === key, side, key, around);
      return;
    }
    const { line: wanted } = this.#rule;
    for (const side of news.sidesMoved(null, isLeg)) {
      const isGood = (market: string) =>
        isLineGood(wanted, { line: lineOf(market, news.family, side), side });
      this.#lookAtBest(news, isGood, side, news.family.key, around);
    }
  }

  /** Whether all that moved was and is under a target that nothing was over: then nothing can have come to it. */
  #isFarBelow({ moved }: FamilyNews, { board }: Surroundings): boolean {
    if (this.#rule.reach === 'at-most' || !this.#levels.isBlank) return false;
    for (const { selection, before } of moved)
      if (isReached(this.#levelOf(before)) || isReached(this.#levelOf(board.selections.american(selection))))
        return false;
    return true;
  }

  /** Looks at the best price of one side over those markets of the family that are meant. */
  #lookAtBest(
    news: FamilyNews,
    isMeant: (market: string) => boolean,
    side: string,
    key: string,
    around: Surroundings,
  ): void {
    const { board } = around;
    let [best, before, after] = [NONE, NOT_OFFERED as number, NOT_OFFERED as number];
    const legs: number[] = [];
    for (const market of news.family.markets) {
      const offers = isMeant(market.key) ? market.sides.get(side) : undefined;
      for (let at = 0; at < (offers?.selections.length ?? 0); at += 1) {
        const selection = offers!.selections[at]!;
        if (!this.#bettable.isAt(offers!.sportsbooks[at]!) || !board.isConfirmed(selection)) continue;
        if (!this.#bettable.isLookedAt(selection, around)) continue;
        legs.push(selection);
        const american = board.selections.american(selection);
        before = better(before, news.before(selection));
        if (best === NONE || better(after, american) !== after) best = selection;
        after = better(after, american);
      }
    }
    for (const leg of news.moved)
      if (leg.isGone && leg.bet.side === side && isMeant(leg.bet.market) && this.#bettable.isLeg(leg))
        before = better(before, leg.before);
    const level = this.#levelOf(after);
    const levelBefore = this.#levelOf(before);
    // nothing is remembered, and this is nothing to remember
    if (this.#levels.isBlank && !isReached(level) && !isReached(levelBefore)) return;
    const subject = `${around.labelOfMatch(news.game)}|${key}|${side}`;
    if (!this.#levels.note(subject, board.epoch, () => levelBefore, level, true)) return;
    around.found({
      watcher: this.#watcher,
      subject,
      game: news.game,
      selection: best,
      from: priceOrNull(before),
      to: after,
      reason: `best price ${priceWords(after)}, wanted ${this.#wanted()}`,
      evidence: () =>
        legs.map((each) => {
          const leg = legOf(each, news, around);
          return evidenceOf(board, each, leg.before, leg.after, leg.ageMs);
        }),
    });
  }

  /** How far a price is past the target, in cents. */
  #levelOf(american: number): number | null {
    if (american === NOT_OFFERED) return null;
    const past = centsOf(american as AmericanOdds) - centsOf(this.#rule.price as AmericanOdds);
    return this.#rule.reach === 'at-most' ? -past : past;
  }

  #wanted(): string {
    const { price, reach, line } = this.#rule;
    const at = line === undefined ? '' : ` at ${line} or a better line`;
    return `${priceWords(price)} or ${reach === 'at-most' ? 'less' : 'more'}${at}`;
  }
}

/** Whether a bet's line is the wanted one or better for the bettor. */
export function isLineGood(wanted: number, { line, side }: Pick<BetIdentity, 'line' | 'side'>): boolean {
  if (line === null) return false;
  return side === 'over' ? line <= wanted : line >= wanted;
}

function isReached(level: number | null): boolean {
  return level !== null && level >= 0;
}

/** Which of two prices pays more; the first one where both pay the same. */
function better(first: number, second: number): number {
  if (second === NOT_OFFERED) return first;
  if (first === NOT_OFFERED) return second;
  return centsOf(second as AmericanOdds) > centsOf(first as AmericanOdds) ? second : first;
}

import { CHANGE_TEXT } from '../../board/changes.ts';
import { priceOrNull } from '../../board/describe.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { centsOf } from '../../odds/price-move.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import type { MarketLeg, TouchedMarket } from '../looking/market-legs.ts';
import { type Surroundings, subjectOf, type WatchedChange } from '../looking/surroundings.ts';
import { evidenceOf, priceWords } from '../looking/words.ts';
import type { PriceRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { familyOf, type WatchedBet } from '../watching/watched-bets.ts';

/** Notices when a price reaches its target: at each sportsbook for itself, or the best of them. */
export class PriceKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & PriceRule;
  readonly #levels: LevelWatch;

  constructor(watcher: CompiledRule, rule: Rule & PriceRule) {
    this.#watcher = watcher;
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

  selectionChanged(change: WatchedChange, around: Surroundings): void {
    const { board } = around;
    const bet = this.#rule.line === undefined ? null : around.bets.betOf(change.selection);
    const isLine = this.#rule.line === undefined || (bet !== null && isLineGood(this.#rule.line, bet));
    const after = isLine ? this.#levelOf(change.american) : null;
    // a selection that has come to the wanted line was not there before
    const isSameLine = (change.what & CHANGE_TEXT) === 0 || this.#rule.line === undefined;
    const before = isLine && isSameLine ? this.#levelOf(change.previous) : null;
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
      evidence: [evidenceOf(board, change.selection, change.previous, change.american)],
    });
  }

  marketChanged(market: TouchedMarket, around: Surroundings): void {
    const { board } = around;
    const { line } = this.#rule;
    const isGood = line === undefined ? null : (bet: WatchedBet) => isLineGood(line, bet);
    const family = isGood === null ? market.key : familyOf(market.key);
    for (const side of market.sides()) {
      const legs = market.legs(side, isGood);
      const after = best(legs, 'after');
      const level = this.#levelOf(after?.after ?? NOT_OFFERED);
      if (this.#levels.isBlank && (level === null || level < 0)) continue;
      const before = best(legs, 'before');
      const subject = `${market.label}|${family}|${side}`;
      const levelBefore = () => this.#levelOf(before?.before ?? NOT_OFFERED);
      if (!this.#levels.note(subject, board.epoch, levelBefore, level, true) || after === undefined) continue;
      around.found({
        watcher: this.#watcher,
        subject,
        game: market.game,
        selection: after.selection,
        from: before === undefined ? null : before.before,
        to: after.after,
        reason: `best price ${priceWords(after.after)}, wanted ${this.#wanted()}`,
        evidence: legs.map((leg) => evidenceOf(board, leg.selection, leg.before, leg.after, leg.ageMs)),
      });
    }
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
export function isLineGood(wanted: number, { line, side }: Pick<WatchedBet, 'line' | 'side'>): boolean {
  if (line === null) return false;
  return side === 'over' ? line <= wanted : line >= wanted;
}

function best(legs: readonly MarketLeg[], when: 'before' | 'after'): MarketLeg | undefined {
  let found: MarketLeg | undefined;
  for (const leg of legs) {
    if (leg[when] === NOT_OFFERED) continue;
    if (found === undefined || centsOf(leg[when] as AmericanOdds) > centsOf(found[when] as AmericanOdds))
      found = leg;
  }
  return found;
}

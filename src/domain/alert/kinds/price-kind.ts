import { CHANGE_TEXT } from '../../board/changes.ts';
import { priceOrNull } from '../../board/describe.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import { isLineGood, pastTarget, wantedWords } from '../looking/price-target.ts';
import { type Surroundings, subjectOf, type WatchedChange } from '../looking/surroundings.ts';
import { evidenceOf, priceWords } from '../looking/words.ts';
import type { PriceRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';

/** Notices when a price reaches its target, at each sportsbook for itself. */
export class PriceKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & PriceRule;
  readonly #levels: LevelWatch;

  constructor(watcher: CompiledRule, rule: Rule & PriceRule) {
    this.#watcher = watcher;
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, true);
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
    const rule = this.#rule;
    const bet = rule.line === undefined ? null : around.comparison.betOf(change.selection);
    const isLine = rule.line === undefined || (bet !== null && isLineGood(rule.line, bet));
    const after = isLine ? pastTarget(rule, change.american) : null;
    // a selection that has come to the wanted line was not there before
    const isSameLine = (change.what & CHANGE_TEXT) === 0 || rule.line === undefined;
    const before = isLine && isSameLine ? pastTarget(rule, change.previous) : null;
    const { label } = board.games.at(change.listing.game);
    if (this.#levels.isNothing(label, before, after)) return;
    const subject = subjectOf(board, change);
    if (!this.#levels.note(label, subject, board.epoch, () => before, after, true)) return;
    around.found({
      watcher: this.#watcher,
      subject,
      game: change.listing.game,
      selection: change.selection,
      from: priceOrNull(change.previous),
      to: change.american,
      reason: `pays ${priceWords(change.american)}, wanted ${wantedWords(rule)}`,
      evidence: () => [evidenceOf(board, change.selection, change.previous, change.american)],
    });
  }
}

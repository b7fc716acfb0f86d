import { priceOrNull } from '../../board/describe.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { fairProbabilities } from '../../odds/fair/devig.ts';
import { stakeOf } from '../../odds/fair/stake.ts';
import { blended, expectedValuePct } from '../../odds/fair/value.ts';
import { exact } from '../../odds/price-move.ts';
import type { LegStake } from '../finding.ts';
import { LevelWatch } from '../looking/level-watch.ts';
import type { MarketLeg, TouchedMarket } from '../looking/market-legs.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { Rule, ValueRule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';

/** Notices when a price is worth more than so much against the fair price of sharp sportsbooks. */
export class ValueKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & ValueRule;
  readonly #levels: LevelWatch;
  readonly #weights: ReadonlyMap<string, number>;

  constructor(watcher: CompiledRule, rule: Rule & ValueRule) {
    this.#watcher = watcher;
    this.#rule = rule;
    this.#levels = new LevelWatch(rule.repeat, false);
    this.#weights = new Map(rule.fair.map(({ sportsbook, weight = 1 }) => [sportsbook, weight]));
  }

  spend(subject: string): void {
    this.#levels.spend(subject);
  }

  /** Whether it needs a sportsbook's prices, to bet at or to judge by. */
  heeds(sportsbook: string): boolean {
    return this.#weights.has(sportsbook) || this.#watcher.heeds(sportsbook);
  }

  marketChanged(market: TouchedMarket, around: Surroundings): void {
    const { board } = around;
    const all = market.all();
    const ways = all[0]?.bet.market.ways ?? null;
    const sharp = all.filter(({ sportsbook }) => this.#weights.has(sportsbook));
    if (ways === null || sharp.length === 0) return;
    const fair = this.#fair(sharp, ways, 'after');
    let fairBefore: ReadonlyMap<string, number> | null | undefined;
    for (const leg of all) {
      if (this.#weights.has(leg.sportsbook) || !market.isBettable(leg)) continue;
      const { side } = leg.bet;
      const after = overOf(leg.after, fair?.get(side));
      const level = after === null ? null : exact(after - this.#rule.overPct);
      if (this.#levels.isBlank && (level === null || level <= 0)) continue;
      const levelBefore = (): number | null => {
        if (fairBefore === undefined) fairBefore = this.#fair(sharp, ways, 'before');
        const before = overOf(leg.before, fairBefore?.get(side));
        return before === null ? null : exact(before - this.#rule.overPct);
      };
      const subject = `${leg.sportsbook}|${market.label}|${market.key}|${side}`;
      if (!this.#levels.note(subject, board.epoch, levelBefore, level, true)) continue;
      const probability = fair!.get(side)!;
      around.found({
        watcher: this.#watcher,
        subject,
        game: market.game,
        selection: leg.selection,
        from: priceOrNull(leg.before),
        to: leg.after,
        reason: `worth ${numberWords(after!)} % over its fair chance of ${numberWords(probability * 100)} % (${this.#rule.method}, ${[...this.#weights.keys()].join(', ')})`,
        evidence: [leg, ...sharp].map((each) =>
          evidenceOf(board, each.selection, each.before, each.after, each.ageMs),
        ),
        ...this.#stake(leg, probability, board.selections.key(leg.selection)),
      });
    }
  }

  /** The fair probability of each side, blended over the sharp sportsbooks that quote the whole market. */
  #fair(
    sharp: readonly MarketLeg[],
    ways: number,
    when: 'before' | 'after',
  ): ReadonlyMap<string, number> | null {
    const sources = new Map<string, { probability: number; weight: number }[]>();
    for (const [sportsbook, weight] of this.#weights) {
      const sides = new Map<string, AmericanOdds>();
      for (const leg of sharp)
        if (leg.sportsbook === sportsbook && leg[when] !== NOT_OFFERED && !sides.has(leg.bet.side))
          sides.set(leg.bet.side, leg[when] as AmericanOdds);
      if (sides.size !== ways) continue;
      const fair = fairProbabilities([...sides.values()], this.#rule.method);
      if (fair === null) continue;
      for (const [at, side] of [...sides.keys()].entries())
        sources.set(side, [...(sources.get(side) ?? []), { probability: fair[at]!, weight }]);
    }
    if (sources.size === 0) return null;
    return new Map([...sources].map(([side, of]) => [side, blended(of)!]));
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

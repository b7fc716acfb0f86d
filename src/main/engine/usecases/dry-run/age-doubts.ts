import type { Finding } from '#domain/alert/finding.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';

/**
 * Which alerts of arbitrage rules hinge on what is not recorded: that a price was stated again without a change, and so
 * was fresh. Each rule is judged twice, with legs as old as their last recorded change and with legs that never grow old;
 * what only one of the two tells is in doubt. A rule that asks for no fresh price has no doubts.
 */
export class AgeDoubts {
  /** The rules whose legs never grow old. */
  readonly ageless: readonly Rule[];
  readonly #nameOf: ReadonlyMap<string, string>;

  constructor(rules: readonly Rule[]) {
    const twins = rules.flatMap((rule) =>
      rule.kind === 'arbitrage'
        ? [
            [
              rule.name,
              { ...rule, name: `${rule.name}\u0000ageless`, freshS: Number.POSITIVE_INFINITY },
            ] as const,
          ]
        : [],
    );
    this.ageless = twins.map(([, rule]) => rule);
    this.#nameOf = new Map(twins.map(([name, rule]) => [rule.name, name]));
  }

  /** Whether it is one that this has added. */
  isAgeless(rule: Rule): boolean {
    return this.#nameOf.has(rule.name);
  }

  /** The rules that are in doubt about what one fold made them tell, by name: one for each alert. */
  of(told: readonly Finding[]): readonly string[] {
    if (this.ageless.length === 0) return [];
    const doubts = new Map<string, string>();
    for (const { watcher, subject } of told) {
      if (watcher.rule.kind !== 'arbitrage') continue;
      const name = this.#nameOf.get(watcher.rule.name) ?? watcher.rule.name;
      const alert = `${name}\u0000${subject}`;
      if (!doubts.delete(alert)) doubts.set(alert, name);
    }
    return [...doubts.values()];
  }
}

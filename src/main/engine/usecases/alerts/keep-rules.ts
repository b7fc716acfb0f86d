import type { RuleChange, RuleOutcome, RuleView } from '#contract/rules.ts';
import { describeRule } from '#domain/alert/rule/describe-rule.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import { type UniversalIdOf, withUniversalId } from '#domain/watchlist/watchlist.ts';
import type { AlertStore } from '../../ports/alert-store.ts';

/** Most rules kept. */
const MOST_RULES = 20_000;

interface KeepNeeds {
  readonly store: AlertStore;
  readonly universalIdOf: UniversalIdOf;
  /** Other rules count from now on. */
  readonly changed: () => void;
}

/** The user's rules: what is kept is on disk before it counts. */
export class KeptRules {
  readonly #needs: KeepNeeds;
  #all: readonly Rule[];

  constructor(needs: KeepNeeds) {
    this.#needs = needs;
    this.#all = needs.store.rules();
  }

  all(): readonly Rule[] {
    return this.#all;
  }

  /** The rules for people, in their order. */
  views(): RuleView[] {
    const lastFired = this.#needs.store.lastFired();
    return this.#all.map((rule) => ({
      rule,
      words: describeRule(rule),
      lastFiredAtMs: lastFired.get(rule.name) ?? null,
      isDone: rule.repeat === 'once' && lastFired.has(rule.name),
    }));
  }

  /** Keeps a rule: at the end, or in the place of another. */
  save({ rule, replaces }: RuleChange): RuleOutcome<RuleView[]> {
    const at = replaces === null ? -1 : this.#all.findIndex(({ name }) => name === replaces);
    if (replaces !== null && at === -1)
      return { ok: false, code: 'unknown-rule', message: `There is no rule “${replaces}” any more.` };
    if (this.#all.some(({ name }, each) => name === rule.name && each !== at))
      return {
        ok: false,
        code: 'name-taken',
        message: `Another rule is called “${rule.name}”; choose another name.`,
      };
    const kept = this.#withUniversalId(rule);
    return this.#keep(at === -1 ? [...this.#all, kept] : this.#all.with(at, kept));
  }

  remove(name: string): RuleOutcome<RuleView[]> {
    const rest = this.#all.filter((rule) => rule.name !== name);
    if (rest.length === this.#all.length)
      return { ok: false, code: 'unknown-rule', message: `There is no rule “${name}” any more.` };
    return this.#keep(rest);
  }

  /** Adds rules from elsewhere; one whose name is taken gets another. */
  add(rules: readonly Rule[]): RuleOutcome<RuleView[]> {
    const names = new Set(this.#all.map(({ name }) => name));
    const added = rules.map((rule) => {
      let name = rule.name;
      for (let copy = 2; names.has(name); copy += 1) name = `${rule.name} (${copy})`;
      names.add(name);
      return { ...rule, name };
    });
    return this.#keep([...this.#all, ...added]);
  }

  /**
   * Watchlists have other names: rules go on looking at them, and one that told once has told. `nameOf`: the new name by
   * the old one.
   */
  followNames(nameOf: ReadonlyMap<string, string>): void {
    const renamed = this.#all.map((rule) => onRenamed(rule, nameOf));
    if (renamed.some((rule, at) => rule !== this.#all[at])) this.#keep(renamed, true);
  }

  /** From now on these and no others. `areSame`: they are the old ones in other words. Throws where they can't be kept. */
  replace(rules: readonly Rule[], areSame = false): void {
    this.#needs.store.keepRules(rules, areSame);
    this.#all = rules;
  }

  #withUniversalId(rule: Rule): Rule {
    const { on } = rule;
    if (on.type !== 'entry') return rule;
    return { ...rule, on: { ...on, entry: withUniversalId(on.entry, this.#needs.universalIdOf) } };
  }

  #keep(rules: readonly Rule[], areSame = false): RuleOutcome<RuleView[]> {
    if (rules.length > MOST_RULES)
      return { ok: false, code: 'not-saved', message: `At most ${MOST_RULES} rules fit; remove some first.` };
    try {
      this.replace(rules, areSame);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return {
        ok: false,
        code: 'not-saved',
        message: `The rule could not be saved (${words}); make room on the disk and try again.`,
      };
    }
    this.#needs.changed();
    return { ok: true, value: this.views() };
  }
}

/** A rule that looks at a watchlist whose name is another one now. `nameOf`: the new name by the old one. */
export function onRenamed(rule: Rule, nameOf: ReadonlyMap<string, string>): Rule {
  const { on } = rule;
  if (on.type !== 'watchlist') return rule;
  const watchlist = nameOf.get(on.watchlist) ?? on.watchlist;
  return watchlist === on.watchlist ? rule : { ...rule, on: { ...on, watchlist } };
}

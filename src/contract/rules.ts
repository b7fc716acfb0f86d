import type { Rule } from '#domain/alert/rule/rule.ts';
import type { Outcome } from './outcome.ts';

/** A rule as it stands. */
export interface RuleView {
  readonly rule: Rule;
  /** What it does, as a sentence for people. */
  readonly words: string;
  /** Unix ms, `null` = never since it stands as it stands. */
  readonly lastFiredAtMs: number | null;
  /** It fires once, and has. */
  readonly isDone: boolean;
}

/** A rule to keep. */
export interface RuleChange {
  readonly rule: Rule;
  /** The name of the rule that it replaces, `null` = it is new. */
  readonly replaces: string | null;
}

/** Why a rule could not be kept. */
export type RuleFailure = 'name-taken' | 'unknown-rule' | 'not-saved';

/** What came of it. */
export type RuleOutcome<T, Failure extends string = RuleFailure> = Outcome<T, Failure>;

import type { Rule } from '#domain/alert/rule/rule.ts';

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

/** What came of it. `message` is a sentence for people. */
export type RuleOutcome<T, Failure = RuleFailure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Failure; readonly message: string };

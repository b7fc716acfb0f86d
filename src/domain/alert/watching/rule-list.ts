import type { ArmedRule } from '../armed-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Watching } from './rule-index.ts';

/** The rules that watch a selection, by what they look at; `null` = none, so that a look at the list is all it takes. */
export interface RuleList {
  readonly single: readonly ArmedRule[] | null;
  readonly market: readonly ArmedRule[] | null;
  readonly line: readonly ArmedRule[] | null;
  readonly event: readonly ArmedRule[] | null;
  /** Those that look at this very selection. */
  readonly lookingAt: ReadonlySet<CompiledRule>;
}

/** Sorts the rules that watch a selection. */
export function ruleListOf({ all, lookingAt }: Watching<ArmedRule>): RuleList {
  return {
    single: someOf(all, ({ single }) => single !== null),
    market: someOf(all, ({ market }) => market !== null),
    line: someOf(all, ({ line }) => line !== null),
    event: someOf(all, ({ event }) => event !== null),
    lookingAt: new Set([...lookingAt].map(({ watcher }) => watcher)),
  };
}

function someOf(all: readonly ArmedRule[], is: (rule: ArmedRule) => boolean): readonly ArmedRule[] | null {
  const found = all.filter(is);
  return found.length === 0 ? null : found;
}

import type { ArmedRule } from '../armed-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Watching } from './rule-index.ts';

/** The rules that watch a selection, by what they look at. */
export interface RuleList {
  readonly single: readonly ArmedRule[];
  readonly market: readonly ArmedRule[];
  readonly line: readonly ArmedRule[];
  readonly event: readonly ArmedRule[];
  /** Those that look at this very selection. */
  readonly lookingAt: ReadonlySet<CompiledRule>;
}

/** Sorts the rules that watch a selection. */
export function ruleListOf({ all, lookingAt }: Watching<ArmedRule>): RuleList {
  return {
    single: all.filter(({ single }) => single !== null),
    market: all.filter(({ market }) => market !== null),
    line: all.filter(({ line }) => line !== null),
    event: all.filter(({ event }) => event !== null),
    lookingAt: new Set([...lookingAt].map(({ watcher }) => watcher)),
  };
}

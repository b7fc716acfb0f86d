import type { Bridge } from '#contract/bridge.ts';
import type { DryRunReport } from '#contract/dry-run.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import { type Observable, observable } from '../observable.ts';

/** How a look at the recorded day goes. `done`: 0 to 1. */
export type DryRunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'done'; readonly report: DryRunReport }
  /** In words why there is no report. */
  | { readonly kind: 'failed'; readonly message: string };

/** Tries rules on the recorded day. */
export interface DryRunStore {
  readonly state: Observable<DryRunState>;
  /** Tries these rules, `null` = those that are kept; a look that goes on elsewhere ends. */
  run(rules: readonly Rule[] | null): Promise<void>;
  cancel(): Promise<void>;
  /** What was found is of no interest any more. */
  forget(): void;
  stop(): void;
}

const IDLE: DryRunState = { kind: 'idle' };

/** Opens the store; nothing is looked at. */
export function openDryRun(bridge: Bridge): DryRunStore {
  const state = observable<DryRunState>(IDLE);
  let question = 0;
  const unlisten = bridge.listen('dryRun', ({ done }) => {
    if (state.read().kind === 'running') state.write({ kind: 'running', done });
  });
  return {
    state,
    async run(rules) {
      question += 1;
      const mine = question;
      state.write({ kind: 'running', done: 0 });
      const reply = await bridge.request('rules.dryRun', { rules });
      if (mine !== question) return;
      if (reply.ok) state.write({ kind: 'done', report: reply.value });
      else state.write(reply.code === 'cancelled' ? IDLE : { kind: 'failed', message: reply.message });
    },
    async cancel() {
      if (state.read().kind === 'running') await bridge.request('rules.cancelDryRun', null);
    },
    forget() {
      if (state.read().kind === 'running') void bridge.request('rules.cancelDryRun', null);
      question += 1;
      state.write(IDLE);
    },
    stop: unlisten,
  };
}

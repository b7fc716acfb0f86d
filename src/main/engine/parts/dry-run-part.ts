import { Worker } from 'node:worker_threads';
import type { DryRunFailure, DryRunReport } from '#contract/dry-run.ts';
import type { Outcome } from '#contract/outcome.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { AlertsPart } from './alerts-part.ts';
import type { PartContext } from './context.ts';
import type { DryRunWork } from './run-dry-run.ts';

/** Windows are told no more often how far it is. */
const TELL_EVERY_MS = 100;
/** Beyond it a look at the history ends instead of taking the machine’s memory. */
const HEAP_MIB = 512;

/** What the thread tells. `report`: `null` = nothing is recorded. */
export type DryRunNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'ended'; readonly report: DryRunReport | null }
  | { readonly kind: 'failed'; readonly message: string };

type DryRunReply = Outcome<DryRunReport, DryRunFailure>;

/** Tries rules on the recorded history, in a thread of its own; one look at a time: the next one ends the one before. */
export class DryRunPart {
  readonly #context: PartContext;
  readonly #alerts: AlertsPart;
  #cancel: (() => void) | undefined;

  constructor(context: PartContext, alerts: AlertsPart) {
    this.#context = context;
    this.#alerts = alerts;
  }

  /** How often rules would have fired in the last recorded day; `null` = those that are kept. */
  run(rules: readonly Rule[] | null): Promise<DryRunReply> {
    this.cancel();
    const { options, clock, threads } = this.#context;
    const folder = options.dataFolder;
    if (folder === null)
      return Promise.resolve(
        failure('no-history', 'The demo feed keeps no history: with your own key every price is recorded.'),
      );
    const workerData: DryRunWork = {
      folder,
      rules: rules ?? this.#alerts.rules.all(),
      watchlists: this.#alerts.watchlists(),
      sharedSources: this.#alerts.sharedSources,
      toMs: clock.nowMs(),
    };
    const worker = new Worker(threads.dryRun, {
      name: 'dry-run',
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    worker.unref();
    return this.#replyOf(worker);
  }

  /** Ends the look that is going on, if any. */
  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #replyOf(worker: Worker): Promise<DryRunReply> {
    const { sink, clock } = this.#context;
    let toldAtMs = 0;
    return new Promise((resolve) => {
      const end = (reply: DryRunReply) => {
        if (this.#cancel === cancel) this.#cancel = undefined;
        void worker.terminate();
        resolve(reply);
      };
      const cancel = () => end(failure('cancelled', 'It was cancelled.'));
      this.#cancel = cancel;
      worker.on('message', (news: DryRunNews) => {
        if (news.kind === 'failed') return end(failure('failed', news.message));
        if (news.kind === 'ended')
          return end(
            news.report === null
              ? failure('no-history', 'Nothing is recorded yet; leave Linewatch running for a while.')
              : { ok: true, value: news.report },
          );
        const nowMs = clock.nowMs();
        if (Math.abs(nowMs - toldAtMs) < TELL_EVERY_MS) return;
        toldAtMs = nowMs;
        sink.dryRun({ done: news.done });
      });
      worker.on('error', (error) =>
        end(failure('failed', `The history could not be read: ${error.message}`)),
      );
      worker.on('exit', () => end(failure('failed', 'What read the history has ended; look again.')));
    });
  }
}

function failure(code: DryRunFailure, message: string): DryRunReply {
  return { ok: false, code, message };
}

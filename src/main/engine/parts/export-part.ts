import { Worker } from 'node:worker_threads';
import type { ExportOrder, ExportOutcome, ExportProgress, ExportReply } from '#contract/export.ts';
import type { ExportNews, ExportWork } from '../ports/export.ts';
import type { PartContext } from './context.ts';

/** Windows are told no more often how far an export is. */
const TELL_EVERY_MS = 100;
/** A stop waits this long for an export to take its unfinished file away. */
const STOP_TIMEOUT_MS = 1_000;
/** An export of any length does with less; beyond it, it ends instead of taking the machine’s memory. */
const HEAP_MIB = 256;

const BUSY: ExportReply = {
  ok: false,
  code: 'busy',
  message: 'An export is being written already: wait for it, or cancel it.',
};

/** An order with its place. `folder`: the data folder to read, `null` = the engine's own. */
export interface PlacedOrder extends ExportOrder {
  readonly folder: string | null;
  readonly file: string;
}

/** Writes whole histories out, the own one or another recording, in a thread of its own; one export at a time. */
export class ExportPart {
  readonly #context: PartContext;
  #worker: Worker | undefined;

  constructor(context: PartContext) {
    this.#context = context;
  }

  /** Writes a history out; resolves when the file is whole, or is not to be. */
  async export({ folder: other, file, format, query }: PlacedOrder): Promise<ExportReply> {
    const folder = other ?? this.#context.options.dataFolder;
    if (folder === null) return { ok: false, code: 'failed', message: 'The demo feed keeps no history.' };
    if (this.#worker !== undefined) return BUSY;
    const workerData: ExportWork = { folder, file, format, query };
    const worker = new Worker(this.#context.threads.historyExport, {
      name: 'history-export',
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    this.#worker = worker;
    const outcome = await this.#outcomeOf(worker);
    this.#worker = undefined;
    return outcome;
  }

  cancel(): void {
    this.#worker?.postMessage('cancel');
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.cancel();
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    worker.once('exit', () => resolve());
    setTimeout(resolve, STOP_TIMEOUT_MS).unref();
    await ended;
    await worker.terminate();
  }

  #outcomeOf(worker: Worker): Promise<ExportOutcome> {
    const { sink, clock } = this.#context;
    let toldAtMs = 0;
    const tell = (progress: ExportProgress) => {
      const nowMs = clock.nowMs();
      if (Math.abs(nowMs - toldAtMs) < TELL_EVERY_MS && progress.done < 1) return;
      toldAtMs = nowMs;
      sink.exported(progress);
    };
    return new Promise((resolve) => {
      const gone = (why: string) =>
        resolve({ ok: false, code: 'failed', message: `The export ended: ${why}` });
      worker.on('message', (news: ExportNews) => {
        if (news.kind === 'progress') tell(news.progress);
        else resolve(news.outcome);
      });
      worker.on('error', (error) => gone(error.message));
      worker.on('exit', (code) => gone(`exit code ${code}`));
    });
  }
}

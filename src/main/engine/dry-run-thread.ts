import { parentPort, workerData } from 'node:worker_threads';
import { wordsOfFault } from './adapters/cache/database-faults.ts';
import type { DryRunNews } from './parts/dry-run-part.ts';
import { type DryRunWork, runDryRun } from './parts/run-dry-run.ts';

/** Tries rules in a thread of its own, so that neither prices nor questions wait; to cancel, end it. `workerData`: the work. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('Rules are tried by a worker thread.');
  const tell = (news: DryRunNews): void => port.postMessage(news);
  try {
    const report = runDryRun(workerData as DryRunWork, (done) => tell({ kind: 'progress', done }));
    tell({ kind: 'ended', report });
  } catch (error) {
    tell({ kind: 'failed', message: wordsOfFault(error) });
  }
}

serve();

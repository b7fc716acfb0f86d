import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { runExport } from './parts/run-export.ts';
import type { ExportNews, ExportWork } from './ports/export.ts';

/** Writes the history in a thread of its own, so that neither prices nor questions wait. `workerData`: the work. */
async function serve(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('The history is exported by a worker thread.');
  const tell = (news: ExportNews): void => port.postMessage(news);
  let isCancelled = false;
  port.once('message', () => {
    isCancelled = true;
  });
  const outcome = await runExport(workerData as ExportWork, {
    turn,
    isCancelled: () => isCancelled,
    progress: (progress) => tell({ kind: 'progress', progress }),
  });
  tell({ kind: 'ended', outcome });
  port.close();
}

await serve();

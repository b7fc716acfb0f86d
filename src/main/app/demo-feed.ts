import { once } from 'node:events';
import { startWorker } from './worker-entry.ts';

/** A running demo feed. */
export interface DemoFeed {
  readonly base: string;
  readonly key: string;
  stop(): Promise<void>;
}

/**
 * Starts the simulator in a thread of its own, on a loopback port and with a key that only this run knows. `ended` is
 * called once if it ends by itself.
 */
export async function startDemoFeed(ended: (why: string) => void): Promise<DemoFeed> {
  const worker = startWorker('simulator', { workerData: {} });
  const [{ base, key }] = (await once(worker, 'message')) as [{ base: string; key: string }];
  let isEnded = false;
  const end = (why: string) => {
    if (!isEnded) ended(why);
    isEnded = true;
  };
  worker.on('error', (error) => end(error.stack ?? error.message));
  worker.on('exit', (code) => end(`exit code ${code}`));
  return {
    base,
    key,
    async stop() {
      isEnded = true;
      await worker.terminate();
    },
  };
}

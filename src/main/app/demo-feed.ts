import { once } from 'node:events';
import { startWorker } from './worker-entry.ts';

/** A running demo feed. */
export interface DemoFeed {
  readonly base: string;
  readonly key: string;
  stop(): Promise<void>;
}

/** Starts the simulator in a thread of its own, on a loopback port and with a key that only this run knows. */
export async function startDemoFeed(): Promise<DemoFeed> {
  const worker = startWorker('simulator', { workerData: {} });
  const [{ base, key }] = (await once(worker, 'message')) as [{ base: string; key: string }];
  return {
    base,
    key,
    async stop() {
      await worker.terminate();
    },
  };
}

import { parentPort, workerData } from 'node:worker_threads';
import type { SimulatorOptions } from './options.ts';
import { startSimulator } from './simulator.ts';

/**
 * A worker thread that runs a simulator. `workerData`: `SimulatorOptions`. Posts `{ base, key }` once it can be
 * connected to; the message `'stop'` ends it. A port that is taken becomes the worker's `error` event.
 */
if (parentPort === null) throw new Error('demo-worker.ts runs as a worker thread');
const port = parentPort;
const simulator = await startSimulator(workerData as SimulatorOptions);
port.postMessage({ base: simulator.base, key: simulator.key });
port.on('message', async (message: unknown) => {
  if (message !== 'stop') return;
  await simulator.stop();
  port.close();
});

import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts one of the workers that are built beside the main entry, by its file name without ending. */
export function startWorker(name: 'engine' | 'simulator', options: WorkerOptions = {}): Worker {
  return new Worker(new URL(`./${name}.js`, import.meta.url), { name, ...options });
}

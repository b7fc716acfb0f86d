import { parentPort, threadId } from 'node:worker_threads';

parentPort.postMessage({ inWorker: threadId > 0, column: new Int32Array([1, 2, 3]) });

import { parentPort, workerData } from 'node:worker_threads';
import { openDatabaseToRead } from '../open-database.ts';
import { keepCopy } from './keep-copy.ts';

/** Makes one copy of the database in a folder and ends; says whether it could. A copy reads: who writes is not held up. */
function serve(): void {
  const { folder } = workerData as { readonly folder: string };
  const database = openDatabaseToRead(folder);
  const isCopied = keepCopy(database, folder, 'thread');
  database.close();
  parentPort?.postMessage(isCopied);
}

serve();

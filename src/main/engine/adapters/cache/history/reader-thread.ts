import { existsSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { faultOf, wordsOfFault } from '../database-faults.ts';
import { coursesOf } from './courses.ts';
import { HistoryReader } from './history-reader.ts';
import { HISTORY_FILE, openHistoryToRead } from './open-history.ts';
import type { ReaderCall, ReaderCallName, ReaderCalls, ReaderNews } from './reader-calls.ts';

type Handlers = {
  [N in ReaderCallName]: (reader: HistoryReader, input: ReaderCalls[N]['input']) => ReaderCalls[N]['output'];
};

const HANDLERS: Handlers = {
  contents: (reader) => reader.contents(),
  courses: (reader, query) => coursesOf(reader, query),
  games: (reader) => reader.newestMatches(),
  markets: (reader, { games }) => reader.marketsOf(games),
  openers: (reader, query) => reader.openers(query),
  plays: (reader, { game }) => reader.playsOf(game),
  retention: (reader, retention) => reader.previewRetention(retention, Date.now()),
  series: (reader, query) => reader.series(query),
};

/** Reads the history in a thread of its own, so that a long question delays no price. `workerData`: `{ folder }`. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('The history is read by a worker thread.');
  const tell = (news: ReaderNews): void => port.postMessage(news);
  const { folder } = workerData as { folder: string };
  let open: { readonly database: Database.Database; readonly reader: HistoryReader } | undefined;

  /** The file may not be there yet, and may be set aside and begun anew while this thread runs. */
  const reader = (): HistoryReader => {
    if (!existsSync(path.join(folder, HISTORY_FILE)))
      throw new Error('There is no history in this folder yet.');
    if (open === undefined) {
      const database = openHistoryToRead(folder);
      open = { database, reader: new HistoryReader(database) };
    }
    return open.reader;
  };

  port.on('message', (call: ReaderCall) => {
    try {
      const handle = HANDLERS[call.name] as (reader: HistoryReader, input: unknown) => unknown;
      tell({ kind: 'answer', id: call.id, value: handle(reader(), call.input) });
    } catch (error) {
      // a connection that failed may hold on to a file that is no more
      open?.database.close();
      open = undefined;
      tell({
        kind: 'failure',
        id: call.id,
        message: wordsOfFault(error),
        isDamage: faultOf(error) === 'damaged',
      });
    }
  });
}

serve();

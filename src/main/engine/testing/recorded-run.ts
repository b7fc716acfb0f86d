import { HistoryWriter } from '../adapters/cache/history/history-writer.ts';
import { openHistory } from '../adapters/cache/history/open-history.ts';
import { HistoryRecorder } from '../usecases/history/record-history.ts';
import type { AlertRun } from './alert-run.ts';

/** Records everything that a run folds into a real history in a folder, by hand and without a thread. */
export function recordRun(
  run: Pick<AlertRun, 'clock' | 'board' | 'alsoNote'>,
  folder: string,
): { readonly writer: HistoryWriter; readonly database: ReturnType<typeof openHistory> } {
  const database = openHistory(folder);
  const writer = new HistoryWriter(database);
  const recorder = new HistoryRecorder({
    clock: run.clock,
    board: run.board,
    history: {
      isBehind: false,
      waiting: 0,
      // as the thread's port would: nothing of the batch is shared
      write: (batch) => writer.write(structuredClone(batch)),
      writePlays: () => undefined,
      noteDamage: () => undefined,
      retain: () => undefined,
      stop: () => Promise.resolve(),
    },
  });
  run.alsoNote = (changes) => recorder.note(changes);
  return { writer, database };
}

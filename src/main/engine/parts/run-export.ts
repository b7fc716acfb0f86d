import type { ExportOutcome, ExportProgress } from '#contract/export.ts';
import { openHistoryToRead } from '../adapters/cache/history/open-history.ts';
import { StoredRows } from '../adapters/cache/history-rows.ts';
import { diskWords } from '../adapters/export/disk-words.ts';
import { openRows } from '../adapters/export/rows/open-rows.ts';
import type { ExportWork } from '../ports/export.ts';
import { exportHistory } from '../usecases/export/export-history.ts';

interface ExportPace {
  readonly turn: () => Promise<unknown>;
  readonly isCancelled: () => boolean;
  readonly progress: (progress: ExportProgress) => void;
}

/** Writes the history of a data folder into a file, on this thread. */
export async function runExport(
  { folder, file, format, query }: ExportWork,
  pace: ExportPace,
): Promise<ExportOutcome> {
  let database: ReturnType<typeof openHistoryToRead>;
  try {
    database = openHistoryToRead(folder);
  } catch {
    return { ok: false, code: 'failed', message: `There is no history in ${folder} yet.` };
  }
  try {
    return await exportHistory({
      ...pace,
      query,
      rows: new StoredRows(database),
      open: () => openRows(file, format),
      wordsOf: (error) => diskWords(error, file),
    });
  } finally {
    database.close();
  }
}

import type { ExportOutcome, ExportProgress, ExportQuery } from '#contract/export.ts';
import type { HistoryRows, RowWriter } from '../../ports/export.ts';

interface ExportNeeds {
  readonly query: ExportQuery;
  readonly rows: HistoryRows;
  /** Begins the file; throws where it can't be. */
  readonly open: () => RowWriter;
  /** Lets others have their turn. */
  readonly turn: () => Promise<unknown>;
  readonly isCancelled: () => boolean;
  readonly progress: (progress: ExportProgress) => void;
  /** What the disk said, in words. */
  readonly wordsOf: (error: unknown) => string;
}

/** After so many changes others get their turn: whoever cancels is heard within a moment. */
const CHANGES_A_TURN = 32_768;

/**
 * Writes the history part by part: what is read is written before more is read, so memory stays the same however much
 * there is. A file appears only when it is whole.
 */
export async function exportHistory(needs: ExportNeeds): Promise<ExportOutcome> {
  const { query, rows, isCancelled, progress } = needs;
  let writer: RowWriter | undefined;
  try {
    writer = needs.open();
    const total = rows.count(query);
    let [looked, written, turnAt] = [0, 0, CHANGES_A_TURN];
    for (const part of rows.parts(query)) {
      writer.write(part.changes);
      looked += part.looked;
      written += part.changes.length;
      if (looked < turnAt) continue;
      turnAt = looked + CHANGES_A_TURN;
      progress({ rows: written, done: total === 0 ? 1 : Math.min(1, looked / total) });
      await needs.turn();
      if (isCancelled()) return { ok: false, code: 'cancelled', message: 'The export was cancelled.' };
    }
    const bytes = writer.keep();
    progress({ rows: written, done: 1 });
    return { ok: true, rows: written, bytes };
  } catch (error) {
    return { ok: false, code: 'failed', message: needs.wordsOf(error) };
  } finally {
    writer?.discard();
  }
}

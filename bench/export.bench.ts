import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { EXPORT_FORMATS } from '#contract/export.ts';
import { HistoryWriter } from '#engine/adapters/cache/history/history-writer.ts';
import { openHistory } from '#engine/adapters/cache/history/open-history.ts';
import { runExport } from '#engine/parts/run-export.ts';
import { batches, CHANGES } from './recorded-day.ts';
import { report, rounded } from './report.ts';

/** Writing the whole history out: rows a second, and whether memory stays the same from the first rows to the last. */
const MIB = 2 ** 20;
/** Until here the program's memory finds its size; what it grows by after is what an export costs by its length. */
const SETTLED = 0.2;
const MOST_GROWTH_BYTES = 64 * MIB;

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-export-'));
const database = openHistory(folder);
const writer = new HistoryWriter(database);
for (const batch of batches()) {
  writer.write(batch);
  if (writer.newChanges >= 200_000) writer.compact();
}
database.close();

for (const format of EXPORT_FORMATS) {
  const file = path.join(folder, `history.${format}`);
  let [settledBytes, peakBytes] = [0, 0];
  const startedAtMs = performance.now();
  const outcome = await runExport(
    { folder, file, format, query: { fromMs: null, toMs: null } },
    {
      turn,
      isCancelled: () => false,
      progress({ done }) {
        const rssBytes = process.memoryUsage.rss();
        if (done < SETTLED) settledBytes = Math.max(settledBytes, rssBytes);
        else peakBytes = Math.max(peakBytes, rssBytes);
      },
    },
  );
  if (!outcome.ok) throw new Error(outcome.message);
  const rowsPerSecond = (outcome.rows / (performance.now() - startedAtMs)) * 1000;
  const growthBytes = Math.max(0, peakBytes - settledBytes);
  report({
    work: `export: ${outcome.rows} rows as ${format}`,
    limit: `${MOST_GROWTH_BYTES / MIB} MiB more from the first fifth to the end`,
    peer: '-',
    ours: `${Math.round(rowsPerSecond)} rows/s, ${rounded(outcome.bytes / outcome.rows, 1)} bytes a row, peak ${Math.round(peakBytes / MIB)} MiB, ${rounded(growthBytes / MIB, 1)} MiB more`,
    ratio: rounded(growthBytes / MIB, 1),
    target: `<= ${MOST_GROWTH_BYTES / MIB}`,
    met: outcome.rows === CHANGES && growthBytes <= MOST_GROWTH_BYTES,
  });
  rmSync(file);
}
rmSync(folder, { recursive: true, force: true });

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { EXPORT_FORMATS, type ExportFormat } from '#contract/export.ts';
import { HistoryWriter } from '#engine/adapters/cache/history/history-writer.ts';
import { openHistory } from '#engine/adapters/cache/history/open-history.ts';
import { runExport } from '#engine/parts/run-export.ts';
import { batches, CHANGES, DAY_MS, START_MS } from './recorded-day.ts';
import { report, rounded } from './report.ts';

/**
 * Writing the history out, each time in a process of its own: rows a second, and whether ten times the rows take more
 * memory. `--one FOLDER FORMAT TO` is such a process.
 */
const MIB = 2 ** 20;
/** A tenth of the day is about a tenth of the rows. */
const TENTH_MS = START_MS + DAY_MS / 10;
/** What the process may hold in objects: it ends with an error where that does not do. */
const HEAP_MIB = 64;
const MOST_GROWTH_BYTES = 64 * MIB;

interface Measured {
  readonly rows: number;
  readonly bytes: number;
  readonly tookMs: number;
  readonly peakBytes: number;
}

async function exportOne(folder: string, format: ExportFormat, toMs: number): Promise<Measured> {
  const file = path.join(folder, `history.${format}`);
  const startedAtMs = performance.now();
  const outcome = await runExport(
    { folder, file, format, query: { fromMs: null, toMs } },
    { turn, isCancelled: () => false, progress: () => undefined },
  );
  if (!outcome.ok) throw new Error(outcome.message);
  const tookMs = performance.now() - startedAtMs;
  rmSync(file);
  const { rows, bytes } = outcome;
  return { rows, bytes, tookMs, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

function measure(folder: string, format: ExportFormat, toMs: number): Measured {
  const args = [
    `--max-old-space-size=${HEAP_MIB}`,
    import.meta.filename,
    '--one',
    folder,
    format,
    String(toMs),
  ];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

function bench(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-export-'));
  const database = openHistory(folder);
  const writer = new HistoryWriter(database);
  for (const batch of batches()) {
    writer.write(batch);
    if (writer.newChanges >= 200_000) writer.compact();
  }
  database.close();
  for (const format of EXPORT_FORMATS) {
    const tenth = measure(folder, format, TENTH_MS);
    const whole = measure(folder, format, START_MS + 2 * DAY_MS);
    const growthBytes = Math.max(0, whole.peakBytes - tenth.peakBytes);
    report({
      work: `export: ${whole.rows} rows as ${format}`,
      limit: `a heap of ${HEAP_MIB} MiB; at most ${MOST_GROWTH_BYTES / MIB} MiB more than for ${tenth.rows} rows`,
      peer: `${tenth.rows} rows: peak ${Math.round(tenth.peakBytes / MIB)} MiB`,
      ours: `peak ${Math.round(whole.peakBytes / MIB)} MiB, ${Math.round((whole.rows / whole.tookMs) * 1000)} rows/s, ${rounded(whole.bytes / whole.rows, 1)} bytes a row`,
      ratio: rounded(growthBytes / MIB, 1),
      target: `<= ${MOST_GROWTH_BYTES / MIB}`,
      met: whole.rows === CHANGES && growthBytes <= MOST_GROWTH_BYTES,
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

const one = process.argv.indexOf('--one');
if (one === -1) bench();
else {
  const [folder = '', format = '', toMs = ''] = process.argv.slice(one + 1);
  const measured = await exportOne(folder, format as ExportFormat, Number(toMs));
  process.stdout.write(JSON.stringify(measured));
}

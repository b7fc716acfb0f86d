import { setImmediate as turn } from 'node:timers/promises';
import { EXPORT_FORMATS, type ExportFormat, type ExportOutcome } from '#contract/export.ts';
import type { RulesFile } from '#domain/alert/rule/read-rules.ts';
import { backUp } from '../adapters/cache/back-up.ts';
import { STDOUT } from '../adapters/export/rows/open-rows.ts';
import { runDryRun } from '../parts/run-dry-run.ts';
import { runExport } from '../parts/run-export.ts';
import type { ExportWork } from '../ports/export.ts';
import { parseFlags, readFilters, readRulesFile, required, UsageError } from './options.ts';
import { NdjsonOutput, printDryRun } from './print.ts';

/** How often an export says how far it is. */
const PROGRESS_MS = 2000;
const FAILED = 1;

/** What is done with a data folder besides recording into it. */
export type CopyCommand =
  | { readonly kind: 'export'; readonly work: ExportWork }
  | { readonly kind: 'backup'; readonly folder: string; readonly into: string }
  | { readonly kind: 'dry-run'; readonly folder: string; readonly file: RulesFile };

/** Reads `--export`, `--backup` and `--dry-run`; `null` where none stands. Throws `UsageError` for what it does not understand. */
export function readCopyCommand(args: readonly string[]): CopyCommand | null {
  const flags = parseFlags(args);
  const extra = (['format', 'from', 'to'] as const).find((flag) => flags[flag] !== undefined);
  if (flags.export === undefined && extra !== undefined)
    throw new UsageError(`--${extra} belongs to --export FILE`);
  if ([flags.export, flags.backup, flags['dry-run']].every((flag) => flag === undefined)) return null;
  const folder = required(flags.data, '--data', 'the folder of the database');
  if (flags['dry-run'] !== undefined)
    return { kind: 'dry-run', folder, file: readRulesFile('--dry-run', flags['dry-run']) };
  if (flags.backup !== undefined)
    return { kind: 'backup', folder, into: required(flags.backup, '--backup', 'a folder for the copy') };
  const file = required(flags.export, '--export', 'a file, or - for the standard output');
  return {
    kind: 'export',
    work: {
      folder,
      file,
      format: readFormat(flags.format, file),
      query: {
        ...readFilters(flags),
        fromMs: readTime('--from', flags.from),
        toMs: readTime('--to', flags.to),
      },
    },
  };
}

/** Does it. Sentences go to `say`; the exit code says how it ended. */
export async function runCopy(command: CopyCommand, say: (text: string) => void): Promise<void> {
  if (command.kind === 'backup') {
    const outcome = backUp(command.folder, command.into);
    say(outcome.message);
    if (!outcome.ok) process.exitCode = FAILED;
    return;
  }
  if (command.kind === 'dry-run') return tryRules(command.folder, command.file, say);
  const { work } = command;
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort());
  let saidAtMs = Date.now();
  const outcome = await runExport(work, {
    turn,
    isCancelled: () => cancel.signal.aborted,
    progress({ rows, done }) {
      if (Date.now() - saidAtMs < PROGRESS_MS) return;
      saidAtMs = Date.now();
      say(`${rows} rows, ${Math.round(done * 100)} %`);
    },
  });
  say(endWords(outcome, work.file));
  process.exit(outcome.ok ? 0 : FAILED);
}

function tryRules(folder: string, { rules, watchlists }: RulesFile, say: (text: string) => void): void {
  const report = runDryRun({ folder, rules, watchlists, toMs: Date.now() }, () => undefined);
  if (report === null) {
    say(`There is no history in ${folder} yet.`);
    process.exitCode = FAILED;
    return;
  }
  const out = new NdjsonOutput();
  printDryRun(report, out);
  out.flush();
  const since = new Date(report.fromMs).toISOString();
  say(
    `${report.changes} recorded changes since ${since}${report.isShort ? ', when the recording begins' : ''}`,
  );
}

function endWords(outcome: ExportOutcome, file: string): string {
  if (!outcome.ok) return outcome.message;
  const where = file === STDOUT ? 'written' : `in ${file}`;
  return `${outcome.rows} rows (${(outcome.bytes / 1e6).toFixed(1)} MB) ${where}`;
}

function readFormat(format: string | undefined, file: string): ExportFormat {
  const named = format ?? /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const found = EXPORT_FORMATS.find((each) => each === (named === 'jsonl' ? 'ndjson' : named));
  if (found !== undefined) return found;
  throw new UsageError(
    format === undefined
      ? `--format is missing: give one of ${EXPORT_FORMATS.join(', ')}`
      : `--format "${format}" is none of ${EXPORT_FORMATS.join(', ')}`,
  );
}

function readTime(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs))
    throw new UsageError(`${flag} "${text}" is no time: write it as 2026-11-24 or 2026-11-24T18:30Z`);
  return atMs;
}

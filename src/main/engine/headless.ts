import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { FrameRecorder } from './adapters/feed/recorder.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { readCopyCommand, runCopy } from './headless/copy-command.ts';
import { type HeadlessOptions, readOptions, USAGE, UsageError } from './headless/options.ts';
import {
  dumpBoard,
  NdjsonOutput,
  printAlerts,
  printPriceLines,
  printStorage,
  statsLine,
  statusLine,
} from './headless/print.ts';
import { Engine } from './index.ts';
import { threadFiles } from './threads.ts';
import { VERSION } from './version.ts';

/** Exit codes: all well, the run failed, the command line was wrong. */
const EXIT = { ok: 0, failed: 1, usage: 2 };

/** The engine without a desktop: NDJSON on stdout, sentences on stderr, until a signal or the duration ends it. */
function run(options: HeadlessOptions, recorder: FrameRecorder | null): void {
  const out = new NdjsonOutput();
  out.line({ type: 'start', version: VERSION });
  const engine = new Engine(
    {
      base: options.base,
      key: options.key,
      source: 'provider',
      filters: options.filters,
      proxy: options.proxy,
      dataFolder: options.dataFolder,
      parsesEveryFrame: options.parsesEveryFrame,
      rules: options.rules,
    },
    threadFiles(import.meta.url),
    {
      status: (status) => out.line(statusLine(status)),
      stats: (stats) => out.line(statsLine(stats, engine.history.state())),
      storage: printStorage(out),
      catalogue: () => undefined,
      filters: () => undefined,
      plays: () => undefined,
      bets: () => undefined,
      watchlists: () => undefined,
      watched: () => undefined,
      exported: () => undefined,
      dryRun: () => undefined,
      alerts: (news) => printAlerts(news, out, (alertId) => engine.alerts.desk.delivered(alertId, 'shown')),
      rules: () => undefined,
      batch: () => undefined,
      gameBatch: () => undefined,
      linesBatch: () => undefined,
    },
    {
      notice: say,
      connected: (feed) => recorder?.connected(feed),
      frame: (feed, data, isBinary) => recorder?.frame(feed, data, isBinary),
      ...(options.printChanges && { changed: (changes, board) => printPriceLines(changes, board, out) }),
    },
  );
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    const isRefused = engine.odds.follower.status.state === 'refused';
    const stopped = engine.stop();
    out.flush();
    const dump = dumped(engine, options.dumpBoardFile);
    process.exitCode = isRefused ? EXIT.failed : dump;
    // what is left in the pipe and the recording goes out before the process ends, but what hangs can't hold it
    void Promise.all([stopped, ended(process.stdout), endRecording(recorder)]).then(() => process.exit());
    setTimeout(() => process.exit(), 2000);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // a reader that went away (head, a closed terminal) ends the run like a signal
  process.stdout.on('error', stop);
  if (options.durationMs !== null) setTimeout(stop, options.durationMs);
  engine.start();
}

function ended(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.end(() => resolve()));
}

async function endRecording(recorder: FrameRecorder | null): Promise<void> {
  const counts = await recorder?.stop();
  if (counts !== undefined && counts.leftOut > 0)
    say(`The disk was too slow: ${counts.leftOut} frames are not in the recording.`);
}

function dumped(engine: Engine, file: string | null): number {
  if (file === null) return EXIT.ok;
  try {
    dumpBoard(engine.board, file);
    return EXIT.ok;
  } catch (error) {
    say(
      `The board could not be written to ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
    return EXIT.failed;
  }
}

function say(text: string): void {
  process.stderr.write(`headless: ${text}\n`);
}

/** Makes sure before the start that the folders can be written: a wrong path is not found hours later. */
function prepareFolders(options: HeadlessOptions): void {
  const folders = [
    options.dataFolder,
    ...[options.dumpBoardFile, options.recordFile].flatMap((file) => (file === null ? [] : [dirname(file)])),
  ];
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw new UsageError(
        `the folder ${folder} can't be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

function openRecorder({ recordFile, key }: HeadlessOptions): FrameRecorder | null {
  if (recordFile === null) return null;
  try {
    return new FrameRecorder({ file: recordFile, key, clock: createSystemClock(), failed: say });
  } catch (error) {
    throw new UsageError(
      `--record: ${recordFile} can't be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stderr.write(USAGE);
    return;
  }
  try {
    const copy = readCopyCommand(args);
    if (copy !== null) return void runCopy(copy, say);
    const options = readOptions(args);
    prepareFolders(options);
    run(options, openRecorder(options));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    say('npm run headless -- --help lists the flags.');
    process.exitCode = EXIT.usage;
  }
}

main(process.argv.slice(2));

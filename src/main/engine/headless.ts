import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type HeadlessOptions, readOptions, USAGE, UsageError } from './headless/options.ts';
import { dumpBoard, NdjsonOutput, printPriceLines, statsLine, statusLine } from './headless/print.ts';
import { Engine } from './index.ts';
import { VERSION } from './version.ts';

/** Exit codes: all well, the run failed, the command line was wrong. */
const EXIT = { ok: 0, failed: 1, usage: 2 };

/** The engine without a desktop: NDJSON on stdout, sentences on stderr, until a signal or the duration ends it. */
function run(options: HeadlessOptions): void {
  const out = new NdjsonOutput();
  out.line({ type: 'start', version: VERSION });
  const engine = new Engine(
    {
      base: options.base,
      key: options.key,
      source: 'provider',
      filters: options.filters,
      dataFolder: options.dataFolder,
    },
    {
      status: (status) => out.line(statusLine(status)),
      stats: (stats) => out.line(statsLine(stats)),
      batch: () => undefined,
    },
    {
      notice: say,
      ...(options.printChanges && { changed: (changes, board) => printPriceLines(changes, board, out) }),
    },
  );
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    engine.stop();
    out.flush();
    process.exitCode = dumped(engine, options.dumpBoardFile);
    // what is left in the pipe goes out before the process ends, but a reader that hangs can't hold it
    process.stdout.end(() => process.exit());
    setTimeout(() => process.exit(), 1000);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // a reader that went away (head, a closed terminal) ends the run like a signal
  process.stdout.on('error', stop);
  if (options.durationMs !== null) setTimeout(stop, options.durationMs);
  engine.start();
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
    ...(options.dumpBoardFile === null ? [] : [dirname(options.dumpBoardFile)]),
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

function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stderr.write(USAGE);
    return;
  }
  try {
    const options = readOptions(args);
    prepareFolders(options);
    run(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    say('npm run headless -- --help lists the flags.');
    process.exitCode = EXIT.usage;
  }
}

main(process.argv.slice(2));

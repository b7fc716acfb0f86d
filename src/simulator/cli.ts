import { readCommandLine, USAGE } from './command-line.ts';
import { startReplay } from './replay/index.ts';
import { startSimulator } from './simulator.ts';

const command = readCommandLine(process.argv.slice(2));
if (command.kind === 'help') process.stdout.write(USAGE);
else if (command.kind === 'wrong') fail(`${command.sentence} See npm run simulator -- --help.`);
else {
  try {
    const server = await (command.kind === 'simulate'
      ? startSimulator(command.options)
      : startReplay(command.file, command.speed, command.options));
    process.stdout.write(
      `${command.kind === 'simulate' ? 'Simulator' : `Replay of ${command.file}`} is ready.\n` +
        `base  ${server.base}\n` +
        `key   ${server.key}\n\n` +
        'To follow it without a window, write the key into a file and run:\n' +
        `  npm run headless -- --base ${server.base} --key-file FILE --data DIR\n` +
        'To follow it in the app, set this base and key in its settings. Ctrl+C stops the simulator.\n',
    );
    const stop = (): void => {
      void server.stop().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    fail(sentenceFor(error));
  }
}

function sentenceFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'That port is taken. Leave --port out to get a free one.';
  if (code === 'ENOENT') return 'The recording does not exist. Check the path after --replay.';
  return `The simulator could not start: ${message}.`;
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

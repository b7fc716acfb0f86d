/** `npm start`: sets up what is missing and opens Linewatch. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { introduce, runApp, systemSwitches } from './process/app.mjs';
import { hasDisplay, startDisplay } from './process/display.mjs';
import { command } from './process/entry.mjs';
import { runNodeProgram } from './process/foreground.mjs';
import { ROOT } from './setup/places.mjs';
import { callersFolder, prepare } from './setup/prepare.mjs';
import { SetupProblem, seconds } from './setup/say.mjs';

const HELP = `npm start [-- FLAGS]
  (nothing)      open Linewatch on the demo feed
  --shots DIR    write a PNG of each screen into DIR and exit
  --electron     try Electron's download now, even if it failed within the last day
  --help         these words
All other flags go to the app.
`;

/** This command's own flags, and what is left for the app. */
function readFlags(/** @type {readonly string[]} */ args) {
  const flags = { help: false, retryElectron: false, shots: '', appArgs: /** @type {string[]} */ ([]) };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--help') flags.help = true;
    else if (arg === '--electron') flags.retryElectron = true;
    else if (arg === '--shots') {
      index += 1;
      flags.shots = args[index] ?? '';
      if (flags.shots === '') throw new SetupProblem('--shots needs a folder: npm start -- --shots DIR');
    } else if (arg.startsWith('--shots=')) flags.shots = arg.slice('--shots='.length);
    else flags.appArgs.push(arg);
  }
  return flags;
}

await command(async () => {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const hidden = !hasDisplay();
  const tools = await prepare({
    electron: true,
    retryElectron: flags.retryElectron,
    browser: 'for-stand-in',
    display: hidden && 'for-electron',
    build: true,
  });
  const { electron } = tools;
  if (tools.lacks !== '') throw new SetupProblem(tools.lacks);
  if (electron === null) throw new SetupProblem('There is no Electron to run on.');
  const say = (/** @type {string} */ words) => void process.stdout.write(`${words}\n`);
  say(introduce(electron));

  const folder = mkdtempSync(path.join(os.tmpdir(), 'linewatch-'));
  const display = hidden && electron.kind === 'real' ? await startDisplay(folder) : null;
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...tools.env, ...display?.env };
  if (hidden && electron.kind === 'stand-in') env['HOST_HEADLESS'] = '1';
  if (electron.folder !== null) env['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder;
  try {
    if (flags.shots !== '') {
      const target = path.resolve(callersFolder('start'), flags.shots);
      const code = await runNodeProgram(tools.node, [path.join(ROOT, 'e2e', 'shots.ts'), target], {
        env,
        cwd: ROOT,
      });
      if (code === 0) say(`The screens are in ${target} (${seconds(process.uptime() * 1000)}).`);
      return code;
    }
    const { switches, words } = systemSwitches(electron);
    if (words !== '') say(words);
    if (hidden)
      say(
        'There is no display: the window stays hidden, a status line follows every second. Ctrl-C ends it.',
      );
    const status = hidden ? ['--print-status'] : [];
    return await runApp(
      electron,
      [...switches, ...status, ...flags.appArgs],
      { env, cwd: callersFolder('start') },
      () => say(`Window after ${seconds(process.uptime() * 1000)}.`),
    );
  } finally {
    await display?.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

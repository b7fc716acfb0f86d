/** `npm run dev`: the app with hot reload; a change in main or preload restarts or reloads it. */
import path from 'node:path';
import { introduce, systemSwitches } from './process/app.mjs';
import { startChild } from './process/children.mjs';
import { hasDisplay } from './process/display.mjs';
import { command } from './process/entry.mjs';
import { exitCode } from './process/foreground.mjs';
import { forgetBuild } from './setup/build.mjs';
import { ROOT } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { SetupProblem } from './setup/say.mjs';

const ELECTRON_VITE = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');

await command(async () => {
  const { node, env, electron, lacks } = await prepare({ electron: true, browser: 'for-stand-in' });
  if (lacks !== '') throw new SetupProblem(lacks);
  if (electron === null) throw new SetupProblem('There is no Electron to run on.');
  process.stdout.write(`${introduce(electron)}\n`);
  const { switches } = systemSwitches(electron);
  const appArgs = [...switches, ...(hasDisplay() ? [] : ['--print-status']), ...process.argv.slice(2)];
  /** @type {NodeJS.ProcessEnv} */
  const devEnv = { ...env, ELECTRON_EXEC_PATH: electron.executable };
  if (!hasDisplay()) devEnv['HOST_HEADLESS'] = '1';
  // The development build goes into out/ too, and is none to start or test from.
  forgetBuild();
  const args = [ELECTRON_VITE, 'dev', '--watch', '--', ...appArgs];
  const entry = startChild(node, args, { env: devEnv, stdio: ['ignore', 'inherit', 'inherit'] }, 'leader');
  return exitCode(await entry.ended);
});

import { existsSync } from 'node:fs';
import { ROOT } from '../setup/places.mjs';
import { SetupProblem } from '../setup/say.mjs';
import { startChild } from './children.mjs';
import { exitCode } from './foreground.mjs';
import { eachLine } from './run.mjs';

/** The line that the app writes to stdout when its first window is on the screen. */
export const WINDOW_SHOWN = 'linewatch: window shown';

/** One sentence on which Electron runs and why. Throws a `SetupProblem` when there is none for this system. */
export function introduce(/** @type {import('../setup/electron.mjs').Electron} */ electron) {
  if (electron.kind === 'real') return `Linewatch runs on Electron ${electron.version}.`;
  if (process.platform === 'win32' || !existsSync(electron.executable)) {
    throw new SetupProblem(`Linewatch needs Electron ${electron.version}. ${electron.why}`);
  }
  return `Linewatch runs on the stand-in host for Electron ${electron.version} (the app in a Chromium). ${electron.why}`;
}

/** The switches that the real Electron needs on this system, each with the sentence that says why. */
export function systemSwitches(/** @type {import('../setup/electron.mjs').Electron} */ electron) {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  if (electron.kind !== 'real' || !root) return { switches: [], words: '' };
  return { switches: ['--no-sandbox'], words: 'As root, Electron runs without its sandbox.' };
}

/**
 * Runs the built app to its end and gives its exit code. Its output is passed on, except for the line that says
 * that the window is there: `onWindow` is called for it.
 */
export async function runApp(
  /** @type {import('../setup/electron.mjs').Electron} */ electron,
  /** @type {readonly string[]} */ args,
  /** @type {{ env: NodeJS.ProcessEnv, cwd: string }} */ place,
  /** @type {() => void} */ onWindow,
) {
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 'pipe', 'inherit']);
  const entry = startChild(electron.executable, [ROOT, ...args], { ...place, stdio }, 'leader');
  if (entry.child.stdout !== null) {
    eachLine(entry.child.stdout, (line) => {
      if (line === WINDOW_SHOWN) onWindow();
      else process.stdout.write(`${line}\n`);
    });
  }
  return exitCode(await entry.ended);
}

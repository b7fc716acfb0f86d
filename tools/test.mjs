/** `npm test`: everything, from a fresh clone on. Closes with one line: `N passed, N failed`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { introduce } from './process/app.mjs';
import { endingSignal } from './process/children.mjs';
import { hasDisplay, startDisplay } from './process/display.mjs';
import { command } from './process/entry.mjs';
import { endLeftovers, RUN_MARK } from './process/leftovers.mjs';
import { prepare } from './setup/prepare.mjs';
import { SetupProblem, seconds } from './setup/say.mjs';
import { inPath } from './setup/system-packages.mjs';
import { journeys, lint, types, unused, vitestPart, withEnv } from './verdict/parts.mjs';
import { runPart, runParts } from './verdict/report.mjs';
import { countLine, failedOnce, isGreen, sum } from './verdict/tally.mjs';

const AT_ONCE = 2;
const say = (/** @type {string} */ words) => void process.stdout.write(`${words}\n`);

/** The whole suite, its tallies one by one. `folder` takes all that the tests write. */
async function suite(/** @type {readonly string[]} */ flags, /** @type {string} */ folder) {
  const insists = flags.includes('--electron');
  const tools = await prepare({
    electron: true,
    retryElectron: insists,
    browser: process.platform === 'linux' || 'for-stand-in',
    display: true,
    services: true,
    build: true,
  });
  const { electron, node } = tools;
  if (electron === null) throw new SetupProblem('There is no Electron to run on.');
  say(introduce(electron));
  if (insists && electron.kind !== 'real')
    throw new SetupProblem('--electron: the journeys have to run on the real Electron.');
  if (tools.lacks !== '') say(tools.lacks);

  const env = testEnvironment(tools.env, folder);
  const tallies = await runParts([types, lint, unused], { node, env }, AT_ONCE);
  tallies.push(await runPart(vitestPart('unit and property tests', ['quick', 'thorough']), { node, env }));

  const needsDisplay = !hasDisplay(env);
  if (needsDisplay && inPath('Xvfb') === null) {
    const failure = failedOnce('journeys', `They need a display. ${tools.lacks}`);
    return [...tallies, await runPart({ name: 'journeys', run: async () => failure }, { node, env })];
  }
  const displays = needsDisplay ? await startDisplays(folder) : [];
  try {
    /** @type {NodeJS.ProcessEnv} */
    const shown = { ...env, ...displays[0]?.env };
    tallies.push(await runPart(vitestPart('launch tests', ['launch']), { node, env: shown }));
    if (flags.includes('--long'))
      tallies.push(await runPart(vitestPart('long tests', ['long']), { node, env: shown }));
    if (electron.folder !== null) shown['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder;
    // windows on one screen would take the focus from each other
    const shares = displays.map((display, at) => withEnv(journeys(at + 1, displays.length), display.env));
    const all = shares.length === 0 ? [journeys()] : shares;
    tallies.push(...(await runParts(all, { node, env: shown }, AT_ONCE)));
  } finally {
    for (const display of displays) await display.end();
  }
  return tallies;
}

/** As many virtual displays as parts run at once. */
async function startDisplays(/** @type {string} */ folder) {
  const displays = [];
  for (let at = 0; at < AT_ONCE; at += 1) {
    const own = path.join(folder, `display-${at}`);
    mkdirSync(own, { recursive: true });
    displays.push(await startDisplay(own));
  }
  return displays;
}

/** Tests leave the user's own files alone, and what they leave goes with `folder`. */
function testEnvironment(/** @type {NodeJS.ProcessEnv} */ env, /** @type {string} */ folder) {
  const inside = (/** @type {string} */ name) => {
    mkdirSync(path.join(folder, name), { recursive: true });
    return path.join(folder, name);
  };
  const temporary = inside('t');
  return {
    ...env,
    [RUN_MARK]: folder,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    XDG_CONFIG_HOME: inside('config'),
    XDG_DATA_HOME: inside('data'),
    XDG_STATE_HOME: inside('state'),
  };
}

await command(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lw-'));
  /** @type {import('./verdict/tally.mjs').Tally[]} */
  let tallies = [];
  try {
    tallies = await suite(process.argv.slice(2), folder);
  } catch (error) {
    if (endingSignal() !== null || !(error instanceof SetupProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    tallies = [failedOnce('setup', error.message)];
  } finally {
    const left = await endLeftovers(RUN_MARK, folder);
    if (left.length > 0) say(`Ended what the tests left running: ${left.join(', ')}.`);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  const total = sum(tallies);
  say(
    `Took ${seconds(process.uptime() * 1000)}${endingSignal() === null ? '' : `, cut short by ${endingSignal()}`}.`,
  );
  say(countLine(total));
  return isGreen(total) && endingSignal() === null ? 0 : 1;
});

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { endLeftovers, SETUP_MARK } from '../process/leftovers.mjs';
import { bringBuild, buildIsCurrent } from './build.mjs';
import { bringElectron, findElectron } from './electron.mjs';
import { takeLock } from './lock.mjs';
import { withNodeFirst } from './npm.mjs';
import { bringPackages, packagesAreCurrent } from './packages.mjs';
import { CACHE, ROOT } from './places.mjs';
import { bringNode, findNode } from './runtime.mjs';
import { narrator, SetupProblem, seconds } from './say.mjs';
import { bringSystemPackages, findBrowser, missingFrom } from './system-packages.mjs';

/**
 * What a command needs besides Node.js and the packages.
 * @typedef {object} Needs
 * @property {boolean} [electron] Electron, or the stand-in where its download is out of reach
 * @property {boolean} [retryElectron] try the download now, whatever happened before
 * @property {boolean | 'for-stand-in'} [browser]
 * @property {boolean | 'for-electron'} [display] a virtual display; `for-electron`: only if the real Electron runs
 * @property {boolean} [services] keychain, notifications and tray for tests
 * @property {boolean} [build] a current `out/`
 */

/**
 * What is there afterwards. `lacks` is '' or a sentence about system packages that could not be installed; `env`
 * has the right Node.js first in its PATH and names browser and Node.js for the stand-in.
 * @typedef {{ node: string, env: NodeJS.ProcessEnv, electron: import('./electron.mjs').Electron | null, lacks: string }} Tools
 */

const LOCK = path.join(CACHE, 'setup.lock');

/**
 * Sets up whatever is missing and nothing else; a second call finds all in place. Setups of several processes go one
 * after the other. Throws a `SetupProblem` when something can't be had.
 * @param {Needs} needs
 * @param {import('./say.mjs').Narrator} say
 * @returns {Promise<Tools>}
 */
export async function prepare(needs, say = narrator()) {
  const startedMs = performance.now();
  /** @type {(() => void) | null} */
  let free = null;
  let broughtSome = false;
  /** Sees whether a thing is there; if not, alone, looks again (another process may have brought it) and brings it. */
  const ensure = async (/** @type {() => boolean} */ isThere, /** @type {() => Promise<void>} */ bring) => {
    if (isThere()) return;
    if (free === null) {
      free = await alone(say);
      if (isThere()) return;
    }
    if (!broughtSome) say.line('Linewatch sets up what is missing:');
    broughtSome = true;
    await bring();
  };
  try {
    await ensure(
      () => findNode() !== null,
      () => bringNode(say),
    );
    const node = findNode();
    if (node === null)
      throw new SetupProblem('Node.js was set up and is gone again. Please run this command again.');
    await ensure(packagesAreCurrent, () => bringPackages(say, node));

    let electron = needs.electron ? findElectron() : null;
    const electronIsThere = () => {
      electron = needs.electron ? findElectron() : null;
      return !needs.electron || (electron !== null && !(needs.retryElectron && electron.kind === 'stand-in'));
    };
    await ensure(electronIsThere, async () => {
      electron = await bringElectron(say, node);
    });

    let lacks = '';
    const groups = neededGroups(needs, electron?.kind ?? 'real');
    await ensure(
      () => missingFrom(groups).names.length === 0,
      async () => {
        lacks = await bringSystemPackages(say, groups);
      },
    );

    const env = toolEnvironment(node);
    if (needs.build)
      await ensure(buildIsCurrent, () => bringBuild(say, node, withNodeFirst(process.env, node)));
    if (broughtSome) say.line(`Set up in ${seconds(performance.now() - startedMs)}.`);
    return { node, env, electron, lacks };
  } finally {
    /** @type {(() => void) | null} */ (free)?.();
  }
}

/** Waits until no other setup is at work, and ends what a killed one left at work. */
async function alone(/** @type {import('./say.mjs').Narrator} */ say) {
  const token = randomUUID();
  const free = await takeLock(
    LOCK,
    token,
    (pid) => say.line(`  waiting for another setup of Linewatch (process ${pid}) …`),
    (dead) => endLeftovers(SETUP_MARK, dead, 0),
  );
  process.env[SETUP_MARK] = token;
  return free;
}

/** @returns {import('./system-packages.mjs').Group[]} */
function neededGroups(/** @type {Needs} */ needs, /** @type {'real' | 'stand-in'} */ kind) {
  /** @type {import('./system-packages.mjs').Group[]} */
  const groups = [];
  if (needs.browser === true || (needs.browser === 'for-stand-in' && kind === 'stand-in'))
    groups.push('browser');
  if (needs.display === true || (needs.display === 'for-electron' && kind === 'real')) groups.push('display');
  if (needs.services) groups.push('services');
  return groups;
}

function toolEnvironment(/** @type {string} */ node) {
  const env = withNodeFirst(process.env, node);
  delete env[SETUP_MARK];
  env['LINEWATCH_NODE'] = node;
  const browser = findBrowser();
  if (browser !== null) env['HOST_CHROMIUM'] = browser;
  return env;
}

/** The folder in which npm was called, for paths that a user gives; else the current one. */
export function callersFolder(/** @type {string} */ script) {
  const called = process.env['INIT_CWD'];
  const byNpm = called !== undefined && process.env['npm_lifecycle_event'] === script;
  return byNpm && process.cwd() === ROOT ? called : process.cwd();
}

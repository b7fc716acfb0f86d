import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { digest, isMissing, ROOT, readText, writeText } from './places.mjs';
import { SetupProblem } from './say.mjs';

const SOURCES = ['src', 'resources'];
const SETTINGS = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tools/setup/build.mjs'];
const STAMP = path.join('out', '.fingerprint');
const ELECTRON_VITE = path.join('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const NOT_BUILT = /\.test\.tsx?$/;

/** True when `out/` was built from the sources as they are now. */
export function buildIsCurrent(root = ROOT) {
  return readText(path.join(root, STAMP)) === buildFingerprint(root);
}

/** Builds `out/`. Throws a `SetupProblem` with the compiler's words when it does not build. */
export async function bringBuild(
  /** @type {import('./say.mjs').Narrator} */ say,
  /** @type {string} */ node,
  /** @type {NodeJS.ProcessEnv} */ env,
) {
  await say.step(
    'build: compiling the app',
    async () => {
      // Taken before the build: what changes meanwhile is built next time. Removed first: half a build is none.
      const fingerprint = buildFingerprint(ROOT);
      forgetBuild();
      const result = await run(node, [ELECTRON_VITE, 'build', '--logLevel', 'warn'], {
        env: { ...env, NO_COLOR: '1' },
      });
      if (result.code !== 0) throw new SetupProblem(`The build failed:\n${result.output.trim()}`);
      writeText(path.join(ROOT, STAMP), fingerprint);
    },
    () => 'build: done',
  );
}

/** Forgets the build: for those who write something else into `out/`. The next one that needs it builds anew. */
export function forgetBuild() {
  rmSync(path.join(ROOT, STAMP), { force: true });
}

/** A digest of all that the build reads: paths and contents; tests, times and owners do not count. */
export function buildFingerprint(/** @type {string} */ root) {
  /** @type {(string | Buffer)[]} */
  const parts = [];
  for (const file of [...SETTINGS, ...SOURCES.flatMap((folder) => filesBelow(root, folder))]) {
    parts.push(file, contents(path.join(root, file)));
  }
  return digest(parts);
}

/** @returns {string[]} paths relative to `root` with forward slashes, in one order everywhere */
function filesBelow(/** @type {string} */ root, /** @type {string} */ folder) {
  return entries(path.join(root, folder)).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, name);
    return entry.isFile() && !NOT_BUILT.test(name) ? [name] : [];
  });
}

function entries(/** @type {string} */ folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A file that vanishes between listing and reading counts as empty. */
function contents(/** @type {string} */ file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

import path from 'node:path';
import { installLocked } from './npm.mjs';
import { digest, ROOT, readJson, readText, writeText } from './places.mjs';
import { NODE_MAJOR } from './runtime.mjs';

const STAMP = path.join('node_modules', '.linewatch-setup');
const INSTALL_FIELDS = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
];

/** True when `node_modules` holds exactly what the lock asks for, whoever installed it. */
export function packagesAreCurrent(root = ROOT) {
  const now = packagesDigest(root);
  if (readText(path.join(root, STAMP)) === now) return true;
  if (!installMatchesLock(root)) return false;
  writeText(path.join(root, STAMP), now);
  return true;
}

/** Installs the packages of the lock; throws a `SetupProblem`. */
export async function bringPackages(
  /** @type {import('./say.mjs').Narrator} */ say,
  /** @type {string} */ node,
) {
  const count = Object.keys(readJson(path.join(ROOT, 'package-lock.json'))?.packages ?? {}).length;
  await say.step(
    `packages: installing up to ${count}, which takes about a minute`,
    async () => {
      await installLocked(ROOT, node, say);
      writeText(path.join(ROOT, STAMP), packagesDigest(ROOT));
    },
    () => 'packages: installed',
  );
}

/** A digest of all that decides what `npm ci` puts into `node_modules`. Scripts and words do not. */
export function packagesDigest(/** @type {string} */ root) {
  const manifest = readJson(path.join(root, 'package.json')) ?? {};
  const fields = INSTALL_FIELDS.map((field) => JSON.stringify(manifest[field] ?? null));
  const lock = readText(path.join(root, 'package-lock.json')) ?? '';
  return digest([lock, ...fields, String(NODE_MAJOR), process.platform, process.arch]);
}

/** npm's own record of an install against the lock, for packages that somebody installed by hand. */
function installMatchesLock(/** @type {string} */ root) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  const found = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !found) return false;
  for (const [name, entry] of Object.entries(found))
    if (wanted[name]?.version !== entry.version) return false;
  for (const [name, entry] of Object.entries(wanted)) {
    if (name !== '' && !entry.optional && !entry.devOptional && !found[name]) return false;
  }
  return true;
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project, without a closing slash. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** What setups remember between runs and `npm ci` must not remove. */
export const CACHE = path.join(ROOT, '.cache');

/** Where the stand-in Electron lives: the folder that `ELECTRON_OVERRIDE_DIST_PATH` names. */
export const STAND_IN = path.join(ROOT, 'e2e', 'host', 'dist');

/** A short digest of texts and files; equal input gives an equal digest on every system. */
export function digest(/** @type {Iterable<string | Buffer>} */ parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** The text of a file, or `null` when there is none. */
export function readText(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The parsed JSON of a file, or `null` when there is none or it was cut short. */
export function readJson(/** @type {string} */ file) {
  const text = readText(file);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Writes a file, its folders included. */
export function writeText(/** @type {string} */ file, /** @type {string} */ text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** True for the error of a file or folder that is not there. */
export function isMissing(/** @type {unknown} */ error) {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'ENOTDIR';
}

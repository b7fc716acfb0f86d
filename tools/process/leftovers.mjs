import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The environment variables by which the processes of a test run and of a setup are known, however far from it. */
export const RUN_MARK = 'LINEWATCH_RUN';
export const SETUP_MARK = 'LINEWATCH_SETUP';

const POLL_MS = 100;

/**
 * Waits up to `graceMs` until no process is left that has `mark` set to `value`, then kills those that are. Gives
 * the names of the killed ones. Knows only Linux; elsewhere it finds nothing.
 */
export async function endLeftovers(/** @type {string} */ mark, /** @type {string} */ value, graceMs = 2_000) {
  const deadlineMs = performance.now() + graceMs;
  const line = `${mark}=${value}`;
  let left = processesWith(line);
  while (left.length > 0 && performance.now() < deadlineMs) {
    await pause(POLL_MS);
    left = processesWith(line);
  }
  return left.filter(({ pid }) => killed(pid)).map(({ name }) => name);
}

function processesWith(/** @type {string} */ line) {
  if (process.platform !== 'linux') return [];
  const found = [];
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const environment = procFile(pid, 'environ').split('\0');
    if (environment.includes(line)) found.push({ pid, name: procFile(pid, 'comm').trim() });
  }
  return found;
}

/** A process may end while it is looked at, and others' are not ours to read: both count as empty. */
function procFile(/** @type {number} */ pid, /** @type {string} */ name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function killed(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

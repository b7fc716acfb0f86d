import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isMissing } from './places.mjs';

const POLL_MS = 200;
const BEAT_MS = 3_000;
const SILENT_AFTER_MS = 30_000;

/**
 * Takes `file` as a lock, in the name of `token`, and gives the function that frees it. While another process holds
 * it, waits; `onWait` is called once with that process's id. A lock whose holder is gone, or has not touched it for
 * 30 s, is taken over; `onDead` is called with the token of the holder, to end what it left.
 */
export async function takeLock(
  /** @type {string} */ file,
  /** @type {string} */ token,
  /** @type {(holderPid: number) => void} */ onWait,
  /** @type {(token: string) => Promise<unknown>} */ onDead,
  { beatMs = BEAT_MS, silentAfterMs = SILENT_AFTER_MS } = {},
) {
  await mkdir(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname(), token });
  /** @type {{ text: string, touchedMs: number, sinceMs: number } | null} */
  let seen = null;
  let told = false;
  while (!create(file, mine)) {
    const now = look(file);
    if (now === null) continue;
    if (seen === null || now.text !== seen.text || now.touchedMs !== seen.touchedMs) {
      seen = { ...now, sinceMs: performance.now() };
    }
    // The silence is timed on this process's own clock: neither a sleeping laptop nor a wrong wall clock ends a lock.
    if (holderIsGone(now.text) || performance.now() - seen.sinceMs > silentAfterMs) {
      if (setAside(file, now.text)) await onDead(parse(now.text).token ?? '');
      continue;
    }
    if (!told) onWait(parse(now.text).pid ?? 0);
    told = true;
    await pause(POLL_MS);
  }
  const beat = setInterval(() => touch(file, mine), beatMs);
  beat.unref();
  const free = () => {
    clearInterval(beat);
    process.off('exit', free);
    if (look(file)?.text === mine) unlinkSync(file);
  };
  process.on('exit', free);
  return free;
}

function create(/** @type {string} */ file, /** @type {string} */ text) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, text);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function look(/** @type {string} */ file) {
  try {
    return { text: readFileSync(file, 'utf8'), touchedMs: statSync(file).mtimeMs };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Two processes may find the same dead lock: the one whose rename moved another's new lock puts it back. */
function setAside(/** @type {string} */ file, /** @type {string} */ dead) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    const mine = readFileSync(aside, 'utf8') === dead;
    if (mine) unlinkSync(aside);
    else renameSync(aside, file);
    return mine;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function touch(/** @type {string} */ file, /** @type {string} */ mine) {
  if (look(file)?.text === mine) utimesSync(file, new Date(), new Date());
}

function holderIsGone(/** @type {string} */ text) {
  const { pid, host } = parse(text);
  if (pid === undefined || host !== os.hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** @returns {{ pid?: number, host?: string, token?: string }} empty for a lock that is being written just now */
function parse(/** @type {string} */ text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

import { spawn, spawnSync } from 'node:child_process';
import { ROOT, readText } from '../setup/places.mjs';

/**
 * How a child process ended: its exit code, or the signal that ended it. `code` is 127 when it never started.
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, problem?: string }} Ending
 */

/**
 * Who hears a signal that this script gets: `group` the child and all it started (as a terminal does),
 * `leader` the child alone, `nobody` for services such as the display, which end with this script.
 * @typedef {'group' | 'leader' | 'nobody'} Hears
 */

/** @typedef {{ child: import('node:child_process').ChildProcess, hears: Hears, ended: Promise<Ending> }} Owned */

/** The script was told to end while a child was still to be started. */
export class Interrupted extends Error {}

const WINDOWS = process.platform === 'win32';
const SAME_SIGNAL_WITHIN_MS = 1_000;
const LOOK_FOR_NPM_EVERY_MS = 300;

/** @type {Set<Owned>} */
const owned = new Set();
/** @type {NodeJS.Signals | null} */
let ending = null;

/** The signal that told this script to end, or `null`. */
export function endingSignal() {
  return ending;
}

/**
 * Starts a child that ends with this script at the latest. On POSIX it leads a process group of its own, so that a
 * terminal's Ctrl-C reaches it once, through this script, and so that all it started can be ended with it.
 */
export function startChild(
  /** @type {string} */ command,
  /** @type {readonly string[]} */ args,
  /** @type {import('node:child_process').SpawnOptions} */ options,
  /** @type {Hears} */ hears = 'group',
) {
  if (ending !== null) throw new Interrupted(`ended by ${ending}`);
  const child = spawn(command, args, { cwd: ROOT, detached: !WINDOWS, windowsHide: true, ...options });
  /** @type {Promise<Ending>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, problem: error.message }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  /** @type {Owned} */
  const entry = { child, hears, ended };
  owned.add(entry);
  void ended.then(() => {
    kill(entry, 'SIGKILL');
    owned.delete(entry);
  });
  return entry;
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to the children; those that are still there after `graceMs` are killed, and
 * so are all when the signal comes again. The script itself goes on until its own work returns.
 */
export function passSignalsOn({ graceMs = 5_000 } = {}) {
  let firstMs = 0;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    if (ending !== null) {
      // npm and the terminal both deliver one and the same Ctrl-C.
      if (performance.now() - firstMs > SAME_SIGNAL_WITHIN_MS) killChildren();
      return;
    }
    ending = signal;
    firstMs = performance.now();
    for (const entry of owned) if (entry.hears !== 'nobody') kill(entry, signal);
    setTimeout(killChildren, graceMs).unref();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => pass(signal));
  endWithNpm(() => pass('SIGTERM'));
  // `npm start | head`: whoever read has read enough.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!('code' in error && error.code === 'EPIPE')) throw error;
      pass('SIGTERM');
    });
  }
}

/** npm puts a shell between itself and its script: a signal may end either of them and never get here. */
function endWithNpm(/** @type {() => void} */ end) {
  if (process.env['npm_lifecycle_event'] === undefined || WINDOWS) return;
  const parent = process.ppid;
  // Under `exec` the parent is npm itself, and who started npm may go: with nohup it does.
  const npm = isShell(parent) ? parentOf(parent) : 0;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === 0 || parentOf(parent) === npm)) return;
    clearInterval(timer);
    if (ending === null) end();
  }, LOOK_FOR_NPM_EVERY_MS);
  timer.unref();
}

function isShell(/** @type {number} */ pid) {
  return /sh$/.test((readText(`/proc/${pid}/comm`) ?? '').trim());
}

/** The parent of a process, from Linux's process table; 0 where that can't be read. */
function parentOf(/** @type {number} */ pid) {
  const status = readText(`/proc/${pid}/status`) ?? '';
  return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
}

/** Ends one child and all it started: asks first, kills after `graceMs`. Resolves when it is gone. */
export async function endChild(/** @type {Owned} */ entry, graceMs = 3_000) {
  kill(entry, 'SIGTERM');
  const timer = setTimeout(() => kill(entry, 'SIGKILL'), graceMs);
  await entry.ended;
  clearTimeout(timer);
}

function killChildren() {
  for (const entry of owned) if (entry.hears !== 'nobody') kill(entry, 'SIGKILL');
}

function kill(/** @type {Owned} */ { child, hears }, /** @type {NodeJS.Signals} */ signal) {
  if (child.pid === undefined) return;
  if (WINDOWS) {
    // A console's Ctrl-C reached the child already; anything else has to end its whole tree.
    if (signal !== 'SIGINT') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  const whole = signal === 'SIGKILL' || hears !== 'leader';
  try {
    process.kill(whole ? -child.pid : child.pid, signal);
  } catch (error) {
    const gone =
      error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM');
    if (!gone) throw error;
  }
}

process.on('exit', () => {
  for (const entry of owned) kill(entry, 'SIGKILL');
});

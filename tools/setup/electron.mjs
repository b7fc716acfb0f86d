import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { CACHE, ROOT, readJson, readText, STAND_IN, writeText } from './places.mjs';
import { seconds } from './say.mjs';

/**
 * The Electron that Linewatch runs on. `folder` is what `ELECTRON_OVERRIDE_DIST_PATH` has to name, `null` for the
 * real one; `why` says why it is not the real one.
 * @typedef {{ kind: 'real' | 'stand-in', executable: string, folder: string | null, version: string, why: string }} Electron
 */

const PACKAGE = path.join(ROOT, 'node_modules', 'electron');
const FAILURE = path.join(CACHE, 'electron-download.json');
const DOWNLOAD = path.join(CACHE, 'electron-download');
const STALLED_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 1_000;
const REMEMBER_FAILURE_MS = 24 * 3_600_000;

/** The Electron to use as things stand, or `null` when a download should be tried first. */
export function findElectron() {
  const version = readJson(path.join(PACKAGE, 'package.json'))?.version ?? '';
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) return chosenElectron(chosen, version);
  const executable = realExecutable(version);
  const broken = readJson(FAILURE);
  const sameCase = broken?.version === version && broken.downloaded === (executable !== null);
  const brokenHere = sameCase && Date.now() - broken.atMs < REMEMBER_FAILURE_MS;
  if (brokenHere) return standIn(version, `${broken.reason} ${howToRetry(broken.atMs)}`);
  return executable === null ? null : real(executable, version);
}

/**
 * Tries Electron's own download once; remembers a failure for a day. Gives the real Electron, or the stand-in.
 * @param {import('./say.mjs').Narrator} say
 * @param {string} node
 * @returns {Promise<Electron>}
 */
export async function bringElectron(say, node) {
  rmSync(FAILURE, { force: true });
  const version = readJson(path.join(PACKAGE, 'package.json'))?.version ?? '';
  const startedMs = performance.now();
  let reason = '';
  if (realExecutable(version) === null) {
    say.line(`  Electron ${version}: downloading it …`);
    reason = await download(node);
  }
  const executable = realExecutable(version);
  if (executable !== null) reason = await whyNotRunnable(executable);
  if (executable !== null && reason === '') {
    say.line(`  Electron ${version}: ready in ${seconds(performance.now() - startedMs)}`);
    return real(executable, version);
  }
  const downloaded = executable !== null;
  writeText(FAILURE, JSON.stringify({ version, downloaded, atMs: Date.now(), reason }));
  say.line(`  Electron ${version}: not to be had after ${seconds(performance.now() - startedMs)}. ${reason}`);
  return standIn(version, `${reason} ${howToRetry(Date.now())}`);
}

async function download(/** @type {string} */ node) {
  rmSync(DOWNLOAD, { recursive: true, force: true });
  mkdirSync(DOWNLOAD, { recursive: true });
  try {
    const result = await run(node, [path.join(PACKAGE, 'install.js')], {
      env: { ...process.env, TMPDIR: DOWNLOAD, TEMP: DOWNLOAD, TMP: DOWNLOAD },
      watch: stopWhenStalled,
    });
    return result.code === 0 ? '' : whyDownloadFailed(result);
  } finally {
    rmSync(DOWNLOAD, { recursive: true, force: true });
  }
}

/** A slow network may take its time; one that brings nothing for a minute is as good as none. */
function stopWhenStalled(/** @type {(problem: string) => void} */ stop) {
  let bytes = -1;
  let sinceMs = performance.now();
  const timer = setInterval(() => {
    const now = bytesIn(DOWNLOAD) + bytesIn(path.join(PACKAGE, 'dist'));
    if (now !== bytes) sinceMs = performance.now();
    bytes = now;
    if (performance.now() - sinceMs > STALLED_AFTER_MS) stop('stalled');
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** One sentence about a failed download, from the downloader's own words. */
export function whyDownloadFailed(/** @type {{ output: string, problem: string }} */ { output, problem }) {
  if (problem === 'stalled') return "Electron's download brought nothing for 60 s.";
  const code =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|CERT_\w+|UND_ERR_\w+)\b/;
  const host =
    /https?:\/\/([\w.-]+)/.exec(output)?.[1] ?? /\b(?:ENOTFOUND|EAI_AGAIN) ([\w.-]+)/.exec(output)?.[1];
  const words = code.exec(output)?.[1] ?? /\b(?:HTTP\D*)?([45]\d\d)\b/.exec(output)?.[1] ?? lastError(output);
  return `Electron's download host${host ? ` ${host}` : ''} can't be reached (${words}).`;
}

function lastError(/** @type {string} */ output) {
  const line = output.split('\n').find((text) => /error/i.test(text)) ?? 'no reason given';
  return line
    .replace(/^\s*\w*Error:\s*/, '')
    .trim()
    .slice(0, 120);
}

/** Why the downloaded Electron can't start here: on Linux a shared library may be missing. */
async function whyNotRunnable(/** @type {string} */ executable) {
  if (process.platform !== 'linux') return '';
  const { code, output } = await run('ldd', [executable]);
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  if (code !== 0 || missing.length === 0) return '';
  return `Electron lacks system libraries (${missing.slice(0, 4).join(', ')}); a Debian system has them with: apt-get install libgtk-3-0 libnss3 libasound2 libgbm1.`;
}

function realExecutable(/** @type {string} */ version) {
  const name = readText(path.join(PACKAGE, 'path.txt'));
  if (name === null || readText(path.join(PACKAGE, 'dist', 'version'))?.replace(/^v/, '') !== version)
    return null;
  const executable = path.join(PACKAGE, 'dist', name);
  return existsSync(executable) ? executable : null;
}

/** @returns {Electron} */
function real(/** @type {string} */ executable, /** @type {string} */ version) {
  return { kind: 'real', executable, folder: null, version, why: '' };
}

/** @returns {Electron} */
function standIn(/** @type {string} */ version, /** @type {string} */ why) {
  return { kind: 'stand-in', executable: path.join(STAND_IN, 'electron'), folder: STAND_IN, version, why };
}

/** @returns {Electron} */
function chosenElectron(/** @type {string} */ folder, /** @type {string} */ version) {
  const executable = path.join(folder, readText(path.join(PACKAGE, 'path.txt')) ?? 'electron');
  const kind = path.resolve(folder) === STAND_IN ? 'stand-in' : 'real';
  return { kind, executable, folder, version, why: 'ELECTRON_OVERRIDE_DIST_PATH asks for it.' };
}

function howToRetry(/** @type {number} */ failedAtMs) {
  const hours = Math.ceil((failedAtMs + REMEMBER_FAILURE_MS - Date.now()) / 3_600_000);
  return `The next try is in ${hours} h; \`npm start -- --electron\` tries at once.`;
}

/** Bytes in a folder and all below it; 0 when it is not there. */
function bytesIn(/** @type {string} */ folder) {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true })) {
    bytes += statSync(path.join(folder, String(entry)), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

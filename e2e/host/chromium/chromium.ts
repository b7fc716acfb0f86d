import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { debug } from '../debug.ts';
import { Cdp } from './cdp.ts';

/** A running Chromium. */
export interface Chromium {
  cdp: Cdp;
  /** As in `156.0.8078.79`. */
  version: string;
  /** Asks it to end, so that it writes its profile; kills it after `CLOSE_LIMIT_MS`. */
  close(): Promise<void>;
  kill(): void;
}

const CLOSE_LIMIT_MS = 1500;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of Chromium: HOST_CHROMIUM, else the first known name on PATH. Throws when there is none. */
export function findChromium(): string {
  const wanted = process.env['HOST_CHROMIUM'];
  if (wanted) return wanted;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (!found) throw new Error('stand-in host: no Chromium found; install one or set HOST_CHROMIUM');
  return found;
}

/** The version of the Chromium that would be started; runs it to ask. */
export function installedVersion(): string {
  const text = execFileSync(findChromium(), ['--product-version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return text.toString().trim();
}

/** Starts Chromium; `onGone` is called when it ends unasked. */
export async function launchChromium(args: string[], onGone: (how: string) => void): Promise<Chromium> {
  const child = spawn(findChromium(), args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  let closing = false;
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => onGone(error.message));
    child.on('exit', (code, signal) => {
      resolve();
      if (!closing) onGone(`exit ${code ?? signal}`);
    });
  });
  forwardLog(child);
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { product } = await cdp.send('Browser.getVersion');
  return {
    cdp,
    version: product.slice(product.indexOf('/') + 1),
    async close() {
      closing = true;
      const limit = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS);
      await cdp.send('Browser.close').catch(() => child.kill('SIGKILL'));
      await ended;
      clearTimeout(limit);
    },
    kill() {
      closing = true;
      child.kill('SIGKILL');
    },
  };
}

/** Playwright waits for the line in which Chromium tells its debugging address. */
function forwardLog(child: ChildProcess): void {
  if (!child.stderr) return;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    else debug('chromium:', line);
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

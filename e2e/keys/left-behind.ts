import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { filesWithKey, findKey } from './key-forms.ts';
import { noteSweep } from './ledger.ts';

/** What is known of one user's journeys: the keys that were given, and what they have left so far. */
interface Traces {
  readonly keys: Set<string>;
  readonly found: string[];
}

const traces = new Map<string, Traces>();
const owners = new WeakMap<Page, string>();

/** From now on it is known whose window this is. */
export function ownPage(page: Page, userData: string): void {
  owners.set(page, userData);
}

/** A key is given to Linewatch: from now on nothing that it leaves may hold it. */
export function giveKey(to: Page | string, key: string): void {
  const userData = typeof to === 'string' ? to : owners.get(to);
  if (userData === undefined) throw new Error('A key was given to a window that nobody has launched.');
  tracesOf(userData).keys.add(key);
}

/** Looks for the given keys in a running Linewatch: in its page's heap, its processes and what it has printed. */
export async function sweepRunning(
  userData: string,
  page: Page,
  pid: number,
  printed: string,
): Promise<void> {
  const { keys, found } = tracesOf(userData);
  if (keys.size === 0) return;
  for (const process of familyOf(pid)) {
    for (const file of ['cmdline', 'environ'])
      look(`${file} of process ${process}`, readIfThere(`/proc/${process}/${file}`));
  }
  look('what was printed', Buffer.from(printed));
  if (page.isClosed()) return;
  look('the heap of the page', await heapOf(page));

  function look(where: string, bytes: Buffer): void {
    for (const key of keys) found.push(...findKey(bytes, key).map((form) => `${where}: ${form}`));
  }
}

/** Looks for the given keys in every file of a user who is about to be forgotten, and notes what came of it all. */
export function sweepFiles(userData: string): void {
  const { keys, found } = tracesOf(userData);
  traces.delete(userData);
  if (keys.size === 0) return;
  noteSweep({
    user: path.basename(userData),
    files: readdirSync(userData, { recursive: true }).length,
    found: [...found, ...[...keys].flatMap((key) => filesWithKey(userData, key))],
  });
}

/** Every object and text of a page, as its heap snapshot has them. */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}

function tracesOf(userData: string): Traces {
  let known = traces.get(userData);
  if (known === undefined) {
    known = { keys: new Set(), found: [] };
    traces.set(userData, known);
  }
  return known;
}

/** A process and all that descend from it; none where the system does not list them as Linux does. */
function familyOf(pid: number): string[] {
  const all = readdirIfThere('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(
    all.map((process) => [process, /\) \S (\d+)/.exec(String(readIfThere(`/proc/${process}/stat`)))?.[1]]),
  );
  const family = [String(pid)];
  for (const parent of family) family.push(...all.filter((process) => parents.get(process) === parent));
  return all.length === 0 ? [] : family;
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function readdirIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

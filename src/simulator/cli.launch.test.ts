import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const children: ChildProcess[] = [];

function launch(...args: string[]): {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  exit: Promise<unknown[]>;
} {
  const child = spawn(process.execPath, [CLI, ...args]);
  children.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return { child, out: () => out, err: () => err, exit: once(child, 'exit') };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('npm run simulator', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints base and key, serves, and ends clean on %s',
    async (signal) => {
      const { child, out, err, exit } = launch('--books', '2', '--games', '3', '--key', 'sesame');
      await expect.poll(out, { timeout: 15_000 }).toContain('npm run headless');
      const base = /^base {2}(http:\S+\/api)$/m.exec(out())![1];
      expect(out()).toContain('key   sesame');
      expect((await fetch(`${base}/get_info?key=sesame`)).status).toBe(200);
      child.kill(signal);
      expect(await exit).toEqual([0, null]);
      expect(err()).toBe('');
    },
  );

  it.each([
    [['--bogus'], 'Unknown option'],
    [['--replay', '/nowhere.gz'], 'The recording does not exist.'],
  ])('%j is a sentence and exit code 2', async (args, words) => {
    const { out, err, exit } = launch(...args);
    expect(await exit).toEqual([2, null]);
    expect([out(), err()]).toEqual(['', expect.stringContaining(words)]);
  });

  it('says so when the port is taken', async () => {
    const first = launch('--books', '1', '--games', '1');
    await expect.poll(first.out, { timeout: 15_000 }).toContain('base');
    const port = /:(\d+)\/api/.exec(first.out())![1]!;
    const second = launch('--books', '1', '--games', '1', '--port', port);
    expect(await second.exit).toEqual([2, null]);
    expect(second.err()).toContain('That port is taken.');
  });
});

describe('the demo worker', () => {
  it('posts base and key, serves, and ends on stop', async () => {
    const worker = new Worker(new URL('./demo-worker.ts', import.meta.url), {
      workerData: { books: 2, games: 3 },
    });
    const [{ base, key }] = await once(worker, 'message');
    expect((await fetch(`${base}/get_info?key=${key}`)).status).toBe(200);
    worker.postMessage('stop');
    expect(await once(worker, 'exit')).toEqual([0]);
  });
});

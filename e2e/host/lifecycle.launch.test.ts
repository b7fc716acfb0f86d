import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FIXTURE_APP, HOST_DIST, launchFixture, PATIENCE, type RunningFixture } from './launch-fixture.ts';

const ELECTRON = join(HOST_DIST, 'electron');
const ENDS_WITHIN_MS = 2000;

let running: RunningFixture | undefined;
let folder: string | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folder = undefined;
});

function newFolder(): string {
  folder = mkdtempSync(join(tmpdir(), 'host-lifecycle-'));
  return folder;
}

/** The command lines of all processes that name this folder: the host and its Chromium. */
function processesOf(userData: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(userData));
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('one instance', () => {
  test('a second one tells the first and ends; after the first has gone, another may start', async () => {
    running = await launchFixture();
    const second = spawn(ELECTRON, [FIXTURE_APP, `--user-data-dir=${running.userData}`, '--hello'], {
      stdio: 'ignore',
    });
    expect(await exitOf(second)).toBe(0);
    const told = await running.app.evaluate(() => (globalThis as unknown as FixtureGlobal).fixture.second);
    expect(told).toEqual([
      {
        argv: [ELECTRON, FIXTURE_APP, `--user-data-dir=${running.userData}`, '--hello'],
        workingDirectory: process.cwd(),
        data: { from: 'fixture' },
      },
    ]);
    running.app.process().kill('SIGKILL');
    await expect.poll(() => processesOf(running?.userData ?? ''), PATIENCE).toEqual([]);
    const third = spawn(
      ELECTRON,
      [FIXTURE_APP, `--user-data-dir=${running.userData}`, '--remote-debugging-port=0'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const [firstLine] = (await once(third.stderr, 'data')) as [Buffer];
    expect(String(firstLine)).toContain('DevTools listening on');
    third.kill('SIGTERM');
    expect(await exitOf(third)).toBe(0);
  });
});

describe('quitting', () => {
  test('a veto keeps the app; without it before-quit, will-quit and quit come in order', async () => {
    running = await launchFixture();
    const { app, page } = running;
    await app.evaluate(({ app: a }) => {
      a.once('before-quit', (event) => event.preventDefault());
      a.quit();
    });
    expect(await page.evaluate(() => window.fixture.add(1, 1))).toBe(2);
    expect(await app.evaluate(() => (globalThis as unknown as FixtureGlobal).fixture.events)).toEqual([
      'ready',
      'before-quit',
    ]);
    const record = join(newFolder(), 'events');
    await app.evaluate(({ app: a }, path) => {
      const { events } = (globalThis as unknown as FixtureGlobal).fixture;
      a.once('quit', () => process.getBuiltinModule('node:fs').writeFileSync(path, events.join(' ')));
    }, record);
    const exit = exitOf(app.process());
    await app.evaluate(({ app: a }) => a.quit());
    await app.close();
    expect(await exit).toBe(0);
    expect(readFileSync(record, 'utf8')).toBe('ready before-quit before-quit will-quit quit');
    expect(processesOf(running.userData)).toEqual([]);
  });

  test('a window that stays keeps the app; the last one that closes ends it', async () => {
    running = await launchFixture();
    const { app, page } = running;
    const stays = await app.evaluate(({ app: a, BrowserWindow }) => {
      const { fixture } = globalThis as unknown as FixtureGlobal;
      fixture.hideOnClose = true;
      a.quit();
      fixture.hideOnClose = false;
      return BrowserWindow.getAllWindows().map((window) => window.isVisible());
    });
    expect(stays).toEqual([false]);
    const exit = exitOf(app.process());
    const closing = app.waitForEvent('close');
    await page.close();
    await closing;
    expect(await exit).toBe(0);
  });

  test('windows may all go and come again', async () => {
    running = await launchFixture();
    const { app } = running;
    await app.evaluate(({ app: a, BrowserWindow }) => {
      a.removeAllListeners('window-all-closed');
      return new Promise<void>((resolve) => {
        a.once('window-all-closed', () => setTimeout(resolve, 500));
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
    });
    await expect.poll(() => app.windows().length, PATIENCE).toBe(0);
    const opening = app.waitForEvent('window');
    await app.evaluate(() => void (globalThis as unknown as FixtureGlobal).openFixtureWindow());
    const page = await opening;
    await page.waitForFunction(() => 'fixture' in window);
    expect(await page.evaluate(() => window.fixture.invoke('echo', 1))).toEqual([1]);
  });

  test('what the page stores outlives the app', async () => {
    const userData = newFolder();
    running = await launchFixture([`--user-data-dir=${userData}`]);
    await running.page.evaluate(() => localStorage.setItem('kept', 'yes'));
    await running.stop();
    running = await launchFixture([`--user-data-dir=${userData}`]);
    expect(await running.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });
});

describe('the preload', () => {
  test('that changes on disk reaches the next document; one that throws is told', async () => {
    const copy = newFolder();
    cpSync(FIXTURE_APP, copy, { recursive: true });
    running = await launchFixture([], process.env as Record<string, string>, copy);
    const { page } = running;
    expect(await page.evaluate(() => 'second' in window)).toBe(false);
    appendFileSync(join(copy, 'preload.cjs'), "contextBridge.exposeInMainWorld('second', true);");
    const afterReload = async () => {
      await page.reload();
      return page.evaluate(() => 'second' in window);
    };
    await expect.poll(afterReload, PATIENCE).toBe(true);
    writeFileSync(join(copy, 'preload.cjs'), "throw new Error('broken preload');");
    await expect.poll(afterReload, PATIENCE).toBe(false);
    // a document may have come while the file was still being written, and there was nothing in it to fail
    const saidAfterReload = async () => {
      await page.reload();
      return running?.stderr();
    };
    await expect.poll(saidAfterReload, PATIENCE).toContain('Unable to load preload script');
    expect(running.stderr()).toContain('Error: broken preload');
  });
});

describe('ending with others', () => {
  test.each([
    ['its parent is killed', 'SIGKILL'],
    ['its parent ends', 'SIGTERM'],
  ] as const)('when %s, the host and Chromium end', async (_name, signal) => {
    const userData = newFolder();
    const parent = spawn(
      process.execPath,
      [
        '-e',
        `require('node:child_process').spawn(${JSON.stringify(ELECTRON)}, ${JSON.stringify([FIXTURE_APP, `--user-data-dir=${userData}`])}, { stdio: 'ignore' }); setInterval(() => {}, 1000)`,
      ],
      { stdio: 'ignore' },
    );
    await expect
      .poll(() => processesOf(userData).some((line) => line.includes('--type=renderer')), PATIENCE)
      .toBe(true);
    parent.kill(signal);
    await expect.poll(() => processesOf(userData), { timeout: ENDS_WITHIN_MS }).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s quits the app', async (signal) => {
    running = await launchFixture();
    const child = running.app.process();
    const exit = exitOf(child);
    const closing = running.app.waitForEvent('close');
    child.kill(signal);
    await closing;
    expect(await exit).toBe(0);
    expect(processesOf(running.userData)).toEqual([]);
  });

  test('an app that throws while it loads ends with 1 and says why', async () => {
    const broken = newFolder();
    writeFileSync(join(broken, 'package.json'), JSON.stringify({ name: 'broken', main: 'main.cjs' }));
    writeFileSync(
      join(broken, 'main.cjs'),
      "require('electron').app.getName(); throw new Error('broken app');",
    );
    const child = spawn(ELECTRON, [broken, `--user-data-dir=${broken}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    expect(await exitOf(child)).toBe(1);
    expect(stderr).toMatch(/App threw an error during load\nError: broken app/);
  });

  test('tells the version of Electron that it stands in for', async () => {
    const child = spawn(ELECTRON, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(line).trim()).toBe('v45.4.1');
  });
});

interface FixtureGlobal {
  fixture: { second: unknown[]; events: string[]; hideOnClose: boolean };
  openFixtureWindow(): unknown;
}

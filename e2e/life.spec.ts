import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { ask } from './pages/bridge.ts';
import { appArguments, launch, newUserData, removeUserData } from './pages/launch.ts';

test.describe('the life of the program', () => {
  test('a second start shows the first one and ends', async () => {
    const linewatch = await launch();
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
    const window = await linewatch.app.browserWindow(linewatch.page);
    await window.evaluate((first) => first.hide());
    const second = spawn(
      await linewatch.app.evaluate(() => process.execPath),
      appArguments(linewatch.userData),
      { stdio: 'ignore' },
    );
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    await expect.poll(() => window.evaluate((first) => first.isVisible())).toBe(true);
    expect(linewatch.app.windows()).toHaveLength(1);
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('closing the window ends the program within 3 s, where the user chose so', async () => {
    const linewatch = await launch({ userData: newUserData({ closesToTray: false }) });
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
    const ended = new Promise((resolve) => linewatch.app.process().once('exit', resolve));
    const startedAtMs = performance.now();
    const window = await linewatch.app.browserWindow(linewatch.page);
    await window.evaluate((main) => main.close()).catch(() => undefined);
    expect(await ended).toBe(0);
    expect(performance.now() - startedAtMs).toBeLessThan(3000);
    removeUserData(linewatch.userData);
  });

  test('the window comes back where and as large as it was', async () => {
    const first = await launch({ userData: newUserData({ closesToTray: false }) });
    await expect(first.odds.grid).toBeVisible({ timeout: 15_000 });
    const window = await first.app.browserWindow(first.page);
    await window.evaluate((main) => main.setBounds({ x: 40, y: 30, width: 1000, height: 700 }));
    await window.evaluate((main) => main.close()).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = await launch({ userData: first.userData });
    await expect(second.odds.grid).toBeVisible({ timeout: 15_000 });
    const bounds = await (await second.app.browserWindow(second.page)).evaluate((main) => main.getBounds());
    expect(bounds).toMatchObject({ width: 1000, height: 700 });
    await second.close();
    removeUserData(first.userData);
  });

  test('after a sleep it connects anew, and says why', async () => {
    const linewatch = await launch();
    const { odds } = linewatch;
    await expect(odds.status).toContainText('Live', { timeout: 20_000 });
    await linewatch.app.evaluate(({ powerMonitor }) => (powerMonitor as NodeJS.EventEmitter).emit('resume'));
    await expect(odds.status).toContainText('The computer slept; connecting again.');
    await expect(odds.status).toContainText('Live', { timeout: 20_000 });
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('at the end of a session everything seen is on disk within 2 s, however much was on its way', async () => {
    const simulator = await startSimulator({ seed: 5, books: 20, games: 150, ratePerSecond: 3_000 });
    const userData = newUserData();
    const linewatch = await launch({ userData, feed: simulator });
    const changesPerSecond = async () =>
      (await ask(linewatch.page, 'status.read', null)).stats.changesPerSecond;
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 30_000 });
    await expect.poll(changesPerSecond, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(1_000);
    const ended = new Promise((resolve) => linewatch.app.process().once('exit', resolve));
    // what a session's end sends
    process.kill(linewatch.app.process().pid ?? 0, 'SIGTERM');
    expect(await ended).toBe(0);
    const log = readFileSync(path.join(userData, 'logs', 'linewatch.log'), 'utf8');
    const tookMs = Number(/Linewatch ends, (\d+) ms after/.exec(log)?.[1]);
    expect(tookMs).toBeLessThan(2_000);
    expect(log).not.toContain('did not reach the history');
    await simulator.stop();
    removeUserData(userData);
  });

  test('a wrong switch is a sentence and exit code 2', async () => {
    const linewatch = await launch();
    const electron = await linewatch.app.evaluate(() => process.execPath);
    await linewatch.close();
    const child = spawn(electron, appArguments(linewatch.userData, ['--base', 'http://127.0.0.1:9/api']), {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
    expect(stderr).toContain('give both: --base URL and --key-file FILE');
    removeUserData(linewatch.userData);
  });
});

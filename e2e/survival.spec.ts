import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';

/** What goes wrong inside, and what the user still has afterwards. */
test.describe('crashes are survived', () => {
  let linewatch: Linewatch;
  test.beforeAll(async () => {
    linewatch = await launch();
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
  });
  test.afterAll(async () => {
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  const log = () => readFileSync(path.join(linewatch.userData, 'logs', 'linewatch.log'), 'utf8');
  /** Asks the page through the main process: a page that has crashed once is lost to the test's own hands. */
  const inPage = <T>(code: string) =>
    linewatch.app.evaluate(
      ({ webContents }, script) =>
        webContents.getAllWebContents()[0]?.executeJavaScript(script) as Promise<T>,
      code,
    );
  const crash = () =>
    linewatch.app.evaluate(
      ({ webContents }) =>
        new Promise<void>((resolve) => {
          const contents = webContents.getAllWebContents()[0];
          contents?.once('did-finish-load', () => resolve());
          contents?.forcefullyCrashRenderer();
        }),
    );
  const hasPrices = () =>
    inPage<boolean>('document.querySelector("[role=grid]") !== null').catch(() => false);

  test('an exception that nobody catches is in the log, and prices go on', async () => {
    await linewatch.app.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown on purpose');
      }, 0);
      void Promise.reject(new Error('rejected on purpose'));
    });
    await expect.poll(log).toContain('Uncaught exception: Error: thrown on purpose');
    expect(log()).toContain('Unhandled rejection: Error: rejected on purpose');
    const before = await inPage<string>('document.body.innerText');
    await expect.poll(() => inPage<string>('document.body.innerText')).not.toBe(before);
  });

  test('a process of Chromium that crashes is in the log, and prices go on', async () => {
    await linewatch.app.evaluate(({ app }) => {
      const details = { type: 'GPU', reason: 'crashed', exitCode: 139 } as const;
      app.emit('child-process-gone', { preventDefault: () => undefined }, details);
    });
    await expect.poll(log).toContain('Chromium\u2019s GPU process ended: crashed, exit code 139.');
    const before = await inPage<string>('document.body.innerText');
    await expect.poll(() => inPage<string>('document.body.innerText')).not.toBe(before);
  });

  test('a page that crashes comes back three times, then a plain page with a button waits', async () => {
    for (let times = 1; times <= 3; times += 1) {
      await crash();
      await expect.poll(hasPrices, { timeout: 15_000 }).toBe(true);
    }
    await crash();
    await expect
      .poll(() => inPage<string>('document.querySelector("h1").innerText'))
      .toContain('crashed several times');
    expect(log()).toContain('it stays down until somebody asks');
    await inPage('document.querySelector("button").click()');
    await expect.poll(hasPrices, { timeout: 15_000 }).toBe(true);
  });
});

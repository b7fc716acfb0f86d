import { expect, test } from '@playwright/test';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';

/** The page can do what the bridge allows, and nothing else. */
test.describe('the page is locked in', () => {
  let linewatch: Linewatch;
  test.beforeAll(async () => {
    linewatch = await launch();
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
  });
  test.afterAll(async () => {
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('no Node, no Electron, only the frozen bridge', async () => {
    const found = await linewatch.page.evaluate(() => {
      const globals = globalThis as unknown as Record<string, unknown>;
      return {
        require: typeof globals['require'],
        process: typeof globals['process'],
        bridge: Object.keys(globals['linewatch'] as object).sort(),
        isFrozen: Object.isFrozen(globals['linewatch']),
      };
    });
    expect(found).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['listen', 'request'],
      isFrozen: true,
    });
  });

  test('inline scripts, eval and every network call are refused by the policy', async () => {
    const outcome = await linewatch.page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'window.wasInjected = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'http://127.0.0.1:9/pixel.png';
      document.body.append(image);
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => 'fetched',
        () => 'refused',
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      script.remove();
      image.remove();
      return { violations: [...new Set(violations)].sort(), fetched, wasInjected: 'wasInjected' in window };
    });
    expect(outcome).toEqual({
      violations: ['connect-src', 'img-src', 'script-src-elem'],
      fetched: 'refused',
      wasInjected: false,
    });
  });

  test('navigation and new windows are refused', async () => {
    const before = linewatch.page.url();
    await linewatch.page.evaluate(() => {
      window.open('http://127.0.0.1:9/popup');
      location.href = 'http://127.0.0.1:9/elsewhere';
    });
    await linewatch.page.waitForTimeout(500);
    expect(linewatch.page.url()).toBe(before);
    expect(linewatch.app.windows()).toHaveLength(1);
    await expect(linewatch.odds.grid).toBeVisible();
  });

  test('requests of the wrong name or form are refused at the door', async () => {
    const replies = await linewatch.page.evaluate(async () => {
      const bridge = (
        globalThis as unknown as {
          linewatch: { request(name: unknown, input: unknown): Promise<{ ok: boolean; code?: string }> };
        }
      ).linewatch;
      const calls: [unknown, unknown][] = [
        ['screen.open', { sport: 5, market: 'spread' }],
        ['screen.open', null],
        ['screen.open', { sport: 'x'.repeat(10_000), market: 'spread' }],
        ['screen.painted', { generation: -1, number: 0 }],
        ['screen.painted', { generation: Number.NaN, number: 0 }],
        ['settings.change', { theme: 'neon' }],
        ['settings.change', { __proto__: null, unknown: 1 }],
        ['app.info', {}],
      ];
      return Promise.all(
        calls.map(async ([name, input]) =>
          bridge.request(name, input).then(
            (reply) => reply.code ?? 'done',
            () => 'threw',
          ),
        ),
      );
    });
    expect(replies).toEqual(replies.map(() => 'bad-request'));
    const unknown = await linewatch.page.evaluate(async () => {
      const bridge = (
        globalThis as unknown as {
          linewatch: { request(name: string, input: unknown): Promise<{ ok: boolean }> };
        }
      ).linewatch;
      try {
        return (await bridge.request('shell.open', null)).ok;
      } catch {
        return false;
      }
    });
    expect(unknown).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ANY_MOVE, ask } from './pages/bridge.ts';
import { endEngine } from './pages/engine-end.ts';
import { onDesktop } from './pages/on-desktop.ts';

/** The engine ends by an exception that nobody catches: feed and alerts go on. */
test.describe('the end of the engine', () => {
  const on = onDesktop();

  const log = () => readFileSync(path.join(on.linewatch.userData, 'logs', 'linewatch.log'), 'utf8');
  const notices = async (title: string): Promise<number> =>
    (await on.desktop.notices()).filter((notice) => notice.title === title).length;
  /** Has the page keep every state of the engine that it is told. */
  const followLives = () =>
    on.linewatch.page.evaluate(() => {
      const { linewatch: bridge } = window as unknown as {
        linewatch: {
          listen(name: string, hear: (report: { engine: string; feeds: { state: string }[] }) => void): void;
        };
      };
      const lives: string[] = [];
      Object.assign(window, { lives });
      bridge.listen('status', ({ engine, feeds }) => {
        const life = `${engine} ${feeds[0]?.state}`;
        if (lives.at(-1) !== life) lives.push(life);
      });
    });
  const lives = () => on.linewatch.page.evaluate(() => (window as unknown as { lives: string[] }).lives);

  test('it is begun again, prices go on, and nothing is told twice', async () => {
    const { odds, page } = on.linewatch;
    await ask(page, 'rules.save', { rule: ANY_MOVE, replaces: null });
    await expect.poll(() => notices('Any move'), { timeout: 30_000 }).toBe(1);
    await followLives();
    await endEngine(on.linewatch.app);
    await expect.poll(lives).toContain('restarting stale');
    await expect.poll(async () => (await lives()).at(-1), { timeout: 20_000 }).toBe('running live');
    expect(log()).toContain('The feed engine ended unexpectedly; it is begun again. TypeError');
    await expect.poll(() => odds.stalePrices.count(), { timeout: 20_000 }).toBe(0);
    const before = await odds.priceTexts();
    await expect.poll(() => odds.priceTexts(), { timeout: 15_000 }).not.toEqual(before);
    await expect.poll(() => on.tray.toolTip()).toContain('Linewatch \u00b7 live');
    expect(await notices('Any move')).toBe(1);
  });

  test('that ends again and again rests, says so wherever the user is, and runs again when asked', async () => {
    test.slow();
    const { odds, page } = on.linewatch;
    const banner = page.getByRole('alert').filter({ hasText: 'ended several times' });
    const isDown = () => lives().then((all) => all.at(-1)?.startsWith('running') === false);
    for (let times = 1; times <= 3; times += 1) {
      await expect.poll(async () => (await lives()).at(-1), { timeout: 30_000 }).toBe('running live');
      await expect.poll(() => odds.prices.count(), { timeout: 15_000 }).toBeGreaterThan(20);
      await endEngine(on.linewatch.app);
      await expect.poll(isDown, { intervals: [20] }).toBe(true);
      // by now it is begun again only after a while
      if (times === 2) await expect.poll(() => on.tray.toolTip()).toContain('stale since');
    }
    await expect(banner).toBeVisible();
    await expect(odds.status).toContainText(/Offline.*next try in \d+m/);
    await expect(odds.games.locator('.cell:not(.figure, .absent, .stale)')).toHaveCount(0);
    expect(await odds.stalePrices.count()).toBeGreaterThan(20);
    await expect.poll(() => notices('Linewatch has stopped watching')).toBe(1);
    await expect.poll(() => on.tray.toolTip()).toContain('offline since');
    expect(await odds.accessibilityFaults()).toEqual([]);
    await banner.getByRole('button', { name: 'Start it now' }).click();
    await expect(banner).toBeHidden();
    await expect(odds.status).toContainText('Live', { timeout: 20_000 });
    await expect.poll(() => odds.stalePrices.count(), { timeout: 20_000 }).toBe(0);
  });
});

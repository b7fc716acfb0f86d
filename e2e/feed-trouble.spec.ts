import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { launch, removeUserData } from './pages/launch.ts';

test.describe('when the feed is in trouble', () => {
  test('a lost connection marks every price at once; they turn current again when it is back', async () => {
    const simulator = await startSimulator({ seed: 5, books: 4, games: 12 });
    const linewatch = await launch({ feed: simulator });
    const { odds } = linewatch;
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await expect(odds.demoBadge).toBeHidden();
    await expect(odds.prices.first()).toBeVisible();
    const shown = await odds.prices.count();

    simulator.faults.drop();
    await expect(odds.status).toContainText(/Offline|Connecting|Resyncing/i);
    await expect(odds.stalePrices.first()).toBeVisible();
    expect(await odds.stalePrices.count()).toBeGreaterThan(shown / 2);
    await expect(odds.games.getByRole('gridcell', { name: /best price/ })).toHaveCount(0);

    await expect(odds.status).toContainText('Live', { timeout: 30_000 });
    await expect(odds.stalePrices).toHaveCount(0, { timeout: 15_000 });
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  });

  test('a wrong key is said in words, and is nowhere on the page or in what the program prints', async () => {
    const simulator = await startSimulator({ seed: 5, books: 2, games: 3 });
    const key = '00000000-dead-4bad-8bad-000000000000';
    const linewatch = await launch({ feed: { base: simulator.base, key } });
    await expect(linewatch.odds.status).toContainText(/refused the key/, { timeout: 15_000 });
    expect(await linewatch.page.content()).not.toContain(key);
    expect(linewatch.printed()).not.toContain(key);
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  });

  test('a provider that can\u2019t be reached is said in words, with the next try', async () => {
    const linewatch = await launch({ feed: { base: 'http://127.0.0.1:9/api', key: 'some-key' } });
    await expect(linewatch.odds.status).toContainText(/Nothing answers at 127\.0\.0\.1:9/, {
      timeout: 15_000,
    });
    await linewatch.close();
    removeUserData(linewatch.userData);
  });
});

import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { launch, newUserData, removeUserData } from './pages/launch.ts';

test('the app opens on the last board before any network, every price with its time, and turns live row by row', async () => {
  const evening = { seed: 5, books: 4, games: 12, startMs: Date.now() };
  const simulator = await startSimulator(evening);
  const feed = { base: simulator.base, key: simulator.key };
  const { port } = new URL(feed.base);
  const userData = newUserData();
  const first = await launch({ userData, feed });
  await expect(first.odds.games.first()).toBeVisible({ timeout: 15_000 });
  await expect(first.odds.status).toContainText('Live');
  await expect.poll(() => first.odds.prices.count()).toBeGreaterThan(10);
  let games = 0;
  const areAllHere = async () => {
    const before = games;
    games = await first.odds.games.count();
    return games === before;
  };
  await expect.poll(areAllHere, { intervals: [500] }).toBe(true);
  await first.close();
  await simulator.stop();

  const second = await launch({ userData, feed });
  const { odds } = second;
  // the network is cut: nothing but the disk can have brought this
  await expect(odds.games.first()).toBeVisible({ timeout: 5_000 });
  await expect(odds.status).toContainText(/Nothing answers|Connecting/);
  await expect(odds.games).toHaveCount(games);
  await expect(second.page.getByText(/Prices not current · as of/)).toBeVisible();
  await expect(odds.games.getByRole('gridcell', { name: /best price/ })).toHaveCount(0);
  // in one look: rows may still be coming
  expect(await odds.currentPrices.count()).toBe(0);
  await odds.prices.first().hover();
  await expect(second.page.locator('[title*="not current, as of"]').first()).toBeVisible();

  const back = await startSimulator({ ...evening, port: Number(port), key: feed.key });
  await expect(odds.status).toContainText('Live', { timeout: 45_000 });
  await expect(odds.stalePrices).toHaveCount(0, { timeout: 20_000 });
  expect(await odds.prices.count()).toBeGreaterThan(10);
  await second.close();
  await back.stop();
  removeUserData(userData);
});

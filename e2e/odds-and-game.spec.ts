import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { GamePage } from './pages/game-page.ts';
import { keyFile, launch, newUserData, removeUserData } from './pages/launch.ts';

test.describe('the odds screen and a game', () => {
  test('columns are moved, resized and left out by keyboard, for one league, and found again at the next start', async () => {
    const userData = newUserData();
    const first = await launch({ userData });
    const { odds, page } = first;
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.league('NBA').click();
    await expect(odds.columns.first()).toHaveText('Average');
    await odds.grid.focus();
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowRight');
    await expect(odds.columns.nth(1)).toHaveText('Average');
    const before = await odds.columns.nth(1).evaluate((element) => element.clientWidth);
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect
      .poll(() => odds.columns.nth(1).evaluate((element) => element.clientWidth))
      .toBeGreaterThan(before);
    await page.keyboard.press('c');
    const panel = page.getByRole('dialog', { name: 'Columns of NBA' });
    await panel.getByRole('checkbox', { name: 'Show Hold' }).press('Space');
    expect(await odds.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(odds.columns.filter({ hasText: 'Hold' })).toHaveCount(0);
    await odds.league('NFL').click();
    await expect(odds.columns.first()).toHaveText('Average');
    await first.close();

    const second = await launch({ userData });
    await expect(second.odds.games.first()).toBeVisible({ timeout: 15_000 });
    await second.odds.league('NBA').click();
    await expect(second.odds.columns.first()).toHaveText('No-vig');
    await expect(second.odds.columns.filter({ hasText: 'Hold' })).toHaveCount(0);
    await second.close();
    removeUserData(userData);
  });

  test('a game is opened, read and left by keyboard: markets, history and plays', async () => {
    // plays of a basketball game come 14 s apart in the mean, and as they please
    test.slow();
    const linewatch = await launch();
    const { odds, page } = linewatch;
    const game = new GamePage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.league('NBA').click();
    await page.keyboard.press('g');
    await expect(page.getByRole('radio', { name: 'Live', exact: true })).toBeChecked();
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.grid.focus();
    await page.keyboard.press('Enter');
    await expect(game.heading).toBeVisible();
    await expect(game.market('Moneyline')).toBeVisible();
    await expect(game.markets).toBeFocused();
    await expect(game.figures.getByRole('row').nth(3)).toBeVisible();
    await expect(game.plays.getByRole('log').getByRole('listitem').first()).toBeVisible({ timeout: 120_000 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(game.chart.getByRole('heading')).toHaveText(/[+\u2212]\d/);
    await page.keyboard.press('Enter');
    await expect.poll(() => game.market(/^Spread/).count()).toBeGreaterThan(1);
    expect(await odds.accessibilityFaults()).toEqual([]);
    await game.markets.press('Escape');
    await expect(game.heading).toBeHidden();
    await expect(odds.grid).toBeFocused();
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('a feed that dies midway leaves nothing current on a game: no best price, no figure', async () => {
    const simulator = await startSimulator({ seed: 5, books: 5, games: 12 });
    const userData = newUserData();
    const linewatch = await launch({
      userData,
      args: ['--base', simulator.base, '--key-file', keyFile(userData, simulator.key)],
    });
    const { odds, page } = linewatch;
    const game = new GamePage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.grid.focus();
    await page.keyboard.press('Enter');
    await expect(game.market('Moneyline')).toBeVisible();
    const best = game.markets.getByRole('gridcell', { name: /best price/ });
    const stale = game.markets.getByRole('gridcell', { name: /not current/ });
    await game.group('All').check({ force: true });
    await expect(best.first()).toBeVisible();

    simulator.faults.drop();
    await expect(stale.first()).toBeVisible();
    await expect(best).toHaveCount(0);
    await expect(game.markets.getByRole('gridcell', { name: /%$/ })).toHaveCount(0);

    await expect(odds.status).toContainText('Live', { timeout: 30_000 });
    await expect(stale).toHaveCount(0, { timeout: 15_000 });
    await linewatch.close();
    await simulator.stop();
    removeUserData(userData);
  });
});

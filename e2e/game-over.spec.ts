import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { GamePage } from './pages/game-page.ts';
import { launch, removeUserData } from './pages/launch.ts';
import { RecordedPage } from './pages/recorded-page.ts';

const HOUR_MS = 3_600_000;

test('a game that is over says so, and what was recorded of it is a click away', async () => {
  // prices that rarely move: hours of them pass in a moment
  const simulator = await startSimulator({ seed: 5, books: 3, games: 24, ratePerSecond: 0.5 });
  const linewatch = await launch({ feed: simulator });
  try {
    const { odds, page } = linewatch;
    const game = new GamePage(page);
    const recorded = new RecordedPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.league('NFL').click();
    await page.keyboard.press('g');
    await expect(page.getByRole('radio', { name: 'Live', exact: true })).toBeChecked();
    await expect(odds.games.first()).toBeVisible();
    await odds.grid.focus();
    await page.keyboard.press('Enter');
    await expect(game.market('Moneyline')).toBeVisible();
    const name = (await game.heading.textContent()) ?? '';

    for (let hours = 0; hours < 6; hours += 1) simulator.step(HOUR_MS);
    const main = page.getByRole('main').filter({ hasText: 'No prices for this game now' });
    await expect(main).toContainText('It is over, has been taken off', { timeout: 20_000 });
    expect(await odds.accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Show what was recorded of it' }).click();
    await expect(recorded.heading).toBeFocused();
    await expect(recorded.badge).toBeVisible();
    await expect(recorded.games.and(page.getByRole('option', { selected: true }))).toContainText(name);
    await expect(recorded.figures.getByRole('row').first()).toContainText(/[+\u2212]\d{3}/);
    expect(await odds.accessibilityFaults()).toEqual([]);

    // another bet, by keyboard alone
    const before = (await recorded.chart.getByRole('heading').textContent()) ?? '';
    await page.getByRole('listbox', { name: 'Bets of the game' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(recorded.chart.getByRole('heading')).not.toHaveText(before);
    await expect(recorded.figures.getByRole('row').first()).toContainText(/[+\u2212]\d{3}|susp\./);
    await page.getByRole('searchbox', { name: 'Search recorded games' }).fill('nobody at all');
    await expect(page.getByText('Nothing here matches.')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  } finally {
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  }
});

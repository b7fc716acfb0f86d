import { expect, type Locator, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { GamePage } from './pages/game-page.ts';
import { launch, removeUserData } from './pages/launch.ts';
import { PlaysPage } from './pages/plays-page.ts';
import { ScreensPage } from './pages/screens-page.ts';

test('a feed that dies midway is said on odds, game and plays, each with its time, and all of them come back', async () => {
  // the next try may be half a minute away
  test.slow();
  const simulator = await startSimulator({ seed: 5, books: 4, games: 30, timeScale: 10 });
  const linewatch = await launch({ feed: simulator });
  try {
    const { odds, page } = linewatch;
    const screens = new ScreensPage(page);
    const game = new GamePage(page);
    const plays = new PlaysPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.league('NBA').click();
    await page.keyboard.press('g');
    await expect(odds.games.first()).toBeVisible();
    await odds.grid.focus();
    await page.keyboard.press('Enter');
    await expect(game.market('Moneyline')).toBeVisible();
    await expect(game.plays.getByRole('log').getByRole('listitem').first()).toBeVisible({ timeout: 60_000 });
    await game.plays.getByRole('button', { name: /^Keep following/ }).click();
    const asOf = /as of \d+:\d\d:\d\d/;
    const oddsAge = page.locator('.stage-odds').getByText(/^Prices not current/);
    const stale = page.getByRole('gridcell', { name: /not current/ });

    // nobody lets it in until further notice
    simulator.faults.refuse(500, 'down for now');
    simulator.faults.drop();
    await expect(odds.status).toContainText(/Odds feed: (Offline|Connecting)/);
    await expect(page.getByText(/^Prices not current/).last()).toHaveText(asOf);
    await expect(game.plays.getByText(/^Not current/)).toHaveText(asOf);
    await expect(stale.first()).toBeVisible();
    expect(await odds.accessibilityFaults()).toEqual([]);
    await screens.open('Plays');
    const ticker = plays.tickers.first();
    await expect(ticker.getByText(/^Not current/)).toHaveText(asOf);
    const told = await plays.plays(ticker).count();
    expect(told).toBeGreaterThan(0);
    expect(await odds.accessibilityFaults()).toEqual([]);
    await screens.open('Odds');
    await game.back.click();
    await expect(oddsAge).toHaveText(asOf);
    await expect(stale.first()).toBeVisible();
    await expectNoBest(odds.grid);
    expect(await odds.accessibilityFaults()).toEqual([]);

    simulator.faults.clear();
    await expect(odds.status).toContainText('Odds feed: Live', { timeout: 60_000 });
    await expect(stale).toHaveCount(0, { timeout: 20_000 });
    await expect(oddsAge).toHaveCount(0);
    await screens.open('Plays');
    await expect(ticker.getByText(/^Not current/)).toHaveCount(0, { timeout: 60_000 });
    await expect.poll(() => plays.plays(ticker).count(), { timeout: 60_000 }).toBeGreaterThan(told);
  } finally {
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  }
});

async function expectNoBest(grid: Locator): Promise<void> {
  await expect(grid.getByRole('gridcell', { name: /best price/ })).toHaveCount(0);
}

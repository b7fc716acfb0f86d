import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { GamePage } from './pages/game-page.ts';
import { launch, newUserData, removeUserData } from './pages/launch.ts';

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

  test('columns are resized and moved by mouse, and one of them has the openers', async () => {
    const userData = newUserData({ sport: 'NBA', market: 'spread' });
    const linewatch = await launch({ userData });
    const { odds, page } = linewatch;
    await expect(odds.grid).toHaveAccessibleName(/NBA Spread/, { timeout: 15_000 });
    await expect(odds.games.first()).toBeVisible();
    // with each sportsbook that comes, all columns have less room
    await expect(odds.books).toHaveCount(12);
    const widthOf = (at: number) => odds.columns.nth(at).evaluate((element) => element.clientWidth);
    const before = await widthOf(0);
    const edge = (await odds.columns.first().locator('.column-edge').boundingBox())!;
    const [x, y] = [edge.x + edge.width / 2, edge.y + edge.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y);
    await page.mouse.move(x + 40, y);
    await page.mouse.up();
    await expect.poll(() => widthOf(0)).toBe(before + 40);
    await expect(page.getByText('Average has another width')).toBeAttached();

    await odds.columns.first().locator('.column-name').dragTo(odds.columns.nth(2));
    await expect(odds.columns.nth(2)).toHaveText('Average');
    expect(await widthOf(2)).toBe(before + 40);

    const opener = odds.columns.filter({ hasText: /^Open$/ });
    const column = await opener.getAttribute('aria-colindex');
    const opened = odds.games.locator(`[aria-colindex="${column}"]`);
    await expect(opened.filter({ hasText: /[+\u2212]\d{3}/ }).first()).toBeVisible({ timeout: 15_000 });
    await opened.first().hover();
    await expect(opened.first()).toHaveAttribute('title', /^(Opened at|The first price)/);
    await linewatch.close();
    removeUserData(userData);
  });

  test('a row opens in its place: all sportsbooks, those left out too, and the alternate lines', async () => {
    const userData = newUserData({ sport: 'NFL', market: 'spread', hiddenSportsbooks: ['bovada'] });
    const linewatch = await launch({ userData });
    const { odds, page } = linewatch;
    await expect(odds.grid).toHaveAccessibleName(/NFL Spread/, { timeout: 15_000 });
    await expect(odds.games.nth(2)).toBeVisible();
    await expect(odds.columns.filter({ hasText: 'Bovada' })).toHaveCount(0);
    await odds.grid.focus();
    await page.keyboard.press('PageDown');
    const before = await odds.grid.evaluate((grid) => grid.scrollTop);
    await page.keyboard.press('Space');
    const lines = page.getByRole('radiogroup', { name: 'Lines' });
    await expect(lines.getByRole('radio').nth(2)).toBeVisible();
    await expect(lines.getByRole('radio', { checked: true })).toHaveAccessibleName(/main/);
    await expect(page.getByRole('img', { name: /^Bovada, / }).first()).toBeVisible();
    expect(await odds.accessibilityFaults()).toEqual([]);

    // the line above the main one, from the keyboard
    const prices = page.getByRole('img', { name: /^Pinnacle, [+\u2212]\d/ });
    const atMain = await prices.first().getAttribute('aria-label');
    await page.keyboard.press('Tab');
    await expect(lines.getByRole('radio', { checked: true })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(lines.getByRole('radio', { checked: true })).not.toHaveAccessibleName(/main/);
    await expect(prices.first()).not.toHaveAccessibleName(atMain ?? '');

    // each price has its menu, by keyboard too
    await page.keyboard.press('Tab');
    const price = page.locator('.book-side .cell:focus');
    const first = await price.getAttribute('aria-label');
    await page.keyboard.press('ArrowDown');
    await expect(price).not.toHaveAttribute('aria-label', first ?? '');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu').getByRole('menuitem', { name: /^Set an alert/ })).toBeVisible();
    expect(await odds.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(price).toBeFocused();

    await page.keyboard.press('Escape');
    await expect(lines).toBeHidden();
    await expect(odds.grid).toBeFocused();
    expect(await odds.grid.evaluate((grid) => grid.scrollTop)).toBe(before);

    // by mouse, and another row in its place
    const openers = page.getByRole('button', { name: 'All sportsbooks and lines (space bar)' });
    await openers.first().click();
    await expect(lines).toBeVisible();
    await openers.first().click();
    await expect(lines).toHaveCount(1);
    await page.getByRole('button', { name: 'Close (space bar)' }).click();
    await expect(lines).toHaveCount(0);
    await linewatch.close();
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
    const linewatch = await launch({ feed: simulator });
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
    removeUserData(linewatch.userData);
  });
});

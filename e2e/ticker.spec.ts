import { expect, test } from '@playwright/test';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';
import { PlaysPage } from './pages/plays-page.ts';
import { ScreensPage } from './pages/screens-page.ts';
import { TickerPage } from './pages/ticker-page.ts';

async function openTicker({ app, page }: Linewatch): Promise<TickerPage> {
  const [window] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+t')]);
  return new TickerPage(window);
}

/** Where the ticker is on the desktop. */
function placeOf({ app }: Linewatch) {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle() === 'Linewatch ticker')
      ?.getBounds(),
  );
}

test('the ticker floats with best prices and the plays of pinned games, and comes back where it was', async () => {
  const linewatch = await launch();
  const { app, odds, page } = linewatch;
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  const ticker = await openTicker(linewatch);
  await expect(ticker.prices.first()).toContainText(/[+\u2212]\d+/, { timeout: 10_000 });
  await odds.league('NFL').click();
  await expect(ticker.page.getByRole('table')).toHaveAccessibleName('NFL Moneyline: best prices');
  expect(await ticker.accessibilityFaults()).toEqual([]);

  await ticker.kind('Watchlist').check({ force: true });
  await expect(ticker.page.getByRole('main')).toContainText('Nothing is watched yet');
  await odds.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+W');
  await expect(ticker.prices.first()).toContainText(/[+\u2212]\d+|susp\./, { timeout: 10_000 });

  await ticker.kind('Plays').check({ force: true });
  await expect(ticker.page.getByRole('main')).toContainText('Follow a game on the Plays screen and pin it');
  const plays = new PlaysPage(page);
  await new ScreensPage(page).open('Plays');
  await page.getByRole('searchbox', { name: 'Search live games' }).fill('NBA');
  await plays.liveGames.first().click();
  await page.getByRole('button', { name: /on other screens$/ }).click();
  await new ScreensPage(page).open('Odds');
  // plays of a basketball game come 14 s apart in the mean, and as they please
  test.slow();
  await expect(ticker.plays.first()).toBeVisible({ timeout: 120_000 });
  expect(await ticker.accessibilityFaults()).toEqual([]);

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle() === 'Linewatch ticker')
      ?.setBounds({ x: 40, y: 60, width: 420, height: 200 }),
  );
  const closed = ticker.page.waitForEvent('close');
  // the page may be gone before its click is answered
  await ticker.close.click().catch((error) => {
    if (!ticker.page.isClosed()) throw error;
  });
  await closed;
  const again = await openTicker(linewatch);
  await expect(again.kind('Plays')).toBeChecked();
  expect(await placeOf(linewatch)).toEqual({ x: 40, y: 60, width: 420, height: 200 });
  await linewatch.close();
  removeUserData(linewatch.userData);
});

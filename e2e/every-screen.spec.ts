import { expect, test } from '@playwright/test';
import { FeedPage } from './pages/feed-page.ts';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';
import { PalettePage } from './pages/palette-page.ts';
import { ScreensPage } from './pages/screens-page.ts';
import { TickerPage } from './pages/ticker-page.ts';

/** Screens with nothing of the user's in them: their name, and what they say to do next. */
const EMPTY = [
  { screen: 'Watch', says: /Nothing is watched yet.*press W/s },
  { screen: 'Plays', says: /Follow a game to read its plays.*Pick up to ten live games/s },
  { screen: 'Parlays', says: /Choose a sportsbook and load what it posts/ },
  { screen: 'Bets', says: /No bets noted yet.*B/s },
  { screen: 'Alerts', says: /No alerts yet.*Make a rule under “Rules”/s },
] as const;

test.describe('every screen and what lies over them', () => {
  let linewatch: Linewatch;
  test.beforeAll(async () => {
    linewatch = await launch();
    await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 15_000 });
  });
  test.afterAll(async () => {
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  for (const { screen, says } of EMPTY) {
    test(`${screen} says what to do next while it is empty`, async () => {
      const { odds, page } = linewatch;
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();
      await expect(page.getByRole('main')).toContainText(says);
      expect(await odds.accessibilityFaults()).toEqual([]);
    });
  }

  test('rules say what to do next while there are none', async () => {
    const { odds, page } = linewatch;
    await page.keyboard.press('ControlOrMeta+3');
    await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
    await expect(page.getByRole('main')).toContainText(/No rules yet.*Make one here/s);
    expect(await odds.accessibilityFaults()).toEqual([]);
  });

  test('diagnostics, settings, key, filters, palette and shortcuts are right for a screen reader', async () => {
    test.slow();
    const { odds, page } = linewatch;
    const [screens, feed, palette] = [new ScreensPage(page), new FeedPage(page), new PalettePage(page)];
    for (const screen of ['Diagnostics', 'Settings'] as const) {
      await screens.open(screen);
      await expect(screens.heading(screen)).toBeFocused();
      expect(await odds.accessibilityFaults(), screen).toEqual([]);
    }
    for (const part of ['Key', 'Filters'] as const) {
      await feed.open(part);
      await expect(feed.dialog).toBeVisible();
      expect(await odds.accessibilityFaults(), part).toEqual([]);
      await feed.close();
    }
    await screens.open('Odds');
    await page.keyboard.press('Control+k');
    await expect(palette.field).toBeFocused();
    expect(await odds.accessibilityFaults(), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(palette.sheet).toBeVisible();
    expect(await odds.accessibilityFaults(), 'shortcuts').toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('each of the first steps is', async () => {
    const { odds, page } = linewatch;
    const steps = page.getByRole('complementary', { name: 'First steps' });
    await page.keyboard.press('F1');
    for (const step of [1, 2, 3]) {
      await expect(steps).toContainText(`Step ${step} of 3`);
      expect(await odds.accessibilityFaults(), `step ${step}`).toEqual([]);
      await steps.getByRole('button', { name: step < 3 ? 'Next' : 'Done' }).click();
    }
  });

  test('the floating ticker says what to do next for each thing that it can show', async () => {
    const { app, page } = linewatch;
    const [window] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+t')]);
    const ticker = new TickerPage(window);
    for (const [kind, says] of [
      ['Watchlist', /Nothing is watched yet/],
      ['Plays', /Follow a game on the Plays screen and pin it/],
    ] as const) {
      await ticker.kind(kind).check({ force: true });
      await expect(window.getByRole('main')).toContainText(says);
      expect(await ticker.accessibilityFaults(), kind).toEqual([]);
    }
    await ticker.kind('Prices').check({ force: true });
  });
});

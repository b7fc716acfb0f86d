import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { BetsPage } from './pages/bets-page.ts';
import { FeedPage } from './pages/feed-page.ts';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';
import { ParlaysPage } from './pages/parlays-page.ts';
import { PlaysPage } from './pages/plays-page.ts';
import { ScreensPage } from './pages/screens-page.ts';

/** Writes a PNG of each screen, in both themes and three sizes, into the folder that is named. */

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];
const THEMES = ['Light', 'Dark'] as const;

/** A screen, and how a user gets there. */
interface Shot {
  readonly name: string;
  readonly open: (linewatch: Linewatch) => Promise<void>;
  /** What has to be undone before the next screen. */
  readonly leave?: (linewatch: Linewatch) => Promise<void>;
}

const SCREENS: readonly Shot[] = [
  { name: 'moneyline', open: (linewatch) => show(linewatch, 'NBA', 'Moneyline') },
  { name: 'spread', open: (linewatch) => show(linewatch, 'NFL', 'Spread') },
  { name: 'total', open: (linewatch) => show(linewatch, 'NHL', 'Total') },
  { name: 'plays', open: showPlays },
  { name: 'parlays', open: showParlays },
  { name: 'bets', open: showBets },
  { name: 'diagnostics', open: ({ page }) => new ScreensPage(page).open('Diagnostics') },
  { name: 'key', open: ({ page }) => new FeedPage(page).open('Key'), leave: closeFeed },
  { name: 'filters', open: ({ page }) => new FeedPage(page).open('Filters'), leave: closeFeed },
];

/** Games whose plays are worth a picture: these leagues have a play every few seconds. */
const LIVELY = ['NBA', 'NFL', 'NHL'];

async function showPlays({ page }: Linewatch): Promise<void> {
  const plays = new PlaysPage(page);
  await new ScreensPage(page).open('Plays');
  const search = page.getByRole('searchbox', { name: 'Search live games' });
  for (const league of LIVELY) {
    await search.fill(league);
    for (const game of (await plays.liveGames.all()).slice(0, 2)) {
      if ((await game.getAttribute('aria-selected')) === 'false') await game.click();
    }
  }
  await search.fill('');
  await expect(plays.plays().first()).toBeVisible({ timeout: 30_000 });
}

async function showParlays({ page }: Linewatch): Promise<void> {
  const parlays = new ParlaysPage(page);
  await new ScreensPage(page).open('Parlays');
  await expect(parlays.load).toBeVisible({ timeout: 20_000 });
  // Each load is one of the few requests a minute: once is enough for all sizes.
  if (!(await parlays.table.isVisible())) await parlays.load.click();
  await expect(parlays.rows.first()).toBeVisible({ timeout: 20_000 });
}

async function showBets({ odds, page }: Linewatch): Promise<void> {
  const screens = new ScreensPage(page);
  const bets = new BetsPage(page);
  await screens.open('Bets');
  if (!(await bets.rows.first().isVisible())) {
    await screens.open('Odds');
    for (const [at, stake] of ['110', '250', '75.50', '500'].entries()) {
      await odds.prices.nth(at * 9 + 1).click();
      await page.keyboard.press('b');
      await bets.stake.fill(stake);
      await bets.save.click();
    }
    await screens.open('Bets');
    for (const [at, result] of ['Won', 'Lost', 'Push'].entries())
      await bets.result(bets.rows.nth(at)).selectOption(result);
  }
  await expect(bets.rows.first()).toBeVisible();
}

async function closeFeed({ page }: Linewatch): Promise<void> {
  await new FeedPage(page).close();
}

async function show({ odds, page }: Linewatch, league: string, market: string): Promise<void> {
  await new ScreensPage(page).open('Odds');
  await odds.league(league).click();
  await odds.market(market).check({ force: true });
  await expect(odds.grid).toHaveAccessibleName(new RegExp(`${league} ${market}`));
  await expect(odds.games.getByRole('gridcell', { name: /moved/ }).first()).toBeVisible({ timeout: 15_000 });
}

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const linewatch = await launch();
  await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 20_000 });
  for (const size of SIZES) {
    await linewatch.page.setViewportSize(size);
    for (const theme of THEMES) {
      await linewatch.odds.theme(theme).check({ force: true });
      for (const screen of SCREENS) {
        await screen.open(linewatch);
        const file = path.join(
          folder,
          `${screen.name}-${theme.toLowerCase()}-${size.width}x${size.height}.png`,
        );
        await linewatch.page.screenshot({ path: file });
        process.stdout.write(`${file}\n`);
        await screen.leave?.(linewatch);
      }
    }
  }
  await linewatch.close();
  removeUserData(linewatch.userData);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node e2e/shots.ts DIR\n');
  process.exitCode = 2;
} else {
  await main(path.resolve(folder));
}

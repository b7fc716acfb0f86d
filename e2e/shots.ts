import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { BetsPage } from './pages/bets-page.ts';
import { FeedPage } from './pages/feed-page.ts';
import { GamePage } from './pages/game-page.ts';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';
import { PalettePage } from './pages/palette-page.ts';
import { ParlaysPage } from './pages/parlays-page.ts';
import { PlaysPage } from './pages/plays-page.ts';
import { RecordedPage } from './pages/recorded-page.ts';
import { ScreensPage } from './pages/screens-page.ts';
import { TickerPage } from './pages/ticker-page.ts';

/**
 * Writes a PNG of each screen, in both themes and three sizes, into the folder that is named. Into `docs/screenshots` it
 * writes those that the guide and the README show, and nothing else.
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const DOCS = path.join(ROOT, 'docs/screenshots');
const PAGES = ['README.md', 'docs/user-guide.md'];

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];
const THEMES = ['Light', 'Dark'] as const;

/** A screen, and how a user gets there. */
interface Shot {
  readonly name: string;
  readonly open: (linewatch: Linewatch) => Promise<Page | undefined> | Promise<void>;
  /** A window of its own has one size. */
  readonly isSmall?: boolean;
  /** What has to be undone before the next screen. */
  readonly leave?: (linewatch: Linewatch) => Promise<void>;
}

const SCREENS: readonly Shot[] = [
  { name: 'moneyline', open: (linewatch) => show(linewatch, 'NBA', 'Moneyline') },
  { name: 'spread', open: (linewatch) => show(linewatch, 'NFL', 'Spread') },
  { name: 'opened-row', open: showOpenedRow, leave: closeRow },
  { name: 'total', open: (linewatch) => show(linewatch, 'NHL', 'Total') },
  { name: 'game', open: showGame, leave: leaveGame },
  { name: 'recorded', open: showRecorded, leave: toOdds },
  { name: 'watchlists', open: showWatchlists },
  { name: 'plays', open: showPlays },
  { name: 'parlays', open: showParlays },
  { name: 'bets', open: showBets },
  { name: 'alerts', open: showAlerts },
  { name: 'diagnostics', open: ({ page }) => new ScreensPage(page).open('Diagnostics') },
  { name: 'settings', open: ({ page }) => new ScreensPage(page).open('Settings'), leave: toOdds },
  { name: 'palette', open: showPalette, leave: leaveDialog },
  { name: 'shortcuts', open: showShortcuts, leave: leaveDialog },
  { name: 'first-steps', open: showFirstSteps, leave: skipSteps },
  { name: 'ticker', open: showTicker, leave: closeTicker, isSmall: true },
  { name: 'key', open: ({ page }) => new FeedPage(page).open('Key'), leave: closeFeed },
  { name: 'filters', open: ({ page }) => new FeedPage(page).open('Filters'), leave: closeFeed },
];

/** How long the history of a game is looked at before its picture. */
const HISTORY_MS = 20_000;

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
  await expect.poll(() => plays.plays().count(), { timeout: 90_000 }).toBeGreaterThan(8);
}

async function showOpenedRow(linewatch: Linewatch): Promise<void> {
  const { odds, page } = linewatch;
  await show(linewatch, 'NFL', 'Spread');
  await odds.games
    .nth(1)
    .getByRole('button', { name: /All sportsbooks/ })
    .click();
  await expect(page.getByRole('radiogroup', { name: 'Lines' })).toBeVisible();
}

async function closeRow({ page }: Linewatch): Promise<void> {
  await page.getByRole('button', { name: /^Close \(space/ }).click();
}

/** A game before its start, for the markets that are open then; its history needs a while to be worth a picture. */
async function showGame(linewatch: Linewatch): Promise<void> {
  const { odds, page } = linewatch;
  await show(linewatch, 'NBA', 'Spread');
  await odds.games.last().getByRole('rowheader').first().dblclick();
  const game = new GamePage(page);
  await expect(game.market('Moneyline')).toBeVisible();
  await page.waitForTimeout(HISTORY_MS);
  // a price that is waited for, near the top of what is in sight
  if ((await game.marks.count()) > 0) return;
  const { width, height } = (await game.over.boundingBox())!;
  await game.over.click({ position: { x: width / 2, y: height * 0.1 } });
  await page.getByRole('dialog', { name: 'New rule' }).getByRole('button', { name: 'Save rule' }).click();
  await expect(game.marks.first()).toBeVisible();
}

async function showRecorded({ page }: Linewatch): Promise<void> {
  const recorded = new RecordedPage(page);
  await new ScreensPage(page).open('Settings');
  await page.getByRole('button', { name: 'Show its games' }).click();
  await page.getByRole('searchbox', { name: 'Search recorded games' }).fill('NBA');
  await recorded.games.first().click();
  await expect(recorded.figures.getByRole('row').nth(3)).toBeVisible();
}

async function leaveGame({ page }: Linewatch): Promise<void> {
  await new GamePage(page).back.click();
}

async function showWatchlists({ odds, page }: Linewatch): Promise<void> {
  const screens = new ScreensPage(page);
  await screens.open('Watch');
  if (!(await page.getByRole('tab', { name: /watchlist/ }).isVisible())) {
    await screens.open('Odds');
    for (const at of [1, 12, 25, 40]) {
      await odds.prices.nth(at).click();
      await page.keyboard.press(at === 40 ? 'Shift+W' : 'w');
      await expect(page.getByText(/is on “My watchlist” now/).first()).toBeAttached();
    }
    await screens.open('Watch');
  }
  await expect(page.getByText(/best of/).first()).toBeVisible();
}

async function showParlays({ page }: Linewatch): Promise<void> {
  const parlays = new ParlaysPage(page);
  await new ScreensPage(page).open('Parlays');
  await expect(parlays.load).toBeVisible({ timeout: 20_000 });
  // Each load is one of the few requests a minute: once is enough for all sizes.
  if (!(await parlays.table.isVisible())) await parlays.load.click();
  await expect(parlays.rows.first()).toBeVisible({ timeout: 20_000 });
}

async function showAlerts({ page }: Linewatch): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  const entries = page.getByRole('list', { name: /Alerts, the newest first/ }).getByRole('listitem');
  if (!(await entries.first().isVisible())) {
    await page.keyboard.press('ControlOrMeta+Shift+A');
    const editor = page.getByRole('dialog', { name: 'New rule' });
    await editor.getByRole('textbox', { name: 'Name', exact: true }).fill('Moves of five cents');
    await editor.getByRole('textbox', { name: 'By', exact: true }).fill('5');
    await editor.getByRole('button', { name: 'Save rule' }).click();
  }
  await expect(entries.nth(4)).toBeVisible({ timeout: 60_000 });
  // nothing new comes in while the prices of the newest are opened
  await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
  const isOn = page.getByRole('switch', { name: 'Rule “Moves of five cents” is on' });
  if (await isOn.isChecked()) await isOn.click();
  await page.getByRole('radio', { name: 'Log' }).check({ force: true });
  const first = entries.filter({ hasText: 'Prices it rests on' }).first();
  if (!(await first.getByRole('table').isVisible())) await first.getByText('Prices it rests on').click();
  await entries.first().scrollIntoViewIfNeeded();
}

async function showBets({ odds, page }: Linewatch): Promise<void> {
  const screens = new ScreensPage(page);
  const bets = new BetsPage(page);
  await screens.open('Bets');
  if (!(await bets.rows.first().isVisible())) {
    await screens.open('Odds');
    for (const [at, stake] of ['110', '250', '75.50', '500'].entries()) {
      await odds.grid
        .getByRole('gridcell', { name: /best price/ })
        .nth(2 * at)
        .click();
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

/** A machine without a desktop has no notifications, and the app says so: that is no part of the screens. */
async function closeBanner({ page }: Linewatch): Promise<void> {
  const close = page.getByRole('alert').getByRole('button', { name: 'Close', exact: true });
  if (await close.isVisible()) await close.click();
}

async function toOdds({ page }: Linewatch): Promise<void> {
  await new ScreensPage(page).open('Odds');
}

async function leaveDialog({ page }: Linewatch): Promise<void> {
  await page.keyboard.press('Escape');
}

async function showPalette(linewatch: Linewatch): Promise<void> {
  await toOdds(linewatch);
  await linewatch.page.keyboard.press('Control+k');
  await linewatch.page.keyboard.type('los');
  await expect(new PalettePage(linewatch.page).chosen).toContainText('Los');
}

async function showShortcuts(linewatch: Linewatch): Promise<void> {
  await toOdds(linewatch);
  await linewatch.page.keyboard.press('?');
}

async function showFirstSteps(linewatch: Linewatch): Promise<void> {
  await toOdds(linewatch);
  await linewatch.page.keyboard.press('F1');
  await linewatch.page.getByRole('button', { name: 'Next' }).click();
}

async function skipSteps({ page }: Linewatch): Promise<void> {
  await page.getByRole('button', { name: 'Skip' }).click();
}

async function showTicker(linewatch: Linewatch): Promise<Page> {
  const { app, page } = linewatch;
  await toOdds(linewatch);
  const [window] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+t')]);
  await expect(new TickerPage(window).prices.first()).toContainText(/\d/, { timeout: 15_000 });
  return window;
}

async function closeTicker({ page }: Linewatch): Promise<void> {
  await page.keyboard.press('Control+Shift+t');
}

async function closeFeed({ page }: Linewatch): Promise<void> {
  await new FeedPage(page).close();
}

async function show({ odds, page }: Linewatch, league: string, market: string): Promise<void> {
  await new ScreensPage(page).open('Odds');
  await odds.league(league).click();
  // a busy page answers a click later than `check` waits
  await odds.market(market).click({ force: true });
  await expect(odds.grid).toHaveAccessibleName(new RegExp(`${league} ${market}`));
  await expect(odds.games.getByRole('gridcell', { name: /moved/ }).first()).toBeVisible({ timeout: 15_000 });
}

/** Whether a picture is wanted: in `docs/screenshots` those that some page shows, elsewhere all. */
function choiceFor(folder: string): (file: string) => boolean {
  if (folder !== DOCS) return () => true;
  const shown = PAGES.map((page) => readFileSync(path.join(ROOT, page), 'utf8')).join('\n');
  return (file) => shown.includes(`screenshots/${path.basename(file)})`);
}

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const isWanted = choiceFor(folder);
  const linewatch = await launch();
  await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 20_000 });
  for (const size of SIZES) {
    for (const theme of THEMES) {
      for (const screen of SCREENS) {
        const extent = screen.isSmall ? '' : `-${size.width}x${size.height}`;
        const file = path.join(folder, `${screen.name}-${theme.toLowerCase()}${extent}.png`);
        if (!isWanted(file) || (screen.isSmall && size !== SIZES[0])) continue;
        await linewatch.page.setViewportSize(size);
        await linewatch.odds.theme(theme).click({ force: true });
        const page = (await screen.open(linewatch)) ?? linewatch.page;
        await closeBanner(linewatch);
        await page.screenshot({ path: file });
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

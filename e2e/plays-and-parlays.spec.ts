import { expect, type Locator, test } from '@playwright/test';
import { type Simulator, startSimulator } from '#simulator/index.ts';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';
import { ParlaysPage } from './pages/parlays-page.ts';
import { PlaysPage } from './pages/plays-page.ts';
import { ScreensPage } from './pages/screens-page.ts';

test.describe('plays and parlays', () => {
  let simulator: Simulator | undefined;
  let linewatch: Linewatch | undefined;
  test.afterEach(async () => {
    await linewatch?.close();
    await simulator?.stop();
    if (linewatch) removeUserData(linewatch.userData);
    linewatch = undefined;
    simulator = undefined;
  });

  async function start(options: Parameters<typeof startSimulator>[0]): Promise<Linewatch> {
    simulator = await startSimulator({ seed: 5, ...options });
    linewatch = await launch({ feed: simulator });
    return linewatch;
  }

  test('the plays of a live game appear, each once and the newest on top', async () => {
    // An hour of the evening in a minute: plays come fast enough to be waited for.
    const { odds, page } = await start({ books: 3, games: 30, timeScale: 20 });
    const screens = new ScreensPage(page);
    const plays = new PlaysPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await screens.open('Plays');
    await expect(screens.heading('Plays')).toBeFocused();
    await expect(screens.current).toHaveText('Plays');
    await expect(page.getByRole('main')).toContainText('Follow a game to read its plays');
    const game = await liveGameOf(plays, ['NBA', 'NFL', 'NHL']);
    const name = (await game.getAttribute('title')) ?? '';
    await game.click();
    await expect(game).toHaveAttribute('aria-selected', 'true');
    const ticker = page.getByRole('article', { name });
    await expect(ticker).toBeVisible();
    await expect.poll(() => plays.plays(ticker).count(), { timeout: 30_000 }).toBeGreaterThan(3);
    const texts = await plays.plays(ticker).allTextContents();
    expect(new Set(texts).size).toBe(texts.length);

    await ticker.getByRole('button', { name: /^Keep following/ }).click();
    const before = await plays.plays(ticker).count();
    await screens.open('Odds');
    await expect(odds.games.first()).toBeVisible();
    await page.waitForTimeout(3000);
    await screens.open('Plays');
    await expect.poll(() => plays.plays(ticker).count()).toBeGreaterThan(before);
    expect(await odds.accessibilityFaults()).toEqual([]);

    // every type is there to choose; one type alone shows no other
    const type = ticker.getByRole('combobox', { name: 'Type of play' });
    const [, first = ''] = await type.getByRole('option').allTextContents();
    await type.selectOption(first);
    await expect(plays.plays(ticker).first()).toBeVisible();
    await type.selectOption('All types');

    // a second game beside it, and both in one list
    await page.getByRole('searchbox', { name: 'Search live games' }).fill('');
    await plays.liveGames.and(page.locator('[aria-selected="false"]')).first().click();
    await expect(plays.tickers).toHaveCount(2);
    await page.getByRole('radio', { name: 'All games' }).check({ force: true });
    await expect(page.getByRole('log', { name: 'Plays of all followed games' })).toContainText(name);
    expect(await odds.accessibilityFaults()).toEqual([]);

    const { userData } = linewatch!;
    await linewatch!.close();
    const again = await launch({ userData, feed: simulator! });
    linewatch = again;
    await expect(again.odds.games.first()).toBeVisible({ timeout: 15_000 });
    await new ScreensPage(again.page).open('Plays');
    const kept = again.page.getByRole('article', { name });
    await expect(kept.getByRole('button', { name: / on this screen only$/ })).toBeVisible();
    const playsAgain = new PlaysPage(again.page);
    // what was told before the restart is there, and what is told since
    await expect.poll(() => playsAgain.plays(kept).count(), { timeout: 30_000 }).toBeGreaterThan(before);
    await expect(playsAgain.tickers).toHaveCount(2);
    for (const left of [1, 0]) {
      await playsAgain.tickers
        .first()
        .getByRole('button', { name: /^Stop following/ })
        .click();
      await expect(playsAgain.tickers).toHaveCount(left);
    }
    await expect(again.page.getByRole('main')).toContainText('Follow a game to read its plays');
  });

  test('a game without play-by-play says so', async () => {
    const { odds, page } = await start({ books: 3, games: 40 });
    const plays = new PlaysPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await new ScreensPage(page).open('Plays');
    const game = await liveGameOf(plays, ['ATP', 'WTA']);
    await game.click();
    await expect(plays.tickers).toContainText('no play-by-play for this game', { timeout: 20_000 });
  });

  test('the parlays of a sportsbook stand beside the product of their legs, ordered by what sets them apart', async () => {
    const { odds, page } = await start({ books: 4, games: 20 });
    const parlays = new ParlaysPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await new ScreensPage(page).open('Parlays');
    await parlays.sportsbook.selectOption('DraftKings');
    await parlays.load.click();
    await expect(parlays.rows.first()).toBeVisible({ timeout: 20_000 });
    const differences = async () =>
      (await parlays.rows.locator('td:nth-child(1)').allTextContents())
        .filter((text) => text.includes('%'))
        .map((text) => Number.parseFloat(text.replace('\u2212', '-')));
    const falling = await differences();
    expect(falling.length).toBeGreaterThan(3);
    expect(falling).toEqual([...falling].sort((left, right) => right - left));
    await parlays.table.getByRole('button', { name: 'Difference' }).click();
    const rising = await differences();
    expect(rising).toEqual([...rising].sort((left, right) => left - right));
    expect(await odds.accessibilityFaults()).toEqual([]);

    // a parlay of which every leg has a price of today: the product is that of the prices that stand there
    const row = parlays.rows.filter({ hasNotText: /no price|not current/ }).first();
    const decimal = (text: string) => {
      const american = Number(text.trim().replace('\u2212', '-'));
      return american > 0 ? 1 + american / 100 : 1 - 100 / american;
    };
    const legs = await row.locator('.leg-price').allTextContents();
    expect(legs.length).toBeGreaterThan(1);
    const product = legs.map(decimal).reduce((left, right) => left * right, 1);
    const [difference = '', posted = '', beside = ''] = await row.locator('td').allTextContents();
    expect(decimal(beside) / product).toBeCloseTo(1, 2);
    expect(Number.parseFloat(difference.replace('\u2212', '-'))).toBeCloseTo(
      (decimal(posted) / decimal(beside) - 1) * 100,
      0,
    );

    // each leg leads to its game
    for (let at = 0; at < legs.length; at += 1) {
      const jump = row.getByRole('button').nth(at);
      const [sport = '', teams = ''] = ((await jump.textContent()) ?? '').split(' · ');
      await jump.click();
      await expect(odds.grid).toBeFocused();
      await expect(odds.grid).toHaveAccessibleName(new RegExp(`^${sport}`));
      const [home = ''] = teams.split(' vs ');
      await expect(odds.games.filter({ hasText: home }).first()).toBeVisible();
      await new ScreensPage(page).open('Parlays');
    }
  });

  test('a plan without parlays is a calm notice', async () => {
    const { page } = await start({ books: 4, games: 20, plan: 'starter' });
    const parlays = new ParlaysPage(page);
    await new ScreensPage(page).open('Parlays');
    await expect(parlays.load).toBeVisible({ timeout: 20_000 });
    await parlays.load.click();
    await expect(parlays.notice).toContainText('Not in your plan', { timeout: 20_000 });
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  });
});

/** The first live game of one of these leagues, in the order in which the list has them. */
async function liveGameOf(plays: PlaysPage, leagues: readonly string[]): Promise<Locator> {
  await expect(plays.liveGames.first()).toBeVisible({ timeout: 20_000 });
  const search = plays.page.getByRole('searchbox', { name: 'Search live games' });
  for (const league of leagues) {
    await search.fill(league);
    if ((await plays.liveGames.count()) > 0) return plays.liveGames.first();
  }
  throw new Error(`No live game of ${leagues.join(', ')}.`);
}

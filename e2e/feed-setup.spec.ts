import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { FeedPage } from './pages/feed-page.ts';
import { launch, newUserData, removeUserData } from './pages/launch.ts';

test.describe('key and filters', () => {
  test('a wrong key is said in words and the demo runs on; the right one brings the provider', async () => {
    const simulator = await startSimulator({ seed: 5, books: 3, games: 8 });
    const linewatch = await launch();
    const { odds, page } = linewatch;
    const feed = new FeedPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });

    await feed.open();
    await feed.connect.click();
    await expect(feed.dialog.getByRole('alert')).toContainText('Enter the key first');
    const wrong = '00000000-dead-4bad-8bad-000000000000';
    await feed.enter(wrong, simulator.base);
    await expect(feed.key).toHaveValue('');
    await expect(feed.dialog).toContainText('The provider does not take this key', { timeout: 25_000 });
    await expect(feed.dialog).toContainText('spam folder');
    await expect(feed.dialog).toContainText('Demo feed: no key is set.');
    expect(await odds.accessibilityFaults()).toEqual([]);
    expect(await page.content()).not.toContain(wrong);
    await feed.close();
    await expect(feed.opener).toBeFocused();
    await expect(odds.demoBadge).toBeVisible();
    await expect(odds.status).toContainText('Live', { timeout: 15_000 });
    await expect(odds.games.first()).toBeVisible();

    await feed.open();
    await feed.enter('some-key', 'http://127.0.0.1:9/api');
    await expect(feed.dialog).toContainText('The provider could not be reached', { timeout: 25_000 });
    await expect(feed.dialog).toContainText('firewall');
    await feed.enter(simulator.key, simulator.base);
    await expect(feed.dialog).toContainText('The provider took the key', { timeout: 25_000 });
    await feed.close();
    await expect(odds.demoBadge).toBeHidden();
    await expect(odds.status).toContainText('Live', { timeout: 20_000 });
    await expect(odds.games.first()).toBeVisible();
    expect(await page.content()).not.toContain(simulator.key);
    expect(linewatch.printed()).not.toContain(simulator.key);
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  });

  test('without a keychain the key lasts for the session, and this is said', async () => {
    const simulator = await startSimulator({ seed: 5, books: 2, games: 4 });
    const first = await launch();
    const feed = new FeedPage(first.page);
    await feed.open();
    await feed.enter(simulator.key, simulator.base);
    await expect(feed.dialog).toContainText('The provider took the key', { timeout: 25_000 });
    await expect(feed.dialog).toContainText('Key set for this session only.');
    await expect(feed.dialog).toContainText('At the next start the demo feed runs');
    await first.close();

    const second = await launch({ userData: first.userData });
    await expect(second.odds.demoBadge).toBeVisible({ timeout: 15_000 });
    const again = new FeedPage(second.page);
    await again.open();
    await expect(again.dialog).toContainText('Demo feed: no key is set.');
    await expect(again.base).toHaveValue(simulator.base);
    await second.close();
    await simulator.stop();
    removeUserData(first.userData);
  });

  test('removing the key is asked twice, and brings the demo back', async () => {
    const simulator = await startSimulator({ seed: 5, books: 2, games: 4 });
    const linewatch = await launch({ feed: simulator });
    const feed = new FeedPage(linewatch.page);
    await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 15_000 });
    await feed.open();
    await feed.dialog.getByRole('button', { name: /^Remove key and/ }).click();
    await expect(feed.dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await feed.dialog.getByRole('button', { name: 'Remove key', exact: true }).click();
    await expect(feed.dialog).toContainText('Demo feed: no key is set.', { timeout: 15_000 });
    await feed.close();
    await expect(linewatch.odds.demoBadge).toBeVisible();
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  });

  test('filters for one sportsbook leave only its column; everything is asked back', async () => {
    const simulator = await startSimulator({ seed: 5, books: 4, games: 12 });
    const linewatch = await launch({ feed: simulator });
    const { odds, page } = linewatch;
    const feed = new FeedPage(page);
    const { books } = odds;
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await expect(books).toHaveCount(4, { timeout: 15_000 });

    await feed.open('Filters');
    await expect(feed.count('Sportsbooks')).toHaveText('4 of 4', { timeout: 15_000 });
    await feed.none('Sportsbooks').click();
    await expect(feed.dialog).toContainText('Choose at least one of: Sportsbooks');
    await expect(feed.apply).toBeDisabled();
    await feed.name('Sportsbooks', 'FanDuel').click();
    await expect(feed.count('Sportsbooks')).toHaveText('1 of 4');
    await expect(feed.dialog).toContainText(/Up to [\d,]+ selections/);
    expect(await odds.accessibilityFaults()).toEqual([]);
    await feed.apply.click();
    await expect(feed.dialog).toContainText('Heard: prices arrive', { timeout: 25_000 });
    await feed.close();
    await expect(books).toHaveText(['FanDuel'], { timeout: 15_000 });

    await feed.open('Filters');
    await feed.list('Sportsbooks').getByRole('button', { name: /^All/ }).click();
    await feed.apply.click();
    await expect(feed.dialog).toContainText('This asks for everything');
    await feed.dialog.getByRole('button', { name: 'Ask for it anyway' }).click();
    await feed.close();
    await expect(books).toHaveCount(4, { timeout: 30_000 });
    await linewatch.close();
    await simulator.stop();
    removeUserData(linewatch.userData);
  });

  test('a name that does not exist brings silence, said so, with the closest one a click away', async () => {
    const simulator = await startSimulator({ seed: 5, books: 4, games: 8 });
    const userData = newUserData();
    mkdirSync(userData, { recursive: true });
    const settings = { filters: { sportsbooks: ['fan duel'] } };
    writeFileSync(path.join(userData, 'settings.json'), JSON.stringify({ settings }));
    const linewatch = await launch({ userData, feed: simulator });
    const { odds } = linewatch;
    const feed = new FeedPage(linewatch.page);
    await feed.open('Filters');
    await expect(feed.dialog).toContainText('Silent: the provider sends nothing', { timeout: 30_000 });
    await expect(feed.dialog).toContainText(
      '\u201cfan duel\u201d is not among the provider\u2019s sportsbooks',
    );
    await feed.dialog.getByRole('button', { name: 'Use \u201cfanduel\u201d' }).click();
    await expect(feed.dialog).toContainText('Heard: prices arrive', { timeout: 25_000 });
    await expect(feed.count('Sportsbooks')).toHaveText('1 of 4');
    await feed.close();
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await linewatch.close();
    await simulator.stop();
    removeUserData(userData);
  });

  test('a name is found and picked with the keyboard alone', async () => {
    const linewatch = await launch();
    const { odds, page } = linewatch;
    const feed = new FeedPage(page);
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await feed.opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Key' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Filters' })).toBeFocused();
    await expect(feed.count('Sportsbooks')).toHaveText(/^12 of 12$/, { timeout: 15_000 });
    await feed.list('Sportsbooks').getByRole('searchbox').focus();
    await page.keyboard.type('draft');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(feed.list('Sportsbooks').getByRole('listbox')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(feed.count('Sportsbooks')).toHaveText('11 of 12');
    await expect(feed.name('Sportsbooks', 'DraftKings')).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('Escape');
    await expect(feed.dialog).toBeHidden();
    await expect(feed.opener).toBeFocused();
    await linewatch.close();
    removeUserData(linewatch.userData);
  });
});

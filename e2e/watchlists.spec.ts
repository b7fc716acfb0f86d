import { expect, test } from '@playwright/test';
import { launch, removeUserData } from './pages/launch.ts';

test('a price is watched from the grid with the keyboard, moves on the watchlist, and is there at the next start', async () => {
  const linewatch = await launch();
  const { odds, page, userData } = linewatch;
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => odds.prices.count()).toBeGreaterThan(10);
  await odds.grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('w');
  await expect(page.getByText(/is on “My watchlist” now/).first()).toBeAttached();
  await page.keyboard.press('Shift+W');
  // one game alone may stand still for a while
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+W');
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('heading', { name: 'Watch' })).toBeVisible();
  const table = page.getByRole('table', { name: /Prices of “My watchlist”/ });
  await expect(table.getByRole('row').filter({ hasText: 'best of' }).first()).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(4);
  const prices = async () => (await table.locator('.table-price').allTextContents()).join(' ');
  const before = await prices();
  await expect.poll(prices, { timeout: 20_000 }).not.toBe(before);
  await expect(
    table.getByRole('img', { name: /^From .* to .* within the last 6 hours$/ }).first(),
  ).toBeVisible();
  expect(await odds.accessibilityFaults()).toEqual([]);
  // the entries are put in another order by keyboard and by dragging
  const firstEntry = async () => (await table.getByRole('rowheader').first().textContent()) ?? '';
  const bet = await firstEntry();
  await table
    .getByRole('button', { name: /^Move .* down$/ })
    .first()
    .press('Enter');
  await expect.poll(firstEntry).not.toBe(bet);
  await table.locator('tbody').nth(1).dragTo(table.locator('tbody').first());
  await expect.poll(firstEntry).toBe(bet);
  // the narrowest window that there is shows every column that it shows whole
  await page.setViewportSize({ width: 720, height: 480 });
  const sideways = () => table.evaluate(({ parentElement: box }) => box!.scrollWidth - box!.clientWidth);
  await expect.poll(sideways).toBe(0);
  expect(await odds.accessibilityFaults()).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Watch a team' }).click();
  await page.keyboard.type('Denver Nuggets');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /My watchlist/ })).toContainText('4 entries');
  await linewatch.close();

  const second = await launch({ userData });
  await expect(second.odds.games.first()).toBeVisible({ timeout: 15_000 });
  await second.page.keyboard.press('ControlOrMeta+2');
  await expect(second.page.getByRole('tab', { name: /My watchlist/ })).toContainText('4 entries');
  await second.page.getByRole('button', { name: 'Delete list' }).click();
  await expect(second.page.getByText('“My watchlist” was deleted.')).toBeVisible();
  await second.page.getByRole('button', { name: 'Undo' }).click();
  await expect(second.page.getByRole('tab', { name: /My watchlist/ })).toContainText('4 entries');
  await second.close();
  removeUserData(userData);
});

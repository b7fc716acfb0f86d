import { expect, test } from '@playwright/test';
import { launch, removeUserData } from './pages/launch.ts';

test('what can be done with a price is in its menu: by mouse, by keyboard alone, and in the palette', async () => {
  const linewatch = await launch();
  const { odds, page, userData } = linewatch;
  const menu = page.getByRole('menu');
  // of a sportsbook, not of the figures before them
  const price = page
    .getByRole('gridcell', { name: /^[+\u2212]\d/ })
    .and(page.locator('[aria-colindex="8"]'))
    .first();
  await expect.poll(() => odds.prices.count(), { timeout: 20_000 }).toBeGreaterThan(10);
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'])
    .catch(() => undefined);

  await price.click({ button: 'right' });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: /^Set an alert at [+\u2212]\d+/ })).toBeVisible();
  for (const theme of ['Light', 'Dark'] as const) {
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await odds.theme(theme).check({ force: true });
    await price.click({ button: 'right' });
    await expect(menu).toBeVisible();
    expect(await odds.accessibilityFaults()).toEqual([]);
  }
  await menu.getByRole('menuitem', { name: /^This bet at .* alone/ }).click();
  await expect(menu).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: /is on “My watchlist” now/ })).toBeVisible();

  // a window that gets smaller takes an open menu with it
  await page.setViewportSize({ width: 1280, height: 800 });
  const { x: left, width } = (await odds.grid.boundingBox())!;
  await page.mouse.click(left + width - 60, 400, { button: 'right' });
  await expect(menu).toBeVisible();
  await page.setViewportSize({ width: 720, height: 480 });
  await expect
    .poll(async () => {
      const box = (await menu.boundingBox())!;
      return box.x >= 0 && box.x + box.width <= 720 && box.y >= 0 && box.y + box.height <= 480;
    })
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });

  // by keyboard alone, from the cell under the cursor
  await odds.grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeFocused();
  // a letter looks for a line of the menu and is no shortcut of the window
  const format = await odds.oddsFormat().inputValue();
  await page.keyboard.press('o');
  expect(await odds.oddsFormat().inputValue()).toBe(format);
  await page.keyboard.press('Escape');
  await expect(odds.grid).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeFocused();
  await page.keyboard.press('s');
  await expect(menu.getByRole('menuitem', { name: /^Set an alert/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('dialog', { name: 'New rule' });
  await expect(editor.getByRole('status')).toContainText(/Tells when a price reaches/);
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(odds.grid).toBeFocused();

  // the palette knows what the cursor stands on
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('whole game');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Watch: The whole game');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: / at .* is on “My watchlist” now/ })).toBeVisible();

  // a game's page and the watchlist have the same menu
  await odds.grid.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: / at / })).toBeVisible();
  await price.click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^Note a bet at/ }).click();
  await expect(page.getByRole('dialog', { name: 'Note a bet' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+2');
  await page.locator('.watch .table-price').first().click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Show among the odds' }).click();
  await expect(odds.grid).toBeFocused();
  await linewatch.close();
  removeUserData(userData);
});

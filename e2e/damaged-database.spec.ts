import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, newUserData, removeUserData } from './pages/launch.ts';
import { ScreensPage } from './pages/screens-page.ts';

test('a damaged database is said on the screen, and its file is kept; how long prices are kept is asked first', async () => {
  test.slow();
  const userData = newUserData();
  const first = await launch({ userData });
  await expect(first.odds.games.first()).toBeVisible({ timeout: 20_000 });
  await new ScreensPage(first.page).open('Settings');
  const history = first.page.getByRole('region', { name: 'History' });
  await history.getByRole('combobox', { name: 'Age' }).selectOption('30 days');
  await expect(history.getByText(/^Nothing would go now/)).toBeVisible();
  await history.getByRole('button', { name: 'Keep it so' }).click();
  await expect(history.getByText(/^Nothing would go now/)).toBeHidden();
  await first.close();

  const folder = path.join(userData, 'data', 'demo');
  const file = path.join(folder, 'linewatch.db');
  const noise = Buffer.alloc(readFileSync(file).length, 0xa7);
  writeFileSync(file, noise);

  const second = await launch({ userData });
  const said = second.page.getByRole('alert').filter({ hasText: 'The database was damaged' });
  await expect(said).toContainText('the old file is kept as linewatch.damaged-', { timeout: 20_000 });
  await expect(second.odds.games.first()).toBeVisible({ timeout: 20_000 });
  const kept = readdirSync(folder).find((name) => /^linewatch\.damaged-.*\.db$/.test(name));
  expect(readFileSync(path.join(folder, kept ?? '')).equals(noise)).toBe(true);
  await new ScreensPage(second.page).open('Settings');
  await expect(
    second.page.getByRole('region', { name: 'History' }).getByRole('combobox', { name: 'Age' }),
  ).toHaveValue('30');
  expect(await second.odds.accessibilityFaults()).toEqual([]);
  await second.close();
  removeUserData(userData);
});

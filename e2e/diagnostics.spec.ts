import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { DiagnosticsPage } from './pages/diagnostics-page.ts';
import { launch, newUserData, removeUserData } from './pages/launch.ts';
import { ScreensPage } from './pages/screens-page.ts';

test('diagnostics show feeds, limits and a refused message with its sample, and are copied as text', async () => {
  const simulator = await startSimulator({ seed: 5, books: 3, games: 8 });
  const userData = newUserData();
  const linewatch = await launch({ userData, feed: simulator });
  const { odds, page } = linewatch;
  const screens = new ScreensPage(page);
  const diagnostics = new DiagnosticsPage(page);
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  await screens.open('Diagnostics');
  await expect(screens.heading('Diagnostics')).toBeFocused();
  await expect(diagnostics.feeds.getByRole('row', { name: /Odds feed/ })).toContainText('Live');
  await expect(diagnostics.figure('Connects in the last minute')).toHaveText(/^[1-9]\d? of 12$/);
  await expect(diagnostics.figure('Source')).toHaveText('Provider');
  await expect(diagnostics.refusals).toBeHidden();

  simulator.faults.unknownAction('market_pulse');
  await expect(diagnostics.refusals).toContainText('market_pulse', { timeout: 10_000 });
  expect(await odds.accessibilityFaults()).toEqual([]);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await diagnostics.copy.click();
  await expect(diagnostics.copyText).toHaveValue(/Connects in the last minute: \d+ of 12/);
  await expect(diagnostics.copyText).toHaveValue(/market_pulse/);
  expect(await diagnostics.copyText.inputValue()).not.toContain(simulator.key);

  const file = path.join(userData, 'report.txt');
  await linewatch.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save as file' }).click();
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('Engine busy: ');
  expect(readFileSync(file, 'utf8')).not.toContain(simulator.key);

  simulator.faults.refuse(503, 'too many concurrent connections');
  simulator.faults.drop();
  const oddsFeed = diagnostics.feeds.getByRole('row', { name: /Odds feed/ });
  await expect(oddsFeed).toContainText(/too many connections/, { timeout: 15_000 });
  await expect(oddsFeed).toContainText(/in \d+s|in \d+m/);
  await linewatch.close();
  await simulator.stop();
  removeUserData(userData);
});

test('the odds are back as they were when another screen is left', async () => {
  const linewatch = await launch();
  const { odds, page } = linewatch;
  const screens = new ScreensPage(page);
  await page.setViewportSize({ width: 1000, height: 400 });
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  await odds.league('NBA').click();
  await expect(odds.league('NBA')).toHaveAttribute('aria-selected', 'true');
  const place = () => odds.grid.evaluate((grid) => [grid.scrollLeft, grid.scrollTop]);
  await expect
    .poll(async () => {
      await odds.grid.evaluate((grid) => grid.scrollTo(120, 90));
      return place();
    })
    .toEqual([120, 90]);
  await screens.open('Diagnostics');
  await expect(odds.grid).toBeHidden();
  await expect(odds.league('NBA')).toBeHidden();
  await screens.open('Odds');
  await expect(odds.grid).toBeFocused();
  expect(await place()).toEqual([120, 90]);
  await expect(odds.league('NBA')).toHaveAttribute('aria-selected', 'true');
  await linewatch.close();
  removeUserData(linewatch.userData);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startSimulator } from '#simulator/index.ts';
import { launch, newUserData, removeUserData } from './pages/launch.ts';
import { RecordedPage } from './pages/recorded-page.ts';
import { ScreensPage } from './pages/screens-page.ts';

test('the history is exported, and so is one that a recorder made on another machine', async () => {
  const simulator = await startSimulator({ seed: 5, books: 3, games: 20 });
  const userData = newUserData();
  const files = mkdtempSync(path.join(tmpdir(), 'linewatch-exported-'));
  const linewatch = await launch({ userData, feed: simulator });
  const { app, page, odds } = linewatch;
  const saveAs = (filePath: string) =>
    app.evaluate(({ dialog }, to) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: to });
    }, filePath);
  try {
    await expect(odds.prices.first()).toBeVisible({ timeout: 15_000 });
    await new ScreensPage(page).open('Settings');
    const history = page.getByRole('region', { name: 'History' });
    await expect(history.getByText(/^In .*data$/)).toBeVisible();
    await history.getByRole('combobox', { name: 'League' }).selectOption('NBA');
    await saveAs(path.join(files, 'nba.ndjson'));
    await history.getByRole('combobox', { name: 'Format' }).selectOption('NDJSON');
    await history.getByRole('button', { name: 'Export…' }).click();
    await expect(history.getByText(/rows, .* in .*nba\.ndjson$/)).toBeVisible({ timeout: 20_000 });
    const rows = readFileSync(path.join(files, 'nba.ndjson'), 'utf8').trimEnd().split('\n');
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map((row) => JSON.parse(row).sport))).toEqual(new Set(['NBA']));

    await saveAs(path.join(files, 'no-such-folder', 'nba.csv'));
    await history.getByRole('button', { name: 'Export…' }).click();
    await expect(history.getByRole('alert')).toContainText('There is no folder for');
    expect(await odds.accessibilityFaults()).toEqual([]);

    const copy = path.join(files, 'recorder');
    const headless = path.resolve(import.meta.dirname, '../out/main/headless.js');
    const data = path.join(userData, 'data');
    expect(spawnSync(process.execPath, [headless, '--backup', copy, '--data', data]).status).toBe(0);
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, copy);
    await history.getByRole('button', { name: 'Open another recording…' }).click();
    await expect(history.getByText('Another recording, read only.')).toBeVisible();
    await history.getByRole('button', { name: 'Show its games' }).click();
    const recorded = new RecordedPage(page);
    await expect(page.getByText(`Another recording, read only: ${copy}`)).toBeVisible();
    await expect(recorded.badge).toBeVisible();
    await recorded.games.first().click();
    await expect(recorded.figures.getByRole('row').first()).toContainText(/[+\u2212]\d{3}|susp\./);
    await new ScreensPage(page).open('Settings');
    await saveAs(path.join(files, 'other.parquet'));
    await history.getByRole('combobox', { name: 'Format' }).selectOption('Parquet');
    await history.getByRole('button', { name: 'Export…' }).click();
    await expect(history.getByText(/in .*other\.parquet$/)).toBeVisible({ timeout: 20_000 });
    expect(readFileSync(path.join(files, 'other.parquet')).subarray(-4).toString()).toBe('PAR1');
    expect(readdirSync(files).filter((name) => name.endsWith('.part'))).toEqual([]);
  } finally {
    await linewatch.close();
    await simulator.stop();
    removeUserData(userData);
    rmSync(files, { recursive: true, force: true });
  }
});

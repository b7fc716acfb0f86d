import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type Simulator, startSimulator } from '#simulator/index.ts';
import { BetsPage } from './pages/bets-page.ts';
import { type Linewatch, launch, newUserData, removeUserData } from './pages/launch.ts';
import { ScreensPage } from './pages/screens-page.ts';

test('a bet is noted from a price, settled, found again at the next start, and written to a file', async () => {
  const simulator: Simulator = await startSimulator({ seed: 5, books: 4, games: 30 });
  const userData = newUserData();
  let linewatch: Linewatch = await launch({ userData, feed: simulator, env: justAfterMidnight() });
  try {
    let bets = new BetsPage(linewatch.page);
    await expect(linewatch.odds.prices.first()).toBeVisible({ timeout: 15_000 });
    await (await bets.priceAt('DraftKings')).click();
    await linewatch.page.keyboard.press('b');
    await expect(bets.form).toBeVisible();
    await expect(bets.price).toHaveValue(/^[+-]\d+$/);
    await bets.stake.fill('nothing');
    await bets.save.click();
    await expect(bets.form.getByRole('alert')).toContainText('an amount above 0');
    await expect(bets.stake).toBeFocused();
    expect(await linewatch.odds.accessibilityFaults()).toEqual([]);
    await bets.price.fill('+120');
    await bets.stake.fill('110');
    await bets.save.click();
    await expect(bets.form).toBeHidden();
    await expect(linewatch.odds.grid).toBeFocused();

    await new ScreensPage(linewatch.page).open('Bets');
    await expect(bets.rows).toHaveCount(1);
    await expect(bets.rows).toContainText('Today');
    await expect(bets.rows).toContainText('$110.00');
    await bets.result(bets.rows.first()).selectOption('Won');
    await expect(bets.rows).toContainText('+$132.00');
    await expect(bets.totals).toContainText('+120.0%');
    expect(await linewatch.odds.accessibilityFaults()).toEqual([]);

    await bets.rows.getByRole('button', { name: /^Remove/ }).click();
    await expect(bets.rows).toHaveCount(0);
    await bets.undo.click();
    await expect(bets.rows).toHaveCount(1);
    await linewatch.close();

    linewatch = await launch({ userData, feed: simulator });
    bets = new BetsPage(linewatch.page);
    await new ScreensPage(linewatch.page).open('Bets');
    await expect(bets.rows).toContainText('+$132.00');
    const file = path.join(userData, 'bets.csv');
    await linewatch.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, file);
    await linewatch.page.getByRole('button', { name: 'Export CSV…' }).click();
    await expect(linewatch.page.getByText(`Written to ${file}`)).toBeVisible();
    expect(readFileSync(file, 'utf8')).toMatch(/,120,110,USD,won,132,/);
  } finally {
    await linewatch.close();
    await simulator.stop();
    removeUserData(userData);
  }
});

/** A desktop in a zone where a new day has just begun: noon and midnight of other zones are other days there. */
function justAfterMidnight(): Record<string, string> {
  const hour = new Date().getUTCHours();
  const zone = hour <= 12 ? `Etc/GMT+${hour}` : `Etc/GMT-${24 - hour}`;
  return { ...(process.env as Record<string, string>), TZ: zone };
}

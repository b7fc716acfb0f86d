import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launch, removeUserData } from './pages/launch.ts';
import type { OddsPage } from './pages/odds-page.ts';

/** Writes a PNG of each screen, in both themes and three sizes, into the folder that is named. */

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];
const THEMES = ['Light', 'Dark'] as const;

/** A screen, and how a user gets there. */
const SCREENS: readonly { readonly name: string; readonly open: (odds: OddsPage) => Promise<void> }[] = [
  { name: 'moneyline', open: (odds) => show(odds, 'NBA', 'Moneyline') },
  { name: 'spread', open: (odds) => show(odds, 'NFL', 'Spread') },
  { name: 'total', open: (odds) => show(odds, 'NHL', 'Total') },
];

async function show(odds: OddsPage, league: string, market: string): Promise<void> {
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
        await screen.open(linewatch.odds);
        const file = path.join(
          folder,
          `${screen.name}-${theme.toLowerCase()}-${size.width}x${size.height}.png`,
        );
        await linewatch.page.screenshot({ path: file });
        process.stdout.write(`${file}\n`);
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

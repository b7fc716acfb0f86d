import { expect, test } from '@playwright/test';
import { launch, newUserData, removeUserData } from './pages/launch.ts';

test.describe('first start', () => {
  const userData = newUserData();
  test.afterAll(() => removeUserData(userData));

  test('opens on the demo feed, says so, and prices move within 10 s', async () => {
    const linewatch = await launch({ userData });
    const { odds } = linewatch;
    await expect(odds.demoBadge).toBeVisible();
    await expect(odds.games.first()).toBeVisible({ timeout: 10_000 });
    await expect(odds.games.getByRole('gridcell', { name: /moved (up|down)/ }).first()).toBeVisible({
      timeout: 10_000,
    });
    await expect(odds.status).toContainText('Live');
    await expect(odds.stalePrices).toHaveCount(0);
    await linewatch.close();
  });

  test('the best price of a row stands in the column of best prices', async () => {
    const linewatch = await launch({ userData });
    const { odds } = linewatch;
    await expect(odds.games.getByRole('gridcell', { name: /best price/ }).first()).toBeVisible({
      timeout: 15_000,
    });
    const books = await odds.books.evaluateAll((heads) => heads.map((head) => head.ariaColIndex));
    const rows = await odds.games
      .getByRole('row')
      .evaluateAll(
        (elements, columns) =>
          elements.map((row) =>
            [...row.querySelectorAll('[role=gridcell]')]
              .filter((cell) => columns.includes(cell.ariaColIndex))
              .map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? ''),
          ),
        books,
      );
    const decimal = (text: string) => {
      const american = Number(text.replace('\u2212', '-').match(/^[+-]\d+/)?.[0]);
      return american > 0 ? 1 + american / 100 : 1 - 100 / american;
    };
    let compared = 0;
    for (const cells of rows) {
      const priced = cells.filter((text) => /^[+\u2212]\d/.test(text));
      const best = priced.filter((text) => text.includes('best price')).map(decimal);
      if (best.length === 0) continue;
      compared += 1;
      for (const each of best)
        expect(each, cells.join(' | ')).toBeCloseTo(Math.max(...priced.map(decimal)), 6);
    }
    expect(compared).toBeGreaterThan(4);
    await linewatch.close();
  });

  test('league, market, format and theme are chosen, and found again at the next start', async () => {
    const first = await launch({ userData });
    await first.odds.league('NFL').click();
    await expect(first.odds.grid).toHaveAccessibleName(/NFL/);
    await first.odds.market('Spread').check({ force: true });
    await expect(first.odds.games.getByRole('gridcell', { name: /^([+\u2212]\d|PK)/ }).first()).toBeVisible();
    await first.odds.oddsFormat().selectOption('Decimal');
    await expect(first.odds.games.getByRole('gridcell', { name: /\b\d\.\d\d\b/ }).first()).toBeVisible();
    await first.odds.theme('Dark').check({ force: true });
    await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await first.close();

    const second = await launch({ userData });
    await expect(second.odds.grid).toHaveAccessibleName(/NFL Spread/, { timeout: 15_000 });
    await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(second.odds.oddsFormat()).toHaveValue('decimal');
    await second.close();
  });

  test('a team is found by typing, with the keyboard alone', async () => {
    const linewatch = await launch();
    const { odds, page } = linewatch;
    await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
    await odds.league('NBA').click();
    await expect.poll(() => odds.games.count()).toBeGreaterThan(1);
    const all = await odds.games.count();
    const team = (await odds.games.first().getByRole('rowheader').first().textContent()) ?? '';
    await odds.grid.press('/');
    await expect(odds.search).toBeFocused();
    await page.keyboard.type(team.slice(0, 6));
    await expect(odds.games.first()).toHaveAccessibleName(new RegExp(team));
    await expect.poll(() => odds.games.count()).toBeLessThan(all);
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('axe finds nothing wrong in either theme', async () => {
    const linewatch = await launch();
    await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 15_000 });
    expect(await linewatch.odds.accessibilityFaults()).toEqual([]);
    await linewatch.close();
    removeUserData(linewatch.userData);
  });
});

import { expect, type Locator, test } from '@playwright/test';
import { BetsPage } from './pages/bets-page.ts';
import { GamePage } from './pages/game-page.ts';
import { type Linewatch, launch, removeUserData } from './pages/launch.ts';

/** Opens the page of a game that has not started: its prices move slowly enough to be read. */
async function openGame({ odds, page }: Linewatch): Promise<GamePage> {
  const game = new GamePage(page);
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  await odds.league('NFL').click();
  await expect(odds.grid).toHaveAccessibleName(/NFL/);
  await odds.games.last().getByRole('rowheader').first().dblclick();
  await expect(game.market('Moneyline')).toBeVisible();
  await expect(game.figures.getByRole('row').nth(3)).toBeVisible();
  return game;
}

/** How high the middle of something stands within the plot. Unit: share of its height, from the top. */
async function heightIn(over: Locator, element: Locator): Promise<number> {
  const [plot, own] = [await over.boundingBox(), await element.boundingBox()];
  return (own!.y - plot!.y) / plot!.height;
}

test.describe('the chart of a game', () => {
  test('a click on it sets an alert at that price, which is drawn there from then on', async () => {
    const linewatch = await launch();
    const { odds, page } = linewatch;
    const game = await openGame(linewatch);
    const name = (await game.chart.getByRole('heading').textContent()) ?? '';
    const { over } = game;
    const { width, height } = (await over.boundingBox())!;
    const at = { x: width / 2, y: height * 0.06 };
    await over.hover({ position: at });
    const price = (await game.plot.locator('.chart-tag').textContent()) ?? '';
    expect(price).toMatch(/^[+\u2212]\d{3,}$/);
    // a click where the pointer has just come to counts there, not where the pointer was
    await over.hover({ position: { x: at.x, y: height * 0.9 } });
    await over.click({ position: at });
    const editor = page.getByRole('dialog', { name: 'New rule' });
    await expect(editor.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
      new RegExp(`^${name.replace(/[+.]/g, '\\$&')} at .* at `),
    );
    await expect(editor.getByRole('textbox', { name: 'Price (American)' })).toHaveValue(
      price.replace('\u2212', '-').replace('+', ''),
    );
    await expect(editor.getByRole('status')).toContainText(`reaches ${price.replace('\u2212', '-')} or more`);
    expect(await odds.accessibilityFaults()).toEqual([]);
    await editor.getByRole('button', { name: 'Save rule' }).click();
    await expect(editor).toBeHidden();
    await expect(game.plot).toBeFocused();

    const mark = game.marks.filter({ hasText: `Alert at ${price} or more` });
    await expect(mark).toBeVisible();
    expect(await heightIn(over, mark)).toBeCloseTo(at.y / height, 1);
    expect(await odds.accessibilityFaults()).toEqual([]);
    await mark.getByRole('button').click();
    const change = page.getByRole('dialog', { name: 'Change the rule' });
    await change.getByRole('textbox', { name: 'Price (American)' }).fill('4000');
    await change.getByRole('button', { name: 'Save rule' }).click();
    // far above all that is in sight: at the edge, with an arrow
    await expect(game.marks).toContainText('▲ Alert at +4000 or more');

    await page.keyboard.press('ControlOrMeta+3');
    await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
    await expect(page.getByRole('list', { name: 'Rules' }).getByRole('listitem')).toHaveCount(1);
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('the keyboard alone points at a price, sets the alert, zooms and comes back; a noted bet is drawn', async () => {
    const linewatch = await launch();
    const { odds, page } = linewatch;
    const game = await openGame(linewatch);
    await game.plot.focus();
    const said = game.chart.getByRole('status');
    await page.keyboard.press('ArrowDown');
    await expect(said).toHaveText(/^[+\u2212]\d{3,}, /);
    const before = await said.textContent();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(said).not.toHaveText(before ?? '');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('+');
    await expect(game.chart.getByRole('button', { name: 'Whole range' })).toBeVisible();
    await page.keyboard.press('0');
    await expect(game.chart.getByRole('button', { name: 'Whole range' })).toBeHidden();
    await page.keyboard.press('Enter');
    const editor = page.getByRole('dialog', { name: 'New rule' });
    // below the best price of now: what is waited for is that it falls
    await expect(editor.getByRole('status')).toContainText('or less');
    await editor.getByRole('button', { name: 'Save rule' }).press('Enter');
    await expect(editor).toBeHidden();
    await expect(game.plot).toBeFocused();
    await expect(game.marks).toContainText(/Alert at .* or less/);
    for (const range of ['1 h', '24 h', 'All']) {
      await game.chart.getByRole('radio', { name: range, exact: true }).check({ force: true });
      await expect(game.figures.getByRole('row').nth(3)).toBeVisible();
    }

    const bets = new BetsPage(page);
    await game
      .market('Moneyline')
      .getByRole('gridcell', { name: /best price/ })
      .first()
      .click();
    await page.keyboard.press('b');
    await bets.stake.fill('100');
    await bets.save.click();
    await expect(bets.form).toBeHidden();
    await expect(game.marks.filter({ hasText: /^Your bet [+\u2212]\d+ at / })).toBeVisible();
    expect(await odds.accessibilityFaults()).toEqual([]);
    await linewatch.close();
    removeUserData(linewatch.userData);
  });
});

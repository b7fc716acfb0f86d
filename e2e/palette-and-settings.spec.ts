import { expect, test } from '@playwright/test';
import { type Linewatch, launch, removeUserData, strangerData } from './pages/launch.ts';
import { PalettePage } from './pages/palette-page.ts';
import { ScreensPage } from './pages/screens-page.ts';
import { SettingsPage } from './pages/settings-page.ts';

test.describe('first steps', () => {
  test('lead from the very first start to the first alert within 90 s, and are never seen again', async () => {
    test.setTimeout(90_000);
    const userData = strangerData();
    const beganAtMs = Date.now();
    const first = await launch({ userData });
    const steps = first.page.getByRole('complementary', { name: 'First steps' });
    await expect(steps).toContainText('Step 1 of 3');
    await expect(first.odds.games.first()).toBeVisible({ timeout: 15_000 });
    await steps.getByRole('button', { name: 'Next' }).click();
    await expect(steps.getByRole('heading', { name: 'What you watch' })).toBeFocused();
    await steps.getByRole('combobox', { name: 'League to begin with' }).selectOption('NFL');
    await expect(first.odds.grid).toHaveAccessibleName(/^NFL/);
    await steps.getByRole('checkbox', { name: 'Pinnacle' }).uncheck();
    await expect(first.odds.grid.getByRole('columnheader', { name: 'Pinnacle' })).toHaveCount(0);
    expect(await first.odds.accessibilityFaults()).toEqual([]);
    await steps.getByRole('button', { name: 'Next' }).click();
    await steps.getByRole('button', { name: 'Set an alert now' }).click();
    const editor = first.page.getByRole('dialog', { name: 'New rule' });
    await editor.getByRole('textbox', { name: 'By', exact: true }).fill('1');
    await editor.getByRole('button', { name: 'Save rule' }).click();
    await expect(steps.getByRole('status')).toContainText('It is watching');
    await steps.getByRole('button', { name: 'Done' }).click();
    await expect(steps).toBeHidden();
    await first.page.keyboard.press('Control+3');
    const log = first.page.getByRole('list', { name: /Alerts, the newest first/ });
    await expect(log.getByRole('listitem').first()).toContainText('NFL moves', { timeout: 30_000 });
    const tookS = Math.round((Date.now() - beganAtMs) / 1000);
    test.info().annotations.push({ type: 'first start to first alert', description: `${tookS} s` });
    expect(tookS).toBeLessThan(90);
    await first.close();

    const second = await launch({ userData });
    await expect(second.odds.grid).toHaveAccessibleName(/^NFL/, { timeout: 15_000 });
    await expect(second.page.getByRole('complementary')).toHaveCount(0);
    await second.page.keyboard.press('F1');
    await expect(second.page.getByRole('complementary', { name: 'First steps' })).toContainText(
      'Step 1 of 3',
    );
    await second.close();
    removeUserData(userData);
  });
});

test.describe('palette, shortcuts and settings', () => {
  let linewatch: Linewatch;
  test.beforeEach(async () => {
    linewatch = await launch();
    // the leagues come in as the first frames do
    await expect(linewatch.odds.league('CS2')).toBeVisible({ timeout: 15_000 });
  });
  test.afterEach(async () => {
    await linewatch.close();
    removeUserData(linewatch.userData);
  });

  test('a game of another league is found in three keys, and actions by keyboard alone', async () => {
    const { odds, page } = linewatch;
    const palette = new PalettePage(page);
    await odds.league('NFL').click();
    const team = (await odds.games.last().getByRole('rowheader').last().textContent()) ?? '';
    await odds.league('NBA').click();
    await page.keyboard.press('Control+k');
    await expect(palette.field).toBeFocused();
    expect(await odds.accessibilityFaults()).toEqual([]);
    // as many letters as tell it from all others; a few at most
    for (const letter of team.toLowerCase()) {
      await page.keyboard.press(letter);
      if (await palette.chosen.getByText(team).isVisible()) break;
    }
    await expect(palette.chosen).toContainText('Game');
    await page.keyboard.press('Enter');
    await expect(palette.dialog).toBeHidden();
    await expect(odds.grid).toHaveAccessibleName(/^NFL/);
    await expect(odds.grid).toBeFocused();
    const gameAtCursor = async () => {
      const active = await odds.grid.getAttribute('aria-activedescendant');
      return odds.games.filter({ has: page.locator(`[id="${active}"]`) }).getAttribute('aria-label');
    };
    await expect.poll(gameAtCursor).toContain(team);

    // and its page with the modifier held
    await page.keyboard.press('Control+k');
    await page.keyboard.type(team.toLowerCase());
    await expect(palette.chosen).toContainText(team);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 }).filter({ hasText: team })).toBeVisible();
    await page.keyboard.press('Escape');

    // actions run by their shortcuts, which the sheet lists, and from the palette
    const screens = new ScreensPage(page);
    await page.keyboard.press('?');
    await expect(palette.sheet).toContainText('Next league');
    expect(await odds.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    const before = await odds.grid.getAttribute('aria-label');
    await page.keyboard.press(']');
    await expect(odds.grid).not.toHaveAccessibleName(before ?? '');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('go set');
    await expect(palette.chosen).toContainText('Go to Settings');
    await page.keyboard.press('Enter');
    await expect(screens.heading('Settings')).toBeFocused();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('qqqq');
    await expect(palette.dialog).toContainText('Nothing is called “qqqq”');
    await page.keyboard.press('Escape');
    await expect(screens.heading('Settings')).toBeFocused();
  });

  test('settings take effect at once and are found again at the next start', async () => {
    const { odds, page, userData } = linewatch;
    const screens = new ScreensPage(page);
    const settings = new SettingsPage(page);
    await screens.open('Settings');
    await settings.choice('Theme', 'Dark').check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await odds.accessibilityFaults()).toEqual([]);
    await settings.choice('Theme', 'Light').check({ force: true });
    expect(await odds.accessibilityFaults()).toEqual([]);
    await settings.choice('Odds format', 'Decimal').check({ force: true });
    await settings.choice('Density', 'Compact').check({ force: true });
    await settings.timeZone.selectOption('Pacific/Kiritimati');
    await settings.sportsbooks.getByRole('button', { name: 'Move FanDuel up' }).click();
    await settings.sportsbooks.getByRole('checkbox', { name: 'Show Pinnacle' }).uncheck();
    await settings.choice('Stakes', 'Kelly').check({ force: true });
    await page.getByLabel('Bankroll', { exact: true }).fill('lots');
    await page.getByRole('button', { name: 'Use these' }).click();
    await expect(page.getByText('A number is out of its bounds')).toBeVisible();
    await page.getByLabel('Bankroll', { exact: true }).fill('2500');
    await page.getByRole('button', { name: 'Use these' }).click();
    await settings.search.fill('zzz');
    await expect(page.getByRole('main')).toContainText('No setting is about “zzz”');
    await settings.search.fill('hotkey');
    await expect(settings.timeZone).toBeHidden();

    const look = async ({ odds: each, page: itsPage }: Linewatch) => {
      await new ScreensPage(itsPage).open('Odds');
      await expect(each.games.getByRole('gridcell', { name: /^\d+\.\d\d/ }).first()).toBeVisible();
      const heads = await each.grid.getByRole('columnheader').allTextContents();
      const moved = /^(Pinnacle|Circa|FanDuel|DraftKings)$/;
      expect(heads.filter((head) => moved.test(head))).toEqual(['Circa', 'FanDuel', 'DraftKings']);
      const [side] = await each.games.first().getByRole('row').all();
      expect((await side?.boundingBox())?.height).toBe(20);
      return each.games.first().getByRole('gridcell').first().getAttribute('title');
    };
    const start = await look(linewatch);
    await linewatch.close();
    linewatch = await launch({ userData });
    await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 15_000 });
    await look(linewatch);
    expect(start).not.toBeNull();
    await new ScreensPage(linewatch.page).open('Settings');
    await expect(new SettingsPage(linewatch.page).timeZone).toHaveValue('Pacific/Kiritimati');
    await expect(linewatch.page.getByLabel('Bankroll', { exact: true })).toHaveValue('2500');
  });

  test('a group of sportsbooks is made by keyboard alone: its columns stand together and move as one', async () => {
    const { odds, page, userData } = linewatch;
    const settings = new SettingsPage(page);
    const { keyboard } = page;
    await keyboard.press('Control+,');
    await settings.search.fill('steam source');
    await expect(settings.timeZone).toBeHidden();
    await settings.newGroup.focus();
    await keyboard.type('Sharp');
    await keyboard.press('Enter');
    for (const [typed, name] of [
      ['bova', 'Bovada'],
      ['circ', 'Circa'],
    ] as const) {
      await expect(
        settings.groups.getByRole('combobox', { name: 'Put a sportsbook into Sharp' }),
      ).toBeFocused();
      await keyboard.press('ArrowDown');
      await expect(settings.groups.getByRole('option', { name, exact: true })).toBeVisible();
      await keyboard.type(typed);
      await keyboard.press('Enter');
      await expect(page.getByText(`${name} is in Sharp now`)).toBeAttached();
    }
    await settings.groups.getByRole('checkbox', { name: 'Counts as one source' }).press('Space');
    await expect(page.getByText('Sharp counts as one source in steam')).toBeAttached();
    await settings.groups.getByRole('button', { name: 'Rename Sharp' }).press('Enter');
    await keyboard.type('Sharps and more');
    await keyboard.press('Enter');
    await expect(settings.groups.getByRole('button', { name: 'Rename Sharps and more' })).toBeFocused();
    await settings.newGroup.focus();
    await keyboard.type('sharps AND more');
    await keyboard.press('Enter');
    await expect(page.getByText('Another group is called that.')).toBeVisible();
    expect(await odds.accessibilityFaults()).toEqual([]);

    const bookNames = async (each = odds) =>
      (await each.books.allTextContents()).filter((name) =>
        /^(Pinnacle|Circa|DraftKings|Bovada)$/.test(name),
      );
    await keyboard.press('Control+1');
    await expect.poll(() => bookNames()).toEqual(['Pinnacle', 'Circa', 'Bovada', 'DraftKings']);
    await expect(odds.grid.getByText('Sharps and more')).toBeVisible();
    await expect(odds.columns.filter({ hasText: 'Bovada' })).toHaveAttribute(
      'title',
      /In the group Sharps and more/,
    );
    expect(await odds.accessibilityFaults()).toEqual([]);
    const at = (await odds.columns.allTextContents()).indexOf('Bovada');
    await odds.grid.focus();
    for (let step = 0; step < at + 2; step += 1) await keyboard.press('ArrowRight');
    await keyboard.press('Alt+ArrowRight');
    await expect.poll(() => bookNames()).toEqual(['Pinnacle', 'DraftKings', 'Circa', 'Bovada']);
    await expect(
      page.getByText(/Bovada is column \d+ of \d+, with its group Sharps and more/),
    ).toBeAttached();
    // the cursor has gone with it
    await keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => bookNames()).toEqual(['Pinnacle', 'DraftKings', 'Bovada', 'Circa']);
    await linewatch.close();

    linewatch = await launch({ userData });
    await expect(linewatch.odds.games.first()).toBeVisible({ timeout: 15_000 });
    await expect.poll(() => bookNames(linewatch.odds)).toEqual(['Pinnacle', 'DraftKings', 'Bovada', 'Circa']);
    await new ScreensPage(linewatch.page).open('Settings');
    const again = new SettingsPage(linewatch.page);
    await expect(again.groups.getByRole('checkbox', { name: 'Counts as one source' })).toBeChecked();
    const line = (name: string) => again.sportsbooks.getByRole('listitem').filter({ hasText: name });
    await line('FanDuel').dragTo(line('Pinnacle'));
    await expect(again.sportsbooks.getByRole('listitem').first()).toContainText('FanDuel');
    await line('Bovada').dragTo(line('FanDuel'));
    await expect(again.sportsbooks.getByRole('listitem').nth(2)).toContainText('FanDuel');
    await again.groups.getByRole('button', { name: 'Take Circa out of Sharps and more' }).press('Enter');
    await expect(again.groups.getByRole('combobox')).toBeFocused();
    await again.groups.getByRole('button', { name: 'Remove the group' }).press('Enter');
    await expect(again.groups).toBeHidden();
    await linewatch.page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(again.groups.getByRole('button', { name: /^Take / })).toHaveText(['Bovada']);
  });

  test('a shortcut is given other keys; keys that are taken name who has them', async () => {
    const { odds, page } = linewatch;
    const settings = new SettingsPage(page);
    await page.keyboard.press('Control+,');
    await settings.change('Next league').click();
    await page.keyboard.press('m');
    await expect(settings.shortcut('Next league')).toContainText('These keys belong to “Next market”');
    await page.keyboard.press('m');
    await expect(settings.shortcut('Next league').locator('kbd')).toHaveText('M');
    await expect(settings.shortcut('Next market')).toContainText('none');
    await settings.change('Next market').click();
    await page.keyboard.press('Control+j');
    await expect(settings.shortcut('Next market').locator('kbd')).toHaveText(['Ctrl', 'J']);

    // the application's menu has the same actions, and the shortcut that they have now
    const inMenu = (id: string, isClicked: boolean) =>
      linewatch.app.evaluate(
        ({ Menu }, { itemId, click }) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
          if (click) item?.click();
          return item ? `${item.label}: ${item.accelerator ?? ''}` : null;
        },
        { itemId: id, click: isClicked },
      );
    await expect.poll(() => inMenu('market.next', false)).toBe('Next market: CommandOrControl+J');
    expect(await inMenu('screen.plays', true)).toBe('Go to Plays: CommandOrControl+4');
    await expect(new ScreensPage(page).heading('Plays')).toBeFocused();
    await page.keyboard.press('Control+1');
    const before = await odds.grid.getAttribute('aria-label');
    await page.keyboard.press('m');
    await expect(odds.grid).not.toHaveAccessibleName(before ?? '');
    await page.keyboard.press('Control+j');
    await expect(odds.grid).toHaveAccessibleName(/Spread/);
  });
});

import { expect, test } from '@playwright/test';
import { SPORTSBOOKS } from '#simulator/catalogue/sportsbooks.ts';
import { startSimulator } from '#simulator/index.ts';
import { ANY_MOVE, ask } from './pages/bridge.ts';
import { launch, newUserData, removeUserData } from './pages/launch.ts';
import { ScreensPage } from './pages/screens-page.ts';
import { SettingsPage } from './pages/settings-page.ts';

test('a rule is made, fires, stands in the log with its prices, and is there at the next start', async () => {
  test.slow();
  const linewatch = await launch();
  const { odds, page, userData } = linewatch;
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  // the rule is about the league on screen, and which comes first is not said
  await odds.league('NBA').click();
  await expect(odds.grid).toHaveAccessibleName(/NBA/);
  await page.keyboard.press('ControlOrMeta+Shift+A');
  const editor = page.getByRole('dialog', { name: 'New rule' });
  await expect(editor.getByText(/name/i).first()).toBeVisible();
  await editor.getByRole('textbox', { name: 'Name', exact: true }).fill('Any move');
  await editor.getByRole('textbox', { name: 'By', exact: true }).fill('1');
  await expect(editor.getByRole('status')).toContainText(/Tells when a price moves by 1 cent/i);
  expect(await odds.accessibilityFaults()).toEqual([]);
  await editor.getByRole('button', { name: 'Save rule' }).click();
  await expect(editor).toBeHidden();

  await page.keyboard.press('ControlOrMeta+3');
  const log = page.getByRole('list', { name: /Alerts, the newest first/ });
  const first = log.getByRole('listitem').first();
  await expect(first).toContainText('Any move', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Alerts/ })).toContainText(/\d/);
  await first.getByText('Prices it rests on').click();
  await expect(log.getByRole('table').first()).toContainText(/[+\u2212]\d{3}/);
  expect(await odds.accessibilityFaults()).toEqual([]);

  await page.keyboard.press('ControlOrMeta+1');
  await odds.league('NFL').click();
  await expect(odds.grid).toHaveAccessibleName(/NFL/);
  await page.keyboard.press('ControlOrMeta+3');
  await first.getByRole('button', { name: / vs / }).click();
  await expect(odds.grid).toHaveAccessibleName(/NBA/);
  await expect(odds.grid).toBeFocused();
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
  const isOn = page.getByRole('switch', { name: 'Rule “Any move” is on' });
  await isOn.click();
  await expect(isOn).not.toBeChecked();
  await expect(page.getByText(/It is switched off/)).toBeVisible();
  await linewatch.close();

  const second = await launch({ userData });
  await expect(second.odds.games.first()).toBeVisible({ timeout: 15_000 });
  await second.page.keyboard.press('ControlOrMeta+3');
  await expect(second.page.getByRole('listitem').filter({ hasText: 'Any move' }).first()).toBeVisible();
  await second.page.getByRole('button', { name: 'Mark all read' }).click();
  await expect(second.page.getByText('0 unread alerts')).toBeVisible();
  await second.page.getByRole('radio', { name: 'Rules' }).check({ force: true });
  await expect(second.page.getByRole('switch')).not.toBeChecked();
  await second.close();
  removeUserData(userData);
});

test('steam counts a group of one source once, from the start on and as soon as that is another', async () => {
  const sportsbooks = SPORTSBOOKS.map(({ id }) => id);
  const sportsbookGroups = [{ name: 'All', sportsbooks, isOneSource: true }];
  const userData = newUserData({ sportsbookGroups });
  const { page, odds, close } = await launch({ userData });
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  const steam = { ...ANY_MOVE, name: 'Any steam', kind: 'steam', sportsbooksMoving: 2, groups: [] };
  for (const rule of [steam, ANY_MOVE]) await ask(page, 'rules.save', { replaces: null, rule });
  await page.keyboard.press('ControlOrMeta+3');
  const alerts = (rule: string) => page.getByRole('listitem').filter({ hasText: rule });
  await expect(alerts('Any move').first()).toBeVisible({ timeout: 30_000 });
  // many more sportsbooks than two move in this time
  await page.waitForTimeout(5000);
  await expect(alerts('Any steam')).toHaveCount(0);
  await new ScreensPage(page).open('Settings');
  await new SettingsPage(page).groups.getByRole('checkbox', { name: 'Counts as one source' }).press('Space');
  await page.keyboard.press('ControlOrMeta+3');
  await expect(alerts('Any steam').first()).toBeVisible({ timeout: 30_000 });
  await close();
  removeUserData(userData);
});

test('a price under the cursor becomes a rule with one key', async () => {
  const linewatch = await launch();
  const { odds, page } = linewatch;
  await expect.poll(() => odds.prices.count(), { timeout: 20_000 }).toBeGreaterThan(10);
  await odds.prices.nth(3).click();
  await page.keyboard.press('a');
  const editor = page.getByRole('dialog', { name: 'New rule' });
  await expect(editor.getByRole('status')).toContainText(/Tells when a price reaches [+-]\d+ or more/);
  // as small as the window can be
  await page.setViewportSize({ width: 720, height: 480 });
  await editor.getByText('More conditions').click();
  await editor.hover();
  await page.mouse.wheel(0, 2000);
  await expect(editor.getByRole('button', { name: 'Save rule' })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await editor.getByRole('button', { name: 'Save rule' }).click();
  await expect(editor).toBeHidden();
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
  await expect(page.getByRole('list', { name: 'Rules' }).getByRole('listitem')).toHaveCount(1);
  await linewatch.close();
  removeUserData(linewatch.userData);
});

test('a rule is tried on the recorded day, in the editor and in the list, and what is typed is not lost by a click beside', async () => {
  test.slow();
  const simulator = await startSimulator({ seed: 5, books: 5, games: 12, ratePerSecond: 200 });
  const linewatch = await launch({ feed: simulator });
  const { odds, page } = linewatch;
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });
  // something has to be recorded first
  await page.waitForTimeout(8_000);
  await page.keyboard.press('ControlOrMeta+Shift+A');
  const editor = page.getByRole('dialog', { name: 'New rule' });
  await editor.getByRole('textbox', { name: 'Name', exact: true }).fill('Any move');
  await editor.getByRole('textbox', { name: 'By', exact: true }).fill('1');
  await editor.getByRole('button', { name: 'Try on the last day' }).click();
  await expect(editor.getByText(/Would have fired \d/)).toBeVisible({ timeout: 30_000 });
  await expect(editor.getByText(/when the recording begins/)).toBeVisible();
  await editor.getByText(/The first 5 of them/).click();
  await expect(editor.getByRole('listitem').first()).toContainText(/[+\u2212]\d+ → [+\u2212]\d+/);
  expect(await odds.accessibilityFaults()).toEqual([]);
  // a click beside asks before it drops what was typed
  await page.mouse.click(5, 5);
  await expect(editor.getByText('This rule is not saved yet.')).toBeVisible();
  await editor.getByRole('button', { name: 'Save rule' }).click();
  await expect(editor).toBeHidden();

  await page.setViewportSize({ width: 720, height: 480 });
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByText('Rules', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Rules' })).toBeChecked();
  await page.getByRole('button', { name: 'Try all on the last day' }).click();
  const rules = page.getByRole('list', { name: 'Rules' });
  await expect(rules.getByText(/Would have fired \d/)).toBeVisible({ timeout: 30_000 });
  expect(await odds.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Delete “Any move”' }).click();
  await expect(page.getByText('“Any move” was deleted.')).toBeVisible();
  await expect(page.getByText('“Any move” was deleted.')).toBeHidden({ timeout: 20_000 });
  await linewatch.close();
  await simulator.stop();
  removeUserData(linewatch.userData);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesktopSession } from './host/desktop-session.ts';
import { ask } from './pages/bridge.ts';
import { launch, removeUserData } from './pages/launch.ts';
import { needsDesktop } from './pages/on-desktop.ts';
import { TrayOnDesktop } from './pages/tray.ts';

/** From a rule that fires to what the desktop's notification daemon saw, and what the log has of it. */
test('alerts are told in plain words, five a minute and one summary, and held back when the user wants it', async () => {
  needsDesktop();
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-delivery-'));
  const opened = path.join(folder, 'opened');
  writeFileSync(opened, '');
  writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" >> ${opened}\n`, { mode: 0o755 });
  const desktop = await startDesktopSession();
  const tray = new TrayOnDesktop(desktop);
  const linewatch = await launch({
    env: { ...desktop.env, PATH: `${folder}:${desktop.env['PATH']}` },
  });
  const { odds, page } = linewatch;
  await expect(odds.games.first()).toBeVisible({ timeout: 15_000 });

  const titles = async () => (await desktop.notices()).map(({ title }) => title);

  // what fired, bet and line, sportsbook, old to new, why, game and time
  const on = { type: 'filter', sports: ['NBA'], markets: ['spread'] };
  const rule = {
    name: 'Spread moves',
    on,
    kind: 'move',
    by: 1,
    unit: 'cents',
    withinS: 60,
    direction: 'both',
    // those whose bet slips have an address
    sportsbooks: ['circa', 'draftkings', 'fanduel', 'betmgm', 'caesars'],
  };
  await ask(page, 'rules.save', { rule, replaces: null });
  await expect.poll(() => desktop.run('dunstctl', 'count', 'displayed'), { timeout: 40_000 }).not.toBe('0');
  // the bet slip by its button
  await desktop.pressButton('Bet slip');
  await expect.poll(() => readFileSync(opened, 'utf8')).toMatch(/^https:\/\//);
  const first = (await desktop.notices()).find(({ title }) => title === 'Spread moves')!;
  const [what = '', why = '', where = ''] = first.body.replaceAll('<br>', '\n').split('\n');
  expect(what).toMatch(/^.+ (?:PK|[+\u2212][\d.]+) at [A-Z\d].*: (?:[+\u2212]\d+) \u2192 [+\u2212]\d+$/);
  expect(why).toMatch(/moved .* cents? within/);
  expect(where).toMatch(/^.+ vs .+, \d{1,2}:\d{2}/);

  // five a minute, then one summary; the others stand in the log with the reason
  await expect.poll(titles, { timeout: 90_000 }).toContain('More alerts');
  const untilSummary = (await titles()).slice(0, (await titles()).indexOf('More alerts'));
  expect(untilSummary.filter((title) => title === 'Spread moves').length).toBe(5);
  await page.keyboard.press('ControlOrMeta+3');
  const log = page.getByRole('list', { name: /Alerts, the newest first/ });
  await page.getByRole('radio', { name: 'Held back' }).check({ force: true });
  await expect(log.getByText('held back: more than five a minute').first()).toBeVisible();
  // however long the log, it scrolls and the page does not
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);

  // paused from the tray, or in quiet hours, nothing more is shown; the log has it, and why
  await ask(page, 'settings.change', { quietHours: { isOn: false, fromMinute: 0, toMinute: 0 } });
  for (const [choose, takeBack, reason] of [
    ['Pause alerts', 'Resume alerts', 'held back: paused'],
    ['Quiet hours', 'Quiet hours', 'held back: quiet hours'],
  ] as const) {
    await tray.choose(choose);
    await expect(log.getByText(reason).first()).toBeVisible({ timeout: 30_000 });
    const before = (await titles()).length;
    await page.waitForTimeout(3_000);
    expect((await titles()).length).toBe(before);
    await tray.choose(takeBack);
  }

  // one rule snoozed
  await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
  await page.getByRole('button', { name: /^Snooze 1 h/ }).click();
  await expect(page.getByText(/snoozed until/)).toBeVisible();
  await expect(page.getByText(/last fired/)).toBeVisible();
  await page.getByRole('radio', { name: 'Log' }).check({ force: true });
  await expect(log.getByText('held back: rule snoozed').first()).toBeVisible({ timeout: 30_000 });

  // decimal prices in the log as in notifications
  await odds.oddsFormat().selectOption('decimal');
  await expect(log.getByRole('listitem').first()).toContainText(/\d\.\d\d → \d\.\d\d/);
  expect(await odds.accessibilityFaults()).toEqual([]);

  // the log is searched, read and exported
  await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
  await page.getByRole('switch').click();
  await page.getByRole('radio', { name: 'Log' }).check({ force: true });
  const search = page.getByRole('searchbox', { name: 'Search the log' });
  await search.fill('nothing is called so');
  await expect(page.getByText('No such alerts')).toBeVisible();
  await search.fill('');
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await expect(page.getByText('0 unread alerts')).toBeVisible();
  const file = path.join(folder, 'alerts.csv');
  await linewatch.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export log' }).click();
  await expect(page.getByText(`Written to ${file}`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toMatch(/Spread moves,move,NBA/);

  await linewatch.close();
  desktop.stop();
  rmSync(folder, { recursive: true, force: true });
  removeUserData(linewatch.userData);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { ANY_MOVE, ask } from './pages/bridge.ts';
import { appArguments, launch, newUserData, removeUserData } from './pages/launch.ts';
import { onDesktop } from './pages/on-desktop.ts';

/** Linewatch on a desktop with a real notification daemon and a real tray: what they saw counts. */
test.describe('on a desktop', () => {
  const on = onDesktop();

  const isVisible = async () =>
    (await on.linewatch.app.browserWindow(on.linewatch.page)).evaluate((window) => window.isVisible());
  const closeWindow = async () =>
    (await on.linewatch.app.browserWindow(on.linewatch.page)).evaluate((window) => window.close());
  const shownNotices = async () => (await on.desktop.notices()).map(({ title }) => title);
  const startAgain = async (...args: string[]) => {
    const executable = await on.linewatch.app.evaluate(() => process.execPath);
    const second = spawn(executable, appArguments(on.linewatch.userData, args), {
      stdio: 'ignore',
      env: on.desktop.env,
    });
    expect(await once(second, 'exit')).toEqual([0, null]);
  };

  test('the tray tells the state, and closing the window goes there and says so once', async () => {
    await expect.poll(() => on.tray.toolTip()).toContain('Linewatch \u00b7 live');
    await closeWindow();
    await expect.poll(isVisible).toBe(false);
    await expect.poll(shownNotices).toEqual(['Linewatch is still running']);
    await on.tray.click();
    await expect.poll(isVisible).toBe(true);
    await closeWindow();
    await expect.poll(isVisible).toBe(false);
    expect(await shownNotices()).toEqual(['Linewatch is still running']);
    await on.tray.choose('Open Linewatch');
    await expect.poll(isVisible).toBe(true);
  });

  test('the menu has the watched prices, and each leads to its game', async () => {
    const { odds, page } = on.linewatch;
    await expect.poll(() => odds.prices.count()).toBeGreaterThan(0);
    await odds.grid.focus();
    await page.keyboard.press('Shift+W');
    const prices = async () =>
      (await on.tray.lines()).map(([label]) => label).filter((label) => / at /.test(label));
    await expect.poll(prices).not.toEqual([]);
    const [first = ''] = await prices();
    expect(first).toMatch(/: [+\u2212]\d+ at \w+/);
    await on.tray.choose(first.split(':')[0] ?? '');
    await expect(page.getByRole('button', { name: 'Back to the odds' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(odds.grid).toBeVisible();
  });

  test('alerts are paused and quiet hours switched from the menu', async () => {
    await expect.poll(() => on.tray.toolTip()).toContain('Linewatch \u00b7 live');
    const live = await on.tray.icon();
    await on.tray.choose('Pause alerts');
    await expect.poll(() => on.tray.toolTip()).toContain('alerts paused until');
    expect(await on.tray.icon()).not.toBe(live);
    await on.tray.choose('Resume alerts');
    await expect.poll(() => on.tray.icon()).toBe(live);
    await on.tray.choose('Quiet hours');
    await on.linewatch.page.getByRole('button', { name: 'Settings' }).click();
    await expect(
      on.linewatch.page.getByRole('radiogroup', { name: 'Quiet hours' }).getByRole('radio', { name: 'On' }),
    ).toBeChecked();
    await on.tray.choose('Quiet hours');
  });

  test('a test notification arrives, and a click on it brings the minimized window back', async () => {
    await on.linewatch.page.getByRole('button', { name: 'Send a test' }).click();
    await expect(on.linewatch.page.getByText('The last one arrived.')).toBeVisible();
    const window = await on.linewatch.app.browserWindow(on.linewatch.page);
    await window.evaluate((main) => main.minimize());
    await on.desktop.run('dunstctl', 'action', '0');
    await expect.poll(() => window.evaluate((main) => main.isMinimized())).toBe(false);
    expect(await shownNotices()).toContain('Linewatch can reach you');
  });

  test('an alert reaches a user whose window is minimized; a click on it lands on its game', async () => {
    const { odds, page } = on.linewatch;
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(odds.grid).toBeHidden();
    const window = await on.linewatch.app.browserWindow(page);
    await window.evaluate((main) => main.minimize());
    await on.desktop.run('dunstctl', 'close-all');
    await ask(page, 'rules.save', { rule: ANY_MOVE, replaces: null });
    await expect
      .poll(() => on.desktop.run('dunstctl', 'count', 'displayed'), { timeout: 30_000 })
      .not.toBe('0');
    expect(await window.evaluate((main) => main.isMinimized())).toBe(true);
    await on.desktop.run('dunstctl', 'action', '0');
    await expect.poll(() => window.evaluate((main) => main.isMinimized())).toBe(false);
    await expect(odds.grid).toHaveAccessibleName(/ at .*: markets by sportsbook/);
    const [alert] = (await ask(page, 'alerts.read', { rule: ANY_MOVE.name, limit: 1 })).entries;
    expect(alert?.rule).toBe('Any move');
    const [team = ''] = (alert?.game ?? '').split(' vs ');
    await expect(odds.grid).toHaveAccessibleName(new RegExp(team));
    await page.keyboard.press('Escape');
    await expect.poll(shownNotices).toContain('Any move');
  });

  test('a daemon that never answers is found within 10 s and said in the window, with a test', async () => {
    const { page } = on.linewatch;
    const bus = 'org.freedesktop.DBus';
    const asked = await on.desktop.run(
      'gdbus',
      ...['call', '--session', '--dest', bus, '--object-path', '/org/freedesktop/DBus'],
      ...['--method', `${bus}.GetConnectionUnixProcessID`, 'org.freedesktop.Notifications'],
    );
    const daemon = Number(/uint32 (\d+)/.exec(asked)?.[1]);
    const banner = page.getByRole('alert').filter({ hasText: 'Notifications do not arrive' });
    process.kill(daemon, 'SIGSTOP');
    try {
      await page.getByRole('button', { name: 'Settings', exact: true }).click();
      await page.getByRole('button', { name: 'Send a test' }).click();
      await expect(banner).toBeVisible({ timeout: 10_000 });
      expect(await on.linewatch.odds.accessibilityFaults()).toEqual([]);
    } finally {
      process.kill(daemon, 'SIGCONT');
    }
    await banner.getByRole('button', { name: 'Send a test' }).click();
    await expect(banner).toBeHidden();
  });

  test('a link to a rule opens it in the editor, or says that it is gone', async () => {
    const { page } = on.linewatch;
    await startAgain('linewatch://rule/Any%20move');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
      'Any move',
    );
    await page.keyboard.press('Escape');
    await startAgain('linewatch://rule/Never%20made');
    await expect(page.getByText('There is no rule “Never made” any more.')).toBeVisible();
  });

  test('a link to a game lands on it, any other link on nothing', async () => {
    const game = (await ask(on.linewatch.page, 'search.names', null)).games.at(-1);
    await startAgain(`linewatch://game/${encodeURIComponent(game?.game ?? '')}`);
    await expect(on.linewatch.odds.grid).toBeVisible();
    await expect(on.linewatch.odds.grid.getByText(game?.home ?? '').first()).toBeVisible();
    await on.linewatch.page.getByRole('button', { name: 'Plays', exact: true }).click();
    await startAgain('linewatch://key/abc');
    await startAgain('https://example.com');
    await expect(on.linewatch.odds.grid).toBeHidden();
  });

  test('quit from the tray ends the program', async () => {
    const ended = once(on.linewatch.app.process(), 'exit');
    await on.tray.choose('Quit');
    expect(await ended).toEqual([0, null]);
    await expect.poll(() => on.tray.service()).toBe('');
  });
});

test.describe('on a desktop without a tray', () => {
  test('closing asks: the window can be minimized, kept or left', async () => {
    const linewatch = await launch({ userData: newUserData() });
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
    const answer = (response: number) =>
      linewatch.app.evaluate(({ dialog }, chosen) => {
        dialog.showMessageBox = async () => ({ response: chosen, checkboxChecked: false });
      }, response);
    const window = await linewatch.app.browserWindow(linewatch.page);
    const close = () => window.evaluate((main) => main.close()).catch(() => undefined);
    await answer(2);
    await close();
    await linewatch.page.waitForTimeout(300);
    expect(await window.evaluate((main) => [main.isVisible(), main.isMinimized()])).toEqual([true, false]);
    await answer(0);
    await close();
    await expect.poll(() => window.evaluate((main) => main.isMinimized())).toBe(true);
    await answer(1);
    const ended = once(linewatch.app.process(), 'exit');
    await close();
    expect(await ended).toEqual([0, null]);
    removeUserData(linewatch.userData);
  });

  test('a hidden start shows its window all the same', async () => {
    const linewatch = await launch({ args: ['--hidden'] });
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
    const window = await linewatch.app.browserWindow(linewatch.page);
    await expect.poll(() => window.evaluate((main) => main.isVisible())).toBe(true);
    await linewatch.close();
    removeUserData(linewatch.userData);
  });
});

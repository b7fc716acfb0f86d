import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { canStartDesktopSession, type DesktopSession, startDesktopSession } from './host/desktop-session.ts';
import { appArguments, type Linewatch, launch, newUserData, removeUserData } from './pages/launch.ts';
import { TrayOnDesktop } from './pages/tray.ts';

/** Linewatch on a desktop with a real notification daemon and a real tray: what they saw counts. */
test.describe('on a desktop', () => {
  test.skip(!canStartDesktopSession(), 'the desktop\u2019s programs are not installed');
  let desktop: DesktopSession;
  let tray: TrayOnDesktop;
  let linewatch: Linewatch;
  test.beforeAll(async () => {
    desktop = await startDesktopSession();
    tray = new TrayOnDesktop(desktop);
    linewatch = await launch({ env: desktop.env });
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
  });
  test.afterAll(async () => {
    await linewatch?.close();
    desktop?.stop();
    removeUserData(linewatch.userData);
  });

  const isVisible = async () =>
    (await linewatch.app.browserWindow(linewatch.page)).evaluate((window) => window.isVisible());
  const closeWindow = async () =>
    (await linewatch.app.browserWindow(linewatch.page)).evaluate((window) => window.close());
  const shownNotices = async (): Promise<string[]> => {
    const count = async () => Number(await desktop.run('dunstctl', 'count', 'displayed'));
    if ((await count()) > 0) await desktop.run('dunstctl', 'close-all');
    const history = JSON.parse(await desktop.run('dunstctl', 'history'));
    return history.data[0].map((item: Record<string, { data: string }>) => item['summary']?.data);
  };
  const startAgain = async (...args: string[]) => {
    const executable = await linewatch.app.evaluate(() => process.execPath);
    const second = spawn(executable, appArguments(linewatch.userData, args), {
      stdio: 'ignore',
      env: desktop.env,
    });
    expect(await once(second, 'exit')).toEqual([0, null]);
  };

  test('the tray tells the state, and closing the window goes there and says so once', async () => {
    await expect.poll(() => tray.toolTip()).toContain('Linewatch \u00b7 live');
    await closeWindow();
    await expect.poll(isVisible).toBe(false);
    await expect.poll(shownNotices).toEqual(['Linewatch is still running']);
    await tray.click();
    await expect.poll(isVisible).toBe(true);
    await closeWindow();
    await expect.poll(isVisible).toBe(false);
    expect(await shownNotices()).toEqual(['Linewatch is still running']);
    await tray.choose('Open Linewatch');
    await expect.poll(isVisible).toBe(true);
  });

  test('the menu has the watched prices, and each leads to its game', async () => {
    const { odds, page } = linewatch;
    await expect.poll(() => odds.prices.count()).toBeGreaterThan(0);
    await odds.grid.focus();
    await page.keyboard.press('Shift+W');
    const prices = async () =>
      (await tray.lines()).map(([label]) => label).filter((label) => / at /.test(label));
    await expect.poll(prices).not.toEqual([]);
    const [first = ''] = await prices();
    expect(first).toMatch(/: [+\u2212]\d+ at \w+/);
    await tray.choose(first.split(':')[0] ?? '');
    await expect(page.getByRole('button', { name: 'Back to the odds' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(odds.grid).toBeVisible();
  });

  test('alerts are paused and quiet hours switched from the menu', async () => {
    await expect.poll(() => tray.toolTip()).toContain('Linewatch \u00b7 live');
    const live = await tray.icon();
    await tray.choose('Pause alerts');
    await expect.poll(() => tray.toolTip()).toContain('alerts paused until');
    expect(await tray.icon()).not.toBe(live);
    await tray.choose('Resume alerts');
    await expect.poll(() => tray.icon()).toBe(live);
    await tray.choose('Quiet hours');
    await linewatch.page.getByRole('button', { name: 'Settings' }).click();
    await expect(
      linewatch.page.getByRole('radiogroup', { name: 'Quiet hours' }).getByRole('radio', { name: 'On' }),
    ).toBeChecked();
    await tray.choose('Quiet hours');
  });

  test('a test notification arrives, and a click on it brings the minimized window back', async () => {
    await linewatch.page.getByRole('button', { name: 'Send a test' }).click();
    await expect(linewatch.page.getByText('The last one arrived.')).toBeVisible();
    const window = await linewatch.app.browserWindow(linewatch.page);
    await window.evaluate((main) => main.minimize());
    await desktop.run('dunstctl', 'action', '0');
    await expect.poll(() => window.evaluate((main) => main.isMinimized())).toBe(false);
    expect(await shownNotices()).toContain('Linewatch can reach you');
  });

  test('an alert reaches a user whose window is minimized; a click on it lands on its game', async () => {
    const { odds, page } = linewatch;
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(odds.grid).toBeHidden();
    const window = await linewatch.app.browserWindow(page);
    await window.evaluate((main) => main.minimize());
    await desktop.run('dunstctl', 'close-all');
    await page.evaluate(async () => {
      const { linewatch: bridge } = window as unknown as {
        linewatch: { request(name: string, input: unknown): Promise<unknown> };
      };
      const on = { type: 'league', sport: 'NBA' };
      const move = { kind: 'move', by: 1, unit: 'cents', withinS: 60, direction: 'both' };
      const rule = { name: 'Any move', on, ...move, repeat: 'once' };
      await bridge.request('rules.save', { rule, replaces: null });
    });
    await expect.poll(() => desktop.run('dunstctl', 'count', 'displayed'), { timeout: 30_000 }).not.toBe('0');
    expect(await window.evaluate((main) => main.isMinimized())).toBe(true);
    await desktop.run('dunstctl', 'action', '0');
    await expect.poll(() => window.evaluate((main) => main.isMinimized())).toBe(false);
    await expect(odds.grid).toHaveAccessibleName(/ at .*: markets by sportsbook/);
    const [alert] = await page.evaluate(async () => {
      const { linewatch: bridge } = window as unknown as {
        linewatch: {
          request(
            name: string,
            input: unknown,
          ): Promise<{ value: { entries: { game: string; rule: string }[] } }>;
        };
      };
      const query = { rule: 'Any move', limit: 1 };
      return (await bridge.request('alerts.read', query)).value.entries;
    });
    expect(alert?.rule).toBe('Any move');
    const [team = ''] = (alert?.game ?? '').split(' vs ');
    await expect(odds.grid).toHaveAccessibleName(new RegExp(team));
    await page.keyboard.press('Escape');
    await expect.poll(shownNotices).toContain('Any move');
  });

  test('a daemon that never answers is found within 10 s and said in the window, with a test', async () => {
    const { page } = linewatch;
    const bus = 'org.freedesktop.DBus';
    const asked = await desktop.run(
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
      expect(await linewatch.odds.accessibilityFaults()).toEqual([]);
    } finally {
      process.kill(daemon, 'SIGCONT');
    }
    await banner.getByRole('button', { name: 'Send a test' }).click();
    await expect(banner).toBeHidden();
  });

  test('a link to a rule opens it in the editor, or says that it is gone', async () => {
    const { page } = linewatch;
    await startAgain('linewatch://rule/Any%20move');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
      'Any move',
    );
    await page.keyboard.press('Escape');
    await startAgain('linewatch://rule/Never%20made');
    await expect(page.getByText('There is no rule “Never made” any more.')).toBeVisible();
  });

  test('a link to a game lands on it, any other link on nothing', async () => {
    const game = await linewatch.page.evaluate(async () => {
      const { linewatch: bridge } = window as unknown as {
        linewatch: {
          request(name: string, input: null): Promise<{ value: { games: { game: string; home: string }[] } }>;
        };
      };
      return (await bridge.request('search.names', null)).value.games.at(-1);
    });
    await startAgain(`linewatch://game/${encodeURIComponent(game?.game ?? '')}`);
    await expect(linewatch.odds.grid).toBeVisible();
    await expect(linewatch.odds.grid.getByText(game?.home ?? '').first()).toBeVisible();
    await linewatch.page.getByRole('button', { name: 'Plays', exact: true }).click();
    await startAgain('linewatch://key/abc');
    await startAgain('https://example.com');
    await expect(linewatch.odds.grid).toBeHidden();
  });

  test('quit from the tray ends the program', async () => {
    const ended = once(linewatch.app.process(), 'exit');
    await tray.choose('Quit');
    expect(await ended).toEqual([0, null]);
    await expect.poll(() => tray.service()).toBe('');
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

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, newUserData, removeUserData } from './pages/launch.ts';

test.describe('the file of the settings', () => {
  const read = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'));

  test('of an older version is taken over', async () => {
    const userData = newUserData();
    const before = {
      settings: { isWelcomed: true, theme: 'dark', oddsFormat: 'decimal', closesToTray: false },
      mainWindow: { x: 50, y: 60, width: 1010, height: 710 },
    };
    writeFileSync(path.join(userData, 'settings.json'), JSON.stringify(before));
    const linewatch = await launch({ userData });
    await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
    const window = await linewatch.app.browserWindow(linewatch.page);
    expect(await window.evaluate((main) => main.getBounds())).toMatchObject(before.mainWindow);
    await linewatch.close();
    const after = read(userData);
    expect(after.settings).toMatchObject(before.settings);
    expect(after.main.places['']).toEqual(before.mainWindow);
    expect(after).not.toHaveProperty('mainWindow');
    expect(after.__internal__.migrations.version).toMatch(/^\d+\.\d+\.\d+/);
    removeUserData(userData);
  });

  const groupsFile = (sportsbookGroups: unknown) => JSON.stringify({ settings: { sportsbookGroups } });

  for (const [how, bytes] of [
    ['cut off', '{"settings":{"theme":"da'],
    ['with values that nothing has', JSON.stringify({ settings: { theme: 'neon', isWelcomed: 7 } })],
    ['with a group of no name', groupsFile([{ name: ' ', sportsbooks: [], isOneSource: false }])],
    ['of bytes', '\u0000\u0001\u0002'],
  ] as const) {
    test(`${how} is kept aside, and the defaults are in use`, async () => {
      const userData = newUserData();
      mkdirSync(userData, { recursive: true });
      writeFileSync(path.join(userData, 'settings.json'), bytes);
      const linewatch = await launch({ userData });
      await expect(linewatch.odds.grid).toBeVisible({ timeout: 15_000 });
      const kept = readdirSync(userData).filter((name) => name.startsWith('settings.damaged-'));
      expect(kept).toHaveLength(1);
      expect(readFileSync(path.join(userData, kept[0] ?? ''), 'utf8')).toBe(bytes);
      expect(linewatch.printed()).toContain('the defaults are in use');
      await linewatch.close();
      expect(read(userData).settings.theme).toBe('system');
      removeUserData(userData);
    });
  }
});

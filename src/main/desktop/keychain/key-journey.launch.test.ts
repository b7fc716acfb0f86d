import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator } from '#simulator/index.ts';
import {
  type DesktopSession,
  desktopTestsRun,
  startDesktopSession,
} from '../../../../e2e/host/desktop-session.ts';
import { filesWithKey, findKey } from '../../../../e2e/keys/key-forms.ts';
import { heapOf } from '../../../../e2e/keys/left-behind.ts';
import { FeedPage } from '../../../../e2e/pages/feed-page.ts';
import { type Linewatch, launch, newUserData, removeUserData } from '../../../../e2e/pages/launch.ts';
import { standInWithoutElectron } from '../../../../e2e/pages/stand-in.ts';

const PATIENCE = { timeout: 25_000 };

/** The page's heap, which holds what is on screen. */
async function heapOfScreen(page: Page): Promise<Buffer> {
  const heap = await heapOf(page);
  expect(heap.includes('gnome_libsecret') || heap.includes('Linewatch')).toBe(true);
  return heap;
}

describe.skipIf(!desktopTestsRun())('the key, with a real Secret Service', () => {
  let desktop: DesktopSession;
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let userData: string;
  let running: Linewatch | undefined;
  beforeAll(async () => {
    standInWithoutElectron();
    desktop = await startDesktopSession();
    simulator = await startSimulator({ seed: 5, books: 2, games: 4 });
    userData = newUserData();
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
    desktop?.stop();
    removeUserData(userData);
  });

  const start = async (env: Record<string, string>): Promise<FeedPage> => {
    running = await launch({ userData, env });
    await running.odds.grid.waitFor(PATIENCE);
    return new FeedPage(running.page);
  };
  const end = async () => {
    await running?.close();
    running = undefined;
    expect(filesWithKey(userData, simulator.key)).toEqual([]);
  };
  const words = (feed: FeedPage) => expect.poll(() => feed.dialog.innerText(), PATIENCE);

  it('is kept sealed, found again, safe from a keychain that is away, and forgotten when it is removed', async () => {
    const first = await start(desktop.env);
    await first.open();
    await first.enter(simulator.key, simulator.base);
    await words(first).toContain('The provider took the key');
    expect(await first.dialog.innerText()).toContain('gnome_libsecret');
    await first.close();
    expect(findKey(await heapOfScreen(first.page), simulator.key)).toEqual([]);
    const printed = running?.printed() ?? '';
    await end();
    expect(findKey(Buffer.from(printed), simulator.key)).toEqual([]);

    const second = await start(desktop.env);
    await expect.poll(() => running?.odds.demoBadge.isVisible(), PATIENCE).toBe(false);
    expect(findKey(await heapOfScreen(second.page), simulator.key)).toEqual([]);
    await end();

    const { DBUS_SESSION_BUS_ADDRESS: _bus, ...withoutBus } = desktop.env;
    const third = await start(withoutBus);
    await third.open();
    await words(third).toContain('keychain does not answer');
    expect(await running?.odds.demoBadge.isVisible()).toBe(true);
    await end();

    // as it is after the desktop was changed for one with another keychain
    const sealed = readFileSync(path.join(userData, 'key.json'), 'utf8');
    writeFileSync(path.join(userData, 'key.json'), sealed.replace('gnome_libsecret', 'kwallet6'));
    const other = await start(desktop.env);
    await other.open();
    await words(other).toContain('kept with another keychain (kwallet6; now gnome_libsecret)');
    expect(await running?.odds.demoBadge.isVisible()).toBe(true);
    await end();
    writeFileSync(path.join(userData, 'key.json'), sealed);

    const fourth = await start(desktop.env);
    await fourth.open();
    await fourth.dialog.getByRole('button', { name: /^Remove key and/ }).click(PATIENCE);
    await fourth.dialog.getByRole('button', { name: 'Remove key', exact: true }).click();
    await words(fourth).toContain('Demo feed: no key is set.');
    expect(existsSync(path.join(userData, 'key.json'))).toBe(false);
    expect(findKey(await heapOfScreen(fourth.page), simulator.key)).toEqual([]);
    await end();
  }, 120_000);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DesktopSession, desktopTestsRun, startDesktopSession } from './desktop-session.ts';
import { launchFixture, PATIENCE, type RunningFixture } from './launch-fixture.ts';

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('without a session bus', () => {
  test('nothing is shown, and secrets have the key that all may read', async () => {
    const { DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = process.env as Record<string, string>;
    const fixture = await launchFixture([], env);
    const seen = await fixture.app.evaluate(async ({ Notification, safeStorage, Tray, nativeImage }, png) => {
      const events: string[] = [];
      const notification = new Notification({ title: 'unseen' });
      for (const name of ['show', 'failed'] as const)
        notification.on(name as 'show', () => events.push(name));
      notification.show();
      const tray = new Tray(nativeImage.createFromDataURL(png));
      tray.setToolTip('unseen');
      const encrypted = await safeStorage.encryptStringAsync('key');
      return {
        supported: Notification.isSupported(),
        events,
        backend: safeStorage.getSelectedStorageBackend(),
        available: [safeStorage.isEncryptionAvailable(), await safeStorage.isAsyncEncryptionAvailable()],
        mark: encrypted.subarray(0, 3).toString('latin1'),
        back: await safeStorage.decryptStringAsync(encrypted),
      };
    }, PNG);
    await fixture.stop();
    expect(seen).toEqual({
      supported: false,
      events: [],
      backend: 'basic_text',
      available: [false, true],
      mark: 'v10',
      back: { result: 'key', shouldReEncrypt: false },
    });
  });
});

describe.skipIf(!desktopTestsRun())('on a desktop', () => {
  let desktop: DesktopSession;
  let fixture: RunningFixture;
  beforeAll(async () => {
    desktop = await startDesktopSession();
    fixture = await launchFixture([], desktop.env);
  });
  afterAll(async () => {
    await fixture?.stop();
    desktop?.stop();
  });

  test('the window is a real one, with the wanted viewport, and keeps its pace when hidden', async () => {
    expect(await fixture.page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 640]);
    const window = await fixture.app.browserWindow(fixture.page);
    expect(await fixture.app.evaluate(({ screen }) => screen.getPrimaryDisplay().size)).toEqual({
      width: 1280,
      height: 800,
    });
    await window.evaluate((w) => w.hide());
    const tookMs = await fixture.page.evaluate(async () => {
      const from = performance.now();
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      return performance.now() - from;
    });
    expect(tookMs).toBeLessThan(2000);
    await window.evaluate((w) => w.show());
    await window.evaluate((w) => w.setSize(700, 500));
    await fixture.page.waitForFunction(() => innerWidth === 700 && innerHeight === 500);
  });

  test('a notification reaches the daemon, and a click on it the app', async () => {
    await fixture.app.evaluate(({ Notification }) => {
      const seen: string[] = [];
      Object.assign(globalThis, { notificationEvents: seen });
      const notification = new Notification({
        title: 'Price moved',
        body: 'Lakers -3.5',
        urgency: 'critical',
      });
      for (const name of ['show', 'click', 'close'] as const)
        notification.on(name as 'show', () => seen.push(name));
      notification.show();
    });
    const events = () =>
      fixture.app.evaluate(
        () => (globalThis as unknown as { notificationEvents: string[] }).notificationEvents,
      );
    await expect.poll(events, PATIENCE).toEqual(['show']);
    await expect.poll(() => desktop.run('dunstctl', 'count', 'displayed'), PATIENCE).toBe('1');
    await desktop.run('dunstctl', 'action', '0');
    await expect.poll(events, PATIENCE).toContain('click');
    await desktop.run('dunstctl', 'close-all');
    await expect.poll(events, PATIENCE).toEqual(['show', 'click', 'close']);
    const history = JSON.parse(await desktop.run('dunstctl', 'history'));
    expect(
      history.data[0].map((item: Record<string, { data: string }>) => [
        item['appname']?.data,
        item['summary']?.data,
        item['body']?.data,
      ]),
    ).toEqual([['Host Fixture', 'Price moved', 'Lakers -3.5']]);
  });

  test('a tray item is in the tray with its tool tip, icon and menu; clicks reach the app', async () => {
    await fixture.app.evaluate(({ Tray, Menu, nativeImage }, png) => {
      const clicks: string[] = [];
      const tray = new Tray(nativeImage.createFromDataURL(png));
      tray.setToolTip('live');
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: 'Open', click: () => clicks.push('open') },
          { type: 'separator' },
          { label: 'Mute', type: 'checkbox', click: (item) => clicks.push(`mute ${item.checked}`) },
        ]),
      );
      tray.on('click', () => clicks.push('tray'));
      Object.assign(globalThis, { tray, trayClicks: clicks });
    }, PNG);
    const watcher = ['--dest', 'org.kde.StatusNotifierWatcher', '--object-path', '/StatusNotifierWatcher'];
    const registered = () =>
      desktop.run(
        'gdbus',
        'call',
        '--session',
        ...watcher,
        '--method',
        'org.freedesktop.DBus.Properties.Get',
        'org.kde.StatusNotifierWatcher',
        'RegisteredStatusNotifierItems',
      );
    await expect.poll(registered, PATIENCE).toMatch(/StatusNotifierItem-\d+-\d+/);
    const service = /org\.kde\.StatusNotifierItem-\d+-\d+/.exec(await registered())?.[0] ?? '';
    const item = ['call', '--session', '--dest', service, '--object-path', '/StatusNotifierItem', '--method'];
    const property = (name: string) =>
      desktop.run(
        'gdbus',
        ...item,
        'org.freedesktop.DBus.Properties.Get',
        'org.kde.StatusNotifierItem',
        name,
      );
    expect(await property('ToolTip')).toContain("'live'");
    expect(await property('IconPixmap')).toContain('(1, 1, [byte 0x');
    await fixture.app.evaluate(() =>
      (globalThis as unknown as { tray: Electron.Tray }).tray.setToolTip('stale'),
    );
    expect(await property('ToolTip')).toContain("'stale'");
    await desktop.run('gdbus', ...item, 'org.kde.StatusNotifierItem.Activate', '1', '1');
    const menu = [
      'call',
      '--session',
      '--dest',
      service,
      '--object-path',
      '/com/canonical/dbusmenu',
      '--method',
    ];
    const layout = await desktop.run(
      'gdbus',
      ...menu,
      'com.canonical.dbusmenu.GetLayout',
      '--',
      '0',
      '-1',
      '[]',
    );
    const ids = [...layout.matchAll(/<\((\d+), \{[^}]*'label': <'(\w+)'>/g)].map(([, id, label]) => [
      label,
      id,
    ]);
    expect(ids.map(([label]) => label)).toEqual(['Open', 'Mute']);
    const click = (id: string) =>
      desktop.run('gdbus', ...menu, 'com.canonical.dbusmenu.Event', id, 'clicked', '<0>', '0');
    for (const [, id] of ids) await click(String(id));
    await expect(click('99999')).rejects.toThrow(/has no item 99999/);
    const clicks = await fixture.app.evaluate(
      () => (globalThis as unknown as { trayClicks: string[] }).trayClicks,
    );
    expect(clicks).toEqual(['tray', 'open', 'mute true']);
    await fixture.app.evaluate(() => (globalThis as unknown as { tray: Electron.Tray }).tray.destroy());
    await expect.poll(registered, PATIENCE).not.toMatch(/StatusNotifierItem-\d+-\d+/);
  });

  test('a secret is encrypted with the password in the keychain, and read again after a restart', async () => {
    const encrypted = await fixture.app.evaluate(async ({ safeStorage }) => {
      const buffer = await safeStorage.encryptStringAsync('api key');
      return [
        safeStorage.getSelectedStorageBackend(),
        safeStorage.isEncryptionAvailable(),
        buffer.toString('base64'),
      ] as const;
    });
    expect(encrypted.slice(0, 2)).toEqual(['gnome_libsecret', true]);
    expect(Buffer.from(encrypted[2], 'base64').subarray(0, 3).toString()).toBe('v11');
    const stored = await desktop.run('secret-tool', 'lookup', 'application', 'Host Fixture');
    expect(stored).toHaveLength(24);
    await fixture.stop();
    fixture = await launchFixture([], desktop.env);
    const back = await fixture.app.evaluate(
      async ({ safeStorage }, text) => safeStorage.decryptStringAsync(Buffer.from(text, 'base64')),
      encrypted[2],
    );
    expect(back).toEqual({ result: 'api key', shouldReEncrypt: false });
  });
});

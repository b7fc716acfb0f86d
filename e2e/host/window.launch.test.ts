import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXTURE_APP, launchFixture, PATIENCE, type RunningFixture } from './launch-fixture.ts';

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await launchFixture();
});
afterAll(async () => {
  await fixture?.stop();
});

const state = () => fixture.app.evaluate(() => (globalThis as unknown as FixtureGlobal).fixture);

describe('addresses', () => {
  test('a custom scheme is served by the app, with its headers', async () => {
    const served = await fixture.page.evaluate(async () => {
      const violated = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective)),
      );
      const outside = await fetch('http://127.0.0.1:1/').then(
        () => 'reached',
        () => 'refused',
      );
      const echo = await fetch('/echo', { method: 'POST', body: 'posted ü' });
      return [outside, await violated, echo.status, await echo.text(), isSecureContext];
    });
    expect(served).toEqual(['refused', 'connect-src', 201, 'posted ü', true]);
  });

  test('the main process sees the address in the form of the app', async () => {
    const url = await fixture.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    );
    expect(url).toBe('app://bundle/index.html');
  });

  test('a navigation that the app prevents does not happen, however it is started', async () => {
    await fixture.page.click('#away');
    const before = (await state()).navigations.length;
    const starts = {
      'https://example.com/assigned': "location.href = 'https://example.com/assigned'",
      'https://example.com/replaced': "location.replace('https://example.com/replaced')",
      'https://example.com/busy':
        "location.href = 'https://example.com/busy'; for (const t = Date.now(); Date.now() - t < 500; );",
      'https://example.com/form?':
        "const f = document.createElement('form'); f.action = 'https://example.com/form'; document.body.append(f); f.submit()",
      'about:blank': "location.href = 'about:blank'",
      'app://bundle/index.html': 'location.reload()',
    };
    for (const start of Object.values(starts)) await fixture.page.evaluate(start);
    await fixture.page.evaluate(
      "location.href = URL.createObjectURL(new Blob(['<p>blob'], { type: 'text/html' }))",
    );
    await expect.poll(async () => (await state()).navigations.length, PATIENCE).toBe(before + 7);
    const { navigations } = await state();
    // a form's submission and a plain navigation after it may be asked about in either order
    const asked = navigations.map((url) => (url.startsWith('blob:') ? 'blob:' : url)).sort();
    expect(asked).toEqual(['http://127.0.0.1:9/away', ...Object.keys(starts), 'blob:'].sort());
    await fixture.page.waitForTimeout(300);
    expect(await fixture.page.evaluate(() => location.pathname)).toBe('/index.html');
    expect(await fixture.page.locator('h1').textContent()).toBe('fixture');
  });

  test('a navigation that the app allows happens once; one inside the document is not asked about', async () => {
    const allowed = await fixture.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload } });
        const asked: string[] = [];
        window.webContents.on('will-navigate', ({ url }) => asked.push(url));
        window.webContents.on('did-navigate', (_event, url) => asked.push(`did ${url}`));
        window.webContents.on('did-navigate-in-page', (_event, url) => asked.push(`in page ${url}`));
        await window.loadURL('app://bundle/index.html');
        for (const start of [
          "location.hash = 'here'",
          "location.href = '/index.html?second'",
          'location.reload()',
        ]) {
          const done = new Promise((resolve) =>
            start.includes('hash')
              ? window.webContents.once('did-navigate-in-page', () => resolve(undefined))
              : window.webContents.once('did-finish-load', () => resolve(undefined)),
          );
          await window.webContents.executeJavaScript(`setTimeout(() => { ${start} }); undefined`);
          await done;
        }
        window.destroy();
        return asked;
      },
      join(FIXTURE_APP, 'preload.cjs'),
    );
    expect(allowed).toEqual([
      'did app://bundle/index.html',
      'in page app://bundle/index.html#here',
      'app://bundle/index.html?second',
      'did app://bundle/index.html?second',
      'app://bundle/index.html?second',
      'did app://bundle/index.html?second',
    ]);
  });

  test('popups go to the handler and are denied', async () => {
    const opened = await fixture.page.evaluate(() =>
      window.open('https://example.com/popup', 'name', 'width=100'),
    );
    await fixture.page.click('#blank');
    expect(opened).toBeNull();
    await expect
      .poll(async () => (await state()).popups, PATIENCE)
      .toEqual(['https://example.com/popup', 'https://example.com/blank']);
    expect(fixture.app.windows()).toHaveLength(1);
  });

  test('what the app or a test loads is not asked about', async () => {
    const before = (await state()).navigations.length;
    await fixture.page.reload();
    await fixture.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise((resolve) => {
        contents?.once('did-finish-load', () => resolve(undefined));
        contents?.reload();
      });
    });
    await fixture.page.waitForFunction(() => 'fixture' in window);
    expect((await state()).navigations).toHaveLength(before);
  });

  test('loadURL rejects as Electron does', async () => {
    const told = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const failure = await window
        .loadURL('http://127.0.0.1:9/')
        .catch((error: unknown) => error as NodeJS.ErrnoException & { url: string });
      const missing = await window
        .loadURL('file:///nowhere/at/all.html')
        .catch((error: unknown) => error as NodeJS.ErrnoException);
      window.destroy();
      return [failure?.message, failure?.code, failure?.errno, missing?.message];
    });
    expect(told).toEqual([
      "ERR_UNSAFE_PORT (-312) loading 'http://127.0.0.1:9/'",
      'ERR_UNSAFE_PORT',
      -312,
      "ERR_FILE_NOT_FOUND (-6) loading 'file:///nowhere/at/all.html'",
    ]);
  });
});

describe('webRequest', () => {
  test('onHeadersReceived sees what comes from the network and sets headers', async () => {
    const seen = await fixture.app.evaluate(async ({ BrowserWindow, session }) => {
      const { createServer } = process.getBuiltinModule('node:http');
      const server = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<title>served</title><script>window.inline = true</script>');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as { port: number };
      const details: unknown[] = [];
      session.defaultSession.webRequest.onHeadersReceived(
        ({ resourceType, statusCode, responseHeaders }, callback) => {
          if (resourceType === 'mainFrame') details.push([statusCode, responseHeaders?.['content-type']]);
          callback({
            responseHeaders: { ...responseHeaders, 'Content-Security-Policy': ["default-src 'none'"] },
          });
        },
      );
      const window = new BrowserWindow({ show: false });
      await window.loadURL(`http://127.0.0.1:${port}/`);
      const inline = await window.webContents.executeJavaScript('typeof window.inline');
      session.defaultSession.webRequest.onHeadersReceived(null);
      await window.loadURL(`http://127.0.0.1:${port}/again`);
      const inlineAfter = await window.webContents.executeJavaScript('typeof window.inline');
      window.destroy();
      server.close();
      return { details, inline, inlineAfter };
    });
    expect(seen).toEqual({ details: [[200, ['text/html']]], inline: 'undefined', inlineAfter: 'boolean' });
  });
});

describe('permissions', () => {
  test('the app decides over what the page asks for', async () => {
    const outcomes = await fixture.page.evaluate(async () => {
      const code = await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(0),
          (error) => resolve(error.code),
          { timeout: 500 },
        ),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error) => error.name);
      return { geolocationDenied: code === 1, media, notifications: await Notification.requestPermission() };
    });
    expect(outcomes).toEqual({ geolocationDenied: false, media: 'NotAllowedError', notifications: 'denied' });
    expect((await state()).permissions).toEqual(['geolocation', 'media', 'notifications']);
  });
});

describe('the window', () => {
  test('shows itself when ready, takes the title of the page and the wanted size', async () => {
    const seen = await fixture.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [window?.isVisible(), window?.isFocused(), window?.getTitle(), window?.getSize()];
    });
    expect(seen).toEqual([true, true, 'Fixture page', [900, 640]]);
    expect(await fixture.page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 640]);
  });

  test('a new size reaches the page; the minimum holds', async () => {
    const window = await fixture.app.browserWindow(fixture.page);
    await window.evaluate((w) => w.setSize(1200, 700));
    await fixture.page.waitForFunction(() => innerWidth === 1200 && innerHeight === 700);
    await window.evaluate((w) => w.setBounds({ width: 10, height: 10 }));
    await fixture.page.waitForFunction(() => innerWidth === 600 && innerHeight === 400);
    expect(await window.evaluate((w) => [w.getSize(), w.getMinimumSize()])).toEqual([
      [600, 400],
      [600, 400],
    ]);
    await window.evaluate((w) => w.maximize());
    await fixture.page.waitForFunction(() => innerWidth === screen.width);
    await window.evaluate((w) => w.unmaximize());
    await fixture.page.waitForFunction(() => innerWidth === 600);
  });

  test('closes to hidden when the app prevents the close; the page goes on', async () => {
    const window = await fixture.app.browserWindow(fixture.page);
    await fixture.app.evaluate(() => {
      (globalThis as unknown as FixtureGlobal).fixture.hideOnClose = true;
    });
    await fixture.page.evaluate(() => globalThis.close());
    await expect.poll(() => window.evaluate((w) => w.isVisible()), PATIENCE).toBe(false);
    await window.evaluate((w) => w.show());
    await window.evaluate((w) => w.close());
    expect(await window.evaluate((w) => [w.isDestroyed(), w.isVisible(), w.isFocused()])).toEqual([
      false,
      false,
      false,
    ]);
    const frames = await fixture.page.evaluate(async () => {
      const from = performance.now();
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      return performance.now() - from;
    });
    expect(frames).toBeLessThan(2000);
    const events = await window.evaluate(
      (w) =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          w.once('show', () => seen.push('show'));
          w.once('focus', () => resolve([...seen, 'focus']));
          w.show();
        }),
    );
    expect(events).toEqual(['show', 'focus']);
    await fixture.app.evaluate(() => {
      (globalThis as unknown as FixtureGlobal).fixture.hideOnClose = false;
    });
  });

  test('the theme of the app reaches the page', async () => {
    const dark = () => fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await dark()).toBe(false);
    const told = await fixture.app.evaluate(
      ({ nativeTheme }) =>
        new Promise((resolve) => {
          nativeTheme.once('updated', () => resolve(nativeTheme.shouldUseDarkColors));
          nativeTheme.themeSource = 'dark';
        }),
    );
    expect(told).toBe(true);
    await expect.poll(dark, PATIENCE).toBe(true);
    await fixture.app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'system';
    });
    await expect.poll(dark, PATIENCE).toBe(false);
  });

  test('captures the page', async () => {
    const size = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const image = await window?.webContents.capturePage();
      return [image?.isEmpty(), image?.getSize(), window?.getContentSize()];
    });
    expect(size).toEqual([false, { width: 600, height: 400 }, [600, 400]]);
  });

  test('a second window without a preload has its own page and no API; destroyed, it says so', async () => {
    const opening = fixture.app.waitForEvent('window');
    const id = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ width: 620, height: 420 });
      await window.loadURL('data:text/html,<title>two</title><p>second');
      return window.id;
    });
    const second = await opening;
    await second.getByText('second').waitFor();
    expect(await second.evaluate(() => [typeof window.fixture, document.title])).toEqual([
      'undefined',
      'two',
    ]);
    const after = await fixture.app.evaluate(({ BrowserWindow }, windowId) => {
      const window = BrowserWindow.fromId(windowId);
      if (!window) return 'lost';
      const { webContents } = window;
      window.destroy();
      const messages = [() => window.getTitle(), () => window.webContents, () => webContents.send('x')].map(
        (use) => {
          try {
            return String(use());
          } catch (error) {
            return String(error);
          }
        },
      );
      return [
        window.isDestroyed(),
        webContents.isDestroyed(),
        ...messages,
        BrowserWindow.getAllWindows().length,
      ];
    }, id);
    const destroyed = 'TypeError: Object has been destroyed';
    expect(after).toEqual([true, true, destroyed, destroyed, destroyed, 1]);
    await expect
      .poll(() => fixture.app.windows().map((page) => page.url()), PATIENCE)
      .toEqual([fixture.page.url()]);
  });
});

describe('what is not stood in for', () => {
  test('throws by name; what Electron lacks stays undefined; a test may put its own method there', async () => {
    const told = await fixture.app.evaluate(
      async ({ app, BrowserWindow, dialog, globalShortcut, session, autoUpdater }) => {
        const [window] = BrowserWindow.getAllWindows();
        const attempts: (() => unknown)[] = [
          () => window?.setProgressBar(0.5),
          () => window?.webContents.openDevTools(),
          () => session.fromPartition('persist:x'),
          () => globalShortcut.register('F1', () => undefined),
          () => autoUpdater.checkForUpdates(),
          () => new BrowserWindow({ kiosk: true }),
          () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
          () => {
            app.userAgentFallback = 'x';
          },
        ];
        const messages = attempts.map((attempt) => {
          try {
            return `no error: ${attempt()}`;
          } catch (error) {
            return (error as Error).message;
          }
        });
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/chosen'] });
        const chosen = await dialog.showOpenDialog({});
        return {
          messages,
          chosen: chosen.filePaths,
          unknown: ['nothing', 'dock', 'then'].map((name) => typeof Reflect.get(app, name)),
        };
      },
    );
    expect(told).toEqual({
      messages: [
        'stand-in host: BrowserWindow.setProgressBar is not stood in for',
        'stand-in host: webContents.openDevTools is not stood in for',
        'stand-in host: session.fromPartition is not stood in for',
        'stand-in host: globalShortcut.register is not stood in for',
        'stand-in host: autoUpdater.checkForUpdates is not stood in for',
        'stand-in host: the BrowserWindow option kiosk is not stood in for',
        'stand-in host: the web preference nodeIntegration: true is not stood in for',
        'stand-in host: app.userAgentFallback is not stood in for',
      ],
      chosen: ['/chosen'],
      unknown: ['undefined', 'undefined', 'undefined'],
    });
  });
});

describe('a crash', () => {
  test('is told, and a reload brings the page back', async () => {
    const crashed = fixture.app.evaluate(
      ({ app, BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          app.once('render-process-gone', (_event, _contents, details) =>
            resolve([details.reason, contents?.isCrashed(), contents?.mainFrame.isDestroyed()]),
          );
          contents?.forcefullyCrashRenderer();
        }),
    );
    expect(await crashed).toEqual(['crashed', true, true]);
    const back = await fixture.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)));
      contents?.reload();
      await loaded;
      const answered = new Promise((resolve) =>
        ipcMain.handleOnce('after-crash', (_event, value) => resolve(value)),
      );
      void contents?.executeJavaScript("window.fixture.invoke('after-crash', 'alive')");
      return [await answered, contents?.isCrashed()];
    });
    expect(back).toEqual(['alive', false]);
  });
});

interface FixtureGlobal {
  fixture: { hideOnClose: boolean; navigations: string[]; popups: string[]; permissions: string[] };
}

import path from 'node:path';
import { app, BrowserWindow, powerMonitor, session, webContents } from 'electron';
import { STREAM_CHANNEL } from '#contract/bridge.ts';
import type { StreamName, Streams } from '#contract/requests.ts';
import type { EngineOptions } from '#engine/index.ts';
import { openSettings, type SettingsStore } from '../desktop/settings-store.ts';
import { serve } from '../ipc/door.ts';
import { PARSERS } from '../ipc/parsers.ts';
import { type DemoFeed, startDemoFeed } from './demo-feed.ts';
import { type EngineEvent, EngineThread } from './engine-thread.ts';
import { createHandlers } from './handlers.ts';
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts';
import { openMainWindow } from './main-window.ts';
import { isPageUrl, registerPageScheme, servePage } from './page.ts';
import { restrictPages } from './restrict.ts';
import { StatusBoard, statusLine } from './status-board.ts';

const PAGE_FOLDER = path.join(import.meta.dirname, '../renderer');
/** A clean quit flushes within this. */
const FLUSH_TIMEOUT_MS = 1_500;

/** Starts Linewatch, or hands over to the instance that runs already. */
export function startApp(): void {
  let options: LaunchOptions;
  try {
    options = readLaunchOptions(process.argv.slice(1));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return app.exit(2);
  }
  if (!app.requestSingleInstanceLock()) {
    say('Linewatch runs already; its window comes to the front.');
    return app.quit();
  }
  registerPageScheme();
  void app.whenReady().then(() => run(options));
}

async function run(options: LaunchOptions): Promise<void> {
  restrictPages(session.defaultSession);
  servePage(session.defaultSession, PAGE_FOLDER);
  const settings = openSettings(say);
  const status = new StatusBoard(options.provider === null ? 'demo' : 'provider', Date.now());
  const engine = new EngineThread(
    (event) => relay(event, status),
    (why) => engineGone(why, status),
  );
  const running = startFeed(engine, options);
  const closeDoor = serve({
    parsers: PARSERS,
    handlers: createHandlers({
      engine: running.then(() => engine),
      status,
      settings,
      settingsChanged: (changed) => broadcast('settings', changed),
    }),
    isTrustedSender: ({ senderFrame }) =>
      senderFrame !== null && senderFrame.parent === null && isPageUrl(senderFrame.url),
    failed: (name, error) =>
      say(`The request ${name} failed: ${error instanceof Error ? error.stack : String(error)}`),
  });
  powerMonitor.on(
    'resume',
    () => void engine.call('reconnect', { why: 'The computer slept; connecting again.' }),
  );
  if (options.printStatus)
    setInterval(() => process.stdout.write(`${statusLine(status.report)}\n`), 1000).unref();

  const showWindow = keepWindow(engine, settings);
  showWindow();
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => app.quit());

  quitCleanly(async () => {
    closeDoor();
    await engine.stop(FLUSH_TIMEOUT_MS);
    await (await running.catch(() => undefined))?.stop();
  });
  await running.catch((error) => engineGone(String(error), status));
}

/** Starts the engine on the provider's feed, or on a demo feed, which it answers. */
async function startFeed(engine: EngineThread, options: LaunchOptions): Promise<DemoFeed | undefined> {
  const demo = options.provider === null ? await startDemoFeed() : undefined;
  await engine.call('start', engineOptions(options, demo));
  return demo;
}

/** Answers the function that opens the main window, or brings it to the front. */
function keepWindow(engine: EngineThread, settings: SettingsStore): () => void {
  let window: BrowserWindow | undefined;
  return () => {
    if (window !== undefined) {
      if (window.isMinimized()) window.restore();
      window.show();
      return window.focus();
    }
    window = openMainWindow({
      settings,
      hidden: (windowId, isHidden) => void engine.call('screen.hidden', { windowId, isHidden }),
      closed(windowId) {
        window = undefined;
        engine.call('screen.close', { windowId }).catch(() => null);
      },
    });
  };
}

function engineOptions({ provider }: LaunchOptions, demo: DemoFeed | undefined): EngineOptions {
  const { base, key } = demo ?? provider!;
  return {
    base,
    key,
    source: demo === undefined ? 'provider' : 'demo',
    filters: {},
    dataFolder: demo === undefined ? path.join(app.getPath('userData'), 'data') : null,
  };
}

function relay(event: EngineEvent, status: StatusBoard): void {
  switch (event.kind) {
    case 'batch':
      return sendTo(event.windowId, 'screen.batch', event.batch);
    case 'status':
      status.feed(event.status);
      return broadcast('status', status.report);
    case 'stats':
      status.stats(event.stats);
      return broadcast('status', status.report);
    case 'notice':
      return say(event.text);
  }
}

function engineGone(why: string, status: StatusBoard): void {
  say(`The feed engine ended unexpectedly: ${why}`);
  status.feed({
    feed: 'odds',
    state: 'offline',
    detail: 'The feed engine ended unexpectedly; start Linewatch again.',
    sinceMs: Date.now(),
    retryAtMs: null,
  });
  broadcast('status', status.report);
}

function sendTo<N extends StreamName>(windowId: number, name: N, payload: Streams[N]): void {
  const contents = webContents.fromId(windowId);
  if (contents !== undefined && !contents.isDestroyed()) contents.send(STREAM_CHANNEL, name, payload);
}

function broadcast<N extends StreamName>(name: N, payload: Streams[N]): void {
  for (const window of BrowserWindow.getAllWindows()) sendTo(window.webContents.id, name, payload);
}

/** Lets `flush` finish once before the app goes. */
function quitCleanly(flush: () => Promise<void>): void {
  let isFlushed = false;
  app.on('will-quit', (event) => {
    if (isFlushed) return;
    event.preventDefault();
    isFlushed = true;
    void flush().finally(() => app.quit());
  });
}

function say(text: string): void {
  process.stderr.write(`linewatch: ${text}\n`);
}

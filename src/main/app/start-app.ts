import path from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, session } from 'electron';
import { KeyStore } from '../desktop/keychain/key-store.ts';
import { createSystemVault } from '../desktop/keychain/system-vault.ts';
import { openSettings, type SettingsStore } from '../desktop/settings-store.ts';
import { serve } from '../ipc/door.ts';
import { PARSERS } from '../ipc/parsers.ts';
import { type EngineEvent, EngineThread } from './engine-thread.ts';
import { FeedChoice } from './feed-choice.ts';
import { createHandlers } from './handlers.ts';
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts';
import { openLog, say } from './life/log.ts';
import { failToStart, surviveExceptions } from './life/survive.ts';
import { openMainWindow } from './main-window.ts';
import { isPageUrl, registerPageScheme, servePage } from './page.ts';
import { restrictPages } from './restrict.ts';
import { StatusBoard, statusLine } from './status-board.ts';
import { TickerWindow } from './ticker-window.ts';
import { broadcast, sendTo } from './windows.ts';

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
  openLog(path.join(app.getPath('userData'), 'logs'));
  surviveExceptions();
  registerPageScheme();
  app
    .whenReady()
    .then(() => run(options))
    .catch(failToStart);
}

async function run(options: LaunchOptions): Promise<void> {
  restrictPages(session.defaultSession);
  servePage(session.defaultSession, PAGE_FOLDER);
  const settings = openSettings(say);
  nativeTheme.themeSource = settings.read().theme;
  const status = new StatusBoard(options.provider === null ? 'demo' : 'provider', Date.now());
  const engine = new EngineThread(
    (event) => {
      if (event.kind === 'status') choice.noteStatus(event.status);
      relay(event, status);
    },
    (why) => engineGone(why, status),
  );
  const choice = chooseFeed(engine, settings, status);
  const running = choice.start(options.provider);
  const windowClosed = (windowId: number) =>
    void engine.call('window.closed', { windowId }).catch(() => null);
  const showWindow = keepWindow(engine, settings, windowClosed);
  const ticker = new TickerWindow({ settings, closed: windowClosed });
  const closeDoor = serve({
    parsers: PARSERS,
    handlers: createHandlers({
      engine: running.then(() => engine),
      status,
      settings,
      choice,
      windows: { showMain: () => showWindow(), toggleTicker: () => ticker.toggle() },
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

  showWindow();
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => app.quit());
  let isQuitting = false;
  quitCleanly(async () => {
    isQuitting = true;
    closeDoor();
    await engine.stop(FLUSH_TIMEOUT_MS);
    await choice.stop();
  });
  await running.catch((error) => {
    if (!isQuitting) engineGone(String(error), status);
  });
}

function chooseFeed(engine: EngineThread, settings: SettingsStore, status: StatusBoard): FeedChoice {
  return new FeedChoice({
    keys: new KeyStore(path.join(app.getPath('userData'), 'key.json'), createSystemVault()),
    dataFolder: path.join(app.getPath('userData'), 'data'),
    async start(options) {
      await engine.call('start', options);
      broadcast('engine.started', null);
    },
    base: () => settings.read().base,
    filters: () => settings.read().filters,
    proxy: () => settings.read().proxy,
    keepBase: (base) => settings.change({ base }),
    changed(source, state) {
      status.source(source);
      broadcast('status', status.report);
      broadcast('key', state);
    },
  });
}

/** Answers the function that opens the main window, or brings it to the front. */
function keepWindow(
  engine: EngineThread,
  settings: SettingsStore,
  windowClosed: (windowId: number) => void,
): () => void {
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
      crashed: windowClosed,
      closed(windowId) {
        window = undefined;
        windowClosed(windowId);
      },
    });
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
    case 'storage':
      status.storage(event.state);
      return broadcast('status', status.report);
    case 'catalogue':
      return broadcast('catalogue', event.catalogue);
    case 'filters':
      return broadcast('filters', event.state);
    case 'plays':
      return broadcast('plays', event.news);
    case 'bets':
      return broadcast('bets', event.news);
    case 'watchlists':
      return broadcast('watchlists', event.watchlists);
    case 'watched':
      return sendTo(event.windowId, 'watched', event.prices);
    case 'export':
      return broadcast('export', event.progress);
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

import path from 'node:path';
import { app, nativeTheme, powerMonitor, session } from 'electron';
import type { NotificationHealth } from '#contract/notifications.ts';
import { sharedSources } from '#domain/catalogue/sportsbook-groups.ts';
import { setAppMenu } from '../desktop/app-menu.ts';
import { openLink } from '../desktop/links.ts';
import { type Notice, Notifier } from '../desktop/notifications/notifier.ts';
import { createSystemNotifications } from '../desktop/notifications/system-notifications.ts';
import { openSettings } from '../desktop/settings-store.ts';
import { startAtLogin, wasStartedAtLogin } from '../desktop/start-at-login.ts';
import { trayWithin } from '../desktop/tray/has-tray.ts';
import { openReleases } from '../desktop/updates/release-source.ts';
import { Updates } from '../desktop/updates/updates.ts';
import { serve } from '../ipc/door.ts';
import { PARSERS } from '../ipc/parsers.ts';
import { createHandlers } from './handlers.ts';
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts';
import { followAppLinks, type OpenLinks } from './life/app-links.ts';
import { openLog, say } from './life/log.ts';
import { failToStart, surviveExceptions } from './life/survive.ts';
import { isPageUrl, registerPageScheme, servePage } from './page.ts';
import { AlertDelivery } from './presence/deliver-alerts.ts';
import { isOtherSilence, keepSilence } from './presence/keep-silence.ts';
import { KeptWindow } from './presence/kept-window.ts';
import { Presence } from './presence/presence.ts';
import { TrayPrices } from './presence/tray-prices.ts';
import { restrictPages } from './restrict.ts';
import { retentionLimits } from './retention-limits.ts';
import { runFeed } from './run-feed.ts';
import { statusLine } from './status-board.ts';
import { TickerWindow } from './ticker-window.ts';
import { broadcast, sendTo } from './windows.ts';

const PAGE_FOLDER = path.join(import.meta.dirname, '../renderer');
const RESOURCES = path.join(import.meta.dirname, '../../resources');
/** Whose notifications these are, to Windows; the installer registers the same. */
const APP_ID = 'com.linewatch.desktop';
/** A start without a window waits so long for a tray; where none comes the window is shown. */
const TRAY_TIMEOUT_MS = 5_000;
/** The start is for the feed; looking for updates can wait. */
const FIRST_UPDATE_CHECK_MS = 30_000;

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
  const openLinks = followAppLinks();
  openLog(path.join(app.getPath('userData'), 'logs'));
  surviveExceptions();
  app.setAppUserModelId(APP_ID);
  registerPageScheme();
  app
    .whenReady()
    .then(() => run(options, openLinks))
    .catch(failToStart);
}

async function run(options: LaunchOptions, openLinks: OpenLinks): Promise<void> {
  restrictPages(session.defaultSession);
  servePage(session.defaultSession, PAGE_FOLDER);
  const settings = openSettings(say);
  nativeTheme.themeSource = settings.read().theme;
  const feed = runFeed({
    provider: options.provider,
    settings,
    heard(event) {
      if (event.kind === 'alerts') delivery.take(event.news);
      trayPrices.take(event);
    },
    reported(report) {
      broadcast('status', report);
      presence.refresh();
    },
    started() {
      void trayPrices.open();
      window.tellHidden();
    },
    rests: () => void notifier.show(restNotice(() => window.show())),
  });
  const { engine, choice, status } = feed;
  const trayPrices = new TrayPrices(engine, (rows) => presence.topPrices(rows));
  const windowClosed = (windowId: number) => engine.tell('window.closed', { windowId });
  const notifier = new Notifier(createSystemNotifications(path.join(RESOURCES, 'icon.png')), (health) =>
    broadcast('notifications', health),
  );
  const window = new KeptWindow({
    settings,
    notifier,
    overlayFile: path.join(RESOURCES, 'tray/overlay.png'),
    hidden: (windowId, isHidden) => engine.tell('screen.hidden', { windowId, isHidden }),
    left: windowClosed,
  });
  const presence = new Presence({
    settings,
    window,
    iconFolder: path.join(RESOURCES, 'tray'),
    report: () => status.report,
  });
  settings.follow((now, before) => {
    nativeTheme.themeSource = now.theme;
    broadcast('settings', now);
    presence.refresh();
    if (now.startsAtLogin !== before.startsAtLogin) startAtLogin(now.startsAtLogin);
    if (now.proxy !== before.proxy) void choice.startAgain();
    if (now.stakePlan !== before.stakePlan) engine.tell('stakes.change', { plan: now.stakePlan });
    if (now.sportsbookGroups !== before.sportsbookGroups)
      engine.tell('sources.change', { groups: sharedSources(now.sportsbookGroups) });
    if (now.historyDays !== before.historyDays || now.historyMegabytes !== before.historyMegabytes)
      engine.tell('retention.change', retentionLimits(now));
    if (isOtherSilence(now, before)) void keepSilence(engine, now);
  });
  const delivery = new AlertDelivery({
    notifier,
    settings: () => settings.read(),
    delivered: (alertId, how) => engine.call('alerts.delivered', { alertId, how }),
    open: (game) =>
      window.showAt(game === '' ? { kind: 'screen', screen: 'alerts' } : { kind: 'game', game }),
    openLink: (url) => void openLink(url, (why) => say(`The bet slip could not be opened: ${why}`)),
    unread: (count) => presence.unread(count),
  });
  const updates = openReleases().then(
    (releases) => new Updates(releases, (state) => broadcast('updates', state)),
  );
  setTimeout(async () => (await updates).step('check'), FIRST_UPDATE_CHECK_MS).unref();
  const ticker = new TickerWindow({ settings, closed: windowClosed });
  const closeDoor = serve({
    parsers: PARSERS,
    handlers: createHandlers({
      feed,
      settings,
      windows: {
        showMain: () => window.show(),
        toggleTicker: () => ticker.toggle(),
        setMenu: (groups, windowId) => setAppMenu(groups, (id) => sendTo(windowId, 'action', id)),
      },
      desktop: {
        takePlace: () => window.takePlace(),
        health: () => notifier.health,
        testNotification: () => testNotification(notifier, window),
        updates,
      },
    }),
    isTrustedSender: ({ senderFrame }) =>
      senderFrame !== null && senderFrame.parent === null && isPageUrl(senderFrame.url),
    failed: (name, error) =>
      say(`The request ${name} failed: ${error instanceof Error ? error.stack : String(error)}`),
  });
  powerMonitor.on('resume', () => engine.tell('reconnect', { why: 'The computer slept; connecting again.' }));
  if (options.printStatus)
    setInterval(() => process.stdout.write(`${statusLine(status.report)}\n`), 1000).unref();

  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => app.quit());
  quitCleanly(async () => {
    closeDoor();
    presence.remove();
    await feed.stop();
  });
  if ((options.startsHidden || wasStartedAtLogin()) && (await trayWithin(TRAY_TIMEOUT_MS)))
    window.openHidden();
  else window.show();
  openLinks((link) => window.showAt(link));
}

/** Whoever has no window open would not know that nothing is watched. */
function restNotice(opened: () => void): Notice {
  return {
    id: 'engine',
    title: 'Linewatch has stopped watching',
    body: 'Its price engine ended several times within ten minutes. Open Linewatch to start it again.',
    urgency: 'critical',
    isSilent: false,
    actions: [],
    opened,
    action: () => undefined,
  };
}

async function testNotification(notifier: Notifier, window: KeptWindow): Promise<NotificationHealth> {
  await notifier.show({
    id: 'test',
    title: 'Linewatch can reach you',
    body: 'This is how an alert looks. Nothing else happened.',
    urgency: 'normal',
    isSilent: false,
    actions: [],
    opened: () => window.show(),
    action: () => undefined,
  });
  return notifier.health;
}

/** Lets `flush` finish before the app goes, once, however often it is asked to go meanwhile. */
function quitCleanly(flush: () => Promise<void>): void {
  let state: 'running' | 'flushing' | 'flushed' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'flushed') return;
    event.preventDefault();
    if (state === 'flushing') return;
    state = 'flushing';
    const askedAtMs = performance.now();
    void flush().finally(() => {
      state = 'flushed';
      say(`Linewatch ends, ${Math.ceil(performance.now() - askedAtMs)} ms after it was asked to.`);
      app.quit();
    });
  });
}

import { app } from 'electron';
import type { FeedState, StatusReport } from '#contract/feed-status.ts';
import type { WatchRow } from '#contract/watchlists.ts';
import { isQuiet, minuteText } from '#domain/alert/quiet-time.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import { TrayIcon } from '../../desktop/tray/tray-icon.ts';
import { MAX_TOP_PRICES, type TrayCommand, type TrayModel } from '../../desktop/tray/tray-model.ts';
import type { KeptWindow } from './kept-window.ts';
import { minuteOfDay, timeOfDay } from './local-time.ts';
import { SteadyPrices, trayPrice } from './tray-prices.ts';

const PAUSE_MS = 3_600_000;

interface PresenceNeeds {
  readonly settings: SettingsStore;
  readonly window: KeptWindow;
  readonly iconFolder: string;
  readonly report: () => StatusReport;
}

/** What of Linewatch is on the desktop when no window is: the icon in the tray, its menu, the count on the app's icon. */
export class Presence {
  readonly #needs: PresenceNeeds;
  readonly #tray: TrayIcon;
  #unread = 0;
  readonly #topPrices = new SteadyPrices();

  constructor(needs: PresenceNeeds) {
    this.#needs = needs;
    this.#tray = new TrayIcon(needs.iconFolder, this.#model(), (command) => this.#obey(command));
  }

  /** Something that the tray tells may have changed: the feed, the settings, the time. */
  refresh(): void {
    this.#tray.show(this.#model());
  }

  /** How many alerts nobody has looked at. */
  unread(count: number): void {
    if (count !== this.#unread) {
      app.setBadgeCount(count);
      this.#needs.window.markUnread(count);
    }
    this.#unread = count;
    this.refresh();
  }

  /** The watched prices in their order. The menu lists the first of them from the next status on: it is no ticker. */
  topPrices(rows: readonly WatchRow[]): void {
    this.#topPrices.take(rows.slice(0, MAX_TOP_PRICES));
  }

  remove(): void {
    this.#tray.remove();
  }

  #model(): TrayModel {
    const { timeZone, quietHours, pausedUntilMs, oddsFormat } = this.#needs.settings.read();
    const nowMs = Date.now();
    const { feeds, engine } = this.#needs.report();
    const odds = feeds.find(({ feed }) => feed === 'odds');
    const state = odds?.state ?? 'connecting';
    return {
      feed: FEEDS[state],
      feedWords: state === 'live' ? state : `${state} since ${timeOfDay(odds?.sinceMs ?? nowMs, timeZone)}`,
      unread: this.#unread,
      pausedUntil: pausedUntilMs > nowMs ? timeOfDay(pausedUntilMs, timeZone) : '',
      isQuietNow: isQuiet(quietHours, minuteOfDay(nowMs, timeZone)),
      hasQuietHours: quietHours.isOn,
      quietHours: `${minuteText(quietHours.fromMinute)} to ${minuteText(quietHours.toMinute)}`,
      topPrices: this.#topPrices
        .at(performance.now())
        .map((row) => trayPrice(row, oddsFormat, engine === 'running' && FEEDS[state] !== 'offline')),
    };
  }

  #obey(command: TrayCommand): void {
    const { settings, window } = this.#needs;
    switch (command.kind) {
      case 'toggle':
        return window.toggle();
      case 'open':
        return window.show();
      case 'alerts':
        return window.showAt({ kind: 'screen', screen: 'alerts' });
      case 'game':
        return window.showAt({ kind: 'game', game: command.game });
      case 'pause':
        return void settings.change({ pausedUntilMs: Date.now() + PAUSE_MS });
      case 'resume':
        return void settings.change({ pausedUntilMs: 0 });
      case 'quiet-hours': {
        const { quietHours } = settings.read();
        return void settings.change({ quietHours: { ...quietHours, isOn: !quietHours.isOn } });
      }
      case 'quit':
        return app.quit();
    }
  }
}

const FEEDS: Readonly<Record<FeedState, TrayModel['feed']>> = {
  live: 'live',
  resyncing: 'stale',
  stale: 'stale',
  connecting: 'offline',
  offline: 'offline',
  refused: 'offline',
};

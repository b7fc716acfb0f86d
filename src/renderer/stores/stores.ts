import type { Bridge } from '#contract/bridge.ts';
import type { AppInfo } from '#contract/requests.ts';
import { type AlertsStore, openAlerts } from './alerts/alerts.ts';
import { type BetsStore, openBets } from './bets/bets.ts';
import { secondClock } from './clock.ts';
import { type DesktopStore, openDesktop } from './desktop.ts';
import { type DiagnosticsStore, diagnosticsStore } from './diagnostics/diagnostics.ts';
import { type CatalogueStore, followCatalogue } from './feed/catalogue.ts';
import { type FiltersStore, followFilters } from './feed/filters.ts';
import { followKey, type KeyEntry } from './feed/key-entry.ts';
import { type GamePageStore, gamePage } from './game/game-page.ts';
import { followLeagues, type LeaguesStore } from './leagues.ts';
import { type Navigation, startNavigation } from './navigation.ts';
import { type News, openNews } from './news.ts';
import { type Observable, observable, type Writable } from './observable.ts';
import { type GameList, startGameList } from './odds/game-order.ts';
import { OddsScreenStore } from './odds/odds-screen.ts';
import { type OpenedRow, openedRow } from './odds/opened-row.ts';
import { type OpenersOfMarket, openersOf } from './odds/openers.ts';
import { oddsLink } from './odds/screen-link.ts';
import { openParlays, type ParlaysStore } from './parlays/parlays.ts';
import { PlaysStore } from './plays/plays.ts';
import { followPlaysCurrency, type PlaysCurrency } from './plays/plays-currency.ts';
import { type PointedStore, startPointing } from './pointed.ts';
import type { Scheduler } from './scheduler.ts';
import { chooseScreen, type ScreenChoice } from './screen-choice.ts';
import { type NamesStore, openNames } from './search/names.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { followStatus, type StatusStore } from './status.ts';
import { type HistoryFiles, openHistoryFiles } from './storage/history-files.ts';
import { openRecordedGames, type RecordedGames } from './storage/recorded-games.ts';
import { openWatchlists, type WatchlistsStore } from './watchlists/watchlists.ts';
import { openWindows, type WindowsStore } from './windows.ts';

/** Everything that a window knows, outside any framework. */
export interface Stores {
  readonly scheduler: Scheduler;
  readonly clock: Observable<number>;
  readonly status: StatusStore;
  readonly settings: SettingsStore;
  readonly leagues: LeaguesStore;
  readonly choice: ScreenChoice;
  readonly screen: OddsScreenStore;
  readonly openedRow: OpenedRow;
  /** What a market opened at, read anew with each call. */
  readonly openersOf: (market: string) => OpenersOfMarket;
  readonly navigation: Navigation;
  readonly pointed: PointedStore;
  readonly news: News;
  readonly key: KeyEntry;
  readonly catalogue: CatalogueStore;
  readonly filters: FiltersStore;
  readonly plays: PlaysStore;
  readonly playsCurrency: PlaysCurrency;
  readonly parlays: ParlaysStore;
  readonly bets: BetsStore;
  readonly historyFiles: HistoryFiles;
  readonly recorded: RecordedGames;
  readonly watchlists: WatchlistsStore;
  readonly alerts: AlertsStore;
  readonly desktop: DesktopStore;
  readonly diagnostics: DiagnosticsStore;
  readonly names: NamesStore;
  readonly windows: WindowsStore;
  readonly game: GamePageStore;
  /** Which games stand on the odds screen, and in which order. */
  readonly gameList: GameList;
  /** What the user types to find a team. */
  readonly search: Writable<string>;
  /** `null` until the main process has answered. */
  readonly appInfo: Observable<AppInfo | null>;
  /** Ends everything that listens or waits. */
  stop(): void;
}

/** Opens the stores of a window; ready when the settings are read. The screen follows the choice from then on. */
export async function openStores(bridge: Bridge, scheduler: Scheduler): Promise<Stores> {
  const settings = await openSettings(bridge);
  const isFirstStart = settings.failure.read() === null && !settings.settings.read().isWelcomed;
  // noted as soon as they are shown: whoever quits in the midst of them has seen them as well
  if (isFirstStart) settings.change({ isWelcomed: true });
  const status = followStatus(bridge, scheduler);
  const leagues = followLeagues(bridge, scheduler);
  const choice = chooseScreen(leagues, settings);
  const screen = new OddsScreenStore(oddsLink(bridge), scheduler);
  const opened = openedRow(bridge, scheduler);
  const game = gamePage(bridge, scheduler);
  const key = followKey(bridge);
  const catalogue = followCatalogue(bridge);
  const filters = followFilters(bridge);
  const plays = new PlaysStore(bridge, settings);
  const playsCurrency = followPlaysCurrency(status);
  const parlays = openParlays(bridge, scheduler);
  const bets = openBets(bridge, scheduler, () => settings.settings.read().stakePlan?.currency ?? 'USD');
  const historyFiles = openHistoryFiles(bridge, scheduler);
  const news = openNews(scheduler);
  const watchlists = openWatchlists(bridge, scheduler, news.tell);
  const alerts = openAlerts(bridge, scheduler, news.tell);
  const desktop = openDesktop(bridge);
  const search = observable('');
  const appInfo = observable<AppInfo | null>(null);

  const navigation = startNavigation(isFirstStart);
  const pointed = startPointing();

  const show = () => {
    const query = choice.query.read();
    opened.close();
    if (query) screen.open(query);
    // Whoever chooses a league or a market wants to see it.
    game.close();
    navigation.game.write(null);
  };
  const reopen = () => {
    screen.reopen();
    opened.reopen();
    game.reopen();
  };
  const stops = [
    choice.query.subscribe(show),
    // What is pointed at stands on one screen.
    navigation.screen.subscribe(() => pointed.at.write(null)),
    navigation.game.subscribe(() => pointed.at.write(null)),
    status.doubted.subscribe(() => {
      for (const prices of [screen, opened.screen, game.screen, watchlists])
        prices.doubt(status.doubted.read());
    }),
    // Another run of the engine knows nothing of the screen that its forerunner had open.
    status.runs.subscribe(() => reopen()),
    bridge.listen('engine.started', () => reopen()),
    // Columns and rows that other filters have emptied leave with a new opening only.
    bridge.listen('filters', () => reopen()),
  ];
  show();

  void bridge.request('app.info', null).then((reply) => {
    if (reply.ok) appInfo.write(reply.value);
  });

  return {
    scheduler,
    clock: secondClock(scheduler),
    status,
    settings,
    leagues,
    choice,
    screen,
    openedRow: opened,
    openersOf: (market) => openersOf(bridge, scheduler, market),
    navigation,
    pointed,
    news,
    key,
    catalogue,
    filters,
    plays,
    playsCurrency,
    parlays,
    bets,
    historyFiles,
    recorded: openRecordedGames(bridge),
    watchlists,
    alerts,
    desktop,
    diagnostics: diagnosticsStore(bridge, scheduler),
    names: openNames(bridge),
    windows: openWindows(bridge),
    game,
    gameList: startGameList(),
    search,
    appInfo,
    stop() {
      for (const stop of stops) stop();
      choice.stop();
      for (const store of [
        key,
        catalogue,
        filters,
        plays,
        playsCurrency,
        parlays,
        bets,
        historyFiles,
        watchlists,
        alerts,
        desktop,
        news,
      ])
        store.stop();
      screen.stop();
      opened.stop();
      game.stop();
      leagues.stop();
      status.stop();
      settings.stop();
    },
  };
}

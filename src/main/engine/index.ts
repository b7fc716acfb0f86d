import type { Aged, Catalogue } from '#contract/catalogue.ts';
import type { Diagnostics } from '#contract/diagnostics.ts';
import type { EngineStats, FeedName, FeedSource, FeedStatus, StatusReport } from '#contract/feed-status.ts';
import type { FeedFilters, FilterState } from '#contract/filters.ts';
import type { LeagueEntry, ScreenBatch, ScreenQuery } from '#contract/odds-screen.ts';
import type { ParlayView } from '#contract/parlays.ts';
import type { PlaysNews, PlayView } from '#contract/plays.ts';
import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import type { Game } from '#domain/board/games.ts';
import { createOddsFeed } from './adapters/feed/odds-feed.ts';
import { createPlaysFeed } from './adapters/feed/plays-feed.ts';
import { createScoresFeed } from './adapters/feed/scores-feed.ts';
import { createProviderRest } from './adapters/rest/provider-rest.ts';
import { openStores, type Stores } from './adapters/stores.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { thisMachine } from './adapters/system/this-machine.ts';
import type { MarketsQuery, Rest, RestOutcome } from './ports/rest.ts';
import type { Sink } from './ports/sink.ts';
import { priceParlays } from './usecases/catalogue/price-parlays.ts';
import { CatalogueKeeper } from './usecases/catalogue/refresh-catalogue.ts';
import { noticeInterruptions } from './usecases/connection/notice-interruptions.ts';
import { viewBudgets, viewRefusals } from './usecases/diagnostics/diagnose.ts';
import { reportStats, statsOf } from './usecases/diagnostics/report-stats.ts';
import { PlaysFollower } from './usecases/games/follow-plays.ts';
import { ScoresFollower } from './usecases/games/follow-scores.ts';
import { PlayNames } from './usecases/games/name-plays.ts';
import { PlaysBoard } from './usecases/games/show-plays.ts';
import { OddsFollower } from './usecases/odds/follow-odds.ts';
import { silenceWords, unknownNames } from './usecases/odds/hear-silence.ts';
import { listLeagues } from './usecases/odds/list-leagues.ts';
import { ScreenPublishers } from './usecases/screen/screen-publishers.ts';

/** How an engine is set up. */
export interface EngineOptions {
  /** Base of all endpoints, e.g. `https://spro.agency/api`. */
  readonly base: string;
  readonly key: string;
  readonly source: FeedSource;
  readonly filters: FeedFilters;
  /** Folder of the database, `null` = keep nothing (the demo feed). */
  readonly dataFolder: string | null;
}

/** What an engine tells besides its `Sink`: for a recorder or a terminal. */
export interface EngineObserver {
  /** Every fold that changed something, at once and before anything is conflated. */
  changed?(changes: Changes, board: Board): void;
  /** Every frame of every feed as it came, before it is decoded: for a recording. */
  frame?(feed: FeedName, data: Buffer, isBinary: boolean): void;
  /** A sentence for the log. */
  notice?(text: string): void;
}

/**
 * The engine: feeds, board, catalogue and publishers with no desktop around them. Runs in a worker thread of the main
 * process, or alone. `start` once; `stop` flushes and leaves nothing behind.
 */
export class Engine {
  readonly board = new Board();
  readonly #fixtures = new Fixtures(this.board.games);
  readonly #options: EngineOptions;
  readonly #sink: Sink;
  readonly #clock = createSystemClock();
  readonly #stores: Stores;
  readonly #rest: Rest;
  readonly #odds: OddsFollower;
  readonly #plays: PlaysFollower;
  readonly #scores: ScoresFollower;
  readonly #playNames: PlayNames;
  readonly #playsBoard: PlaysBoard;
  readonly #catalogue: CatalogueKeeper;
  readonly #screens: ScreenPublishers;
  #stopStats: () => void = () => undefined;
  #stopNoticing: () => void = () => undefined;
  #lastStats: EngineStats | undefined;

  constructor(options: EngineOptions, sink: Sink, observer: EngineObserver = {}) {
    this.#options = options;
    this.#sink = sink;
    const clock = this.#clock;
    this.#stores = openStores(options.dataFolder, clock.moment(), (text) => observer.notice?.(text));
    const connection = {
      budgets: this.#stores.budgets,
      clock,
      chance: Math.random,
      status: (status: FeedStatus) => this.#feedStatus(status),
    };
    const socket = (feed: FeedName) => ({
      ...options,
      tap: (data: Buffer, isBinary: boolean) => observer.frame?.(feed, data, isBinary),
    });

    this.#rest = createProviderRest({ ...options, clock, budgets: this.#stores.budgets });
    this.#catalogue = new CatalogueKeeper({
      rest: this.#rest,
      store: this.#stores.catalogue,
      clock,
      changed: (catalogue) => sink.catalogue(catalogue),
    });
    this.#odds = new OddsFollower({
      ...connection,
      feed: createOddsFeed(socket('odds')),
      board: this.board,
      filters: options.filters,
      changed: (changes) => {
        this.#fixtures.note(changes);
        this.#screens.note(changes);
        observer.changed?.(changes, this.board);
      },
      filtersChanged: () => this.#filtersChanged(),
    });
    this.#screens = new ScreenPublishers({
      board: this.board,
      fixtures: this.#fixtures,
      clock,
      isLive: () => this.#odds.isLive,
      send: (windowId, batch) => sink.batch(windowId, batch),
    });
    this.#playNames = new PlayNames({
      rest: this.#rest,
      clock,
      sportOf: (game) => this.#gameOf(game)?.sport ?? '',
      changed: () => this.#playsBoard.followAgain(),
    });
    this.#playsBoard = new PlaysBoard({
      names: this.#playNames,
      clock,
      send: (news) => sink.plays(news),
      teams: (game) => this.#teamsOf(game),
    });
    const games = {
      ...connection,
      isKeyGood: () => this.#odds.isKeyGood,
      support: this.#playsBoard.noteSupport.bind(this.#playsBoard),
      state: this.#playsBoard.noteState.bind(this.#playsBoard),
    };
    this.#plays = new PlaysFollower({
      ...games,
      feed: createPlaysFeed(socket('plays')),
      plays: (entries) => this.#playsBoard.notePlays(entries),
    });
    this.#scores = new ScoresFollower({
      ...games,
      support: () => undefined,
      feed: createScoresFeed(socket('scores')),
      settled: () => undefined,
    });
    this.#playsBoard.add(this.#plays);
    this.#playsBoard.add(this.#scores);
  }

  start(): void {
    this.#stopStats = reportStats({
      ...this.#statsNeeds(),
      report: (stats) => {
        this.#lastStats = stats;
        this.#sink.stats(stats);
      },
    });
    this.#stopNoticing = noticeInterruptions(this.#clock, thisMachine(), (why) => this.reconnect(why));
    this.#odds.start();
  }

  /** Fetches the catalogue in the background from now on; a recorder does without. */
  startCatalogue(): void {
    this.#catalogue.start();
  }

  stop(): void {
    this.#stopStats();
    this.#stopNoticing();
    this.#screens.closeAll();
    this.#playsBoard.stop();
    this.#plays.stop();
    this.#scores.stop();
    this.#catalogue.stop();
    this.#rest.stop();
    this.#odds.stop();
    this.#stores.close();
  }

  /** State of the feeds and the newest counters. */
  status(): StatusReport {
    return {
      source: this.#options.source,
      feeds: this.#feeds(),
      stats: this.#lastStats ?? statsOf(this.#statsNeeds(), 0),
    };
  }

  leagues(): LeagueEntry[] {
    return listLeagues(this.board, this.#fixtures);
  }

  /** Lets a window look at a league and market; answers with the full batch. */
  openScreen(windowId: number, query: ScreenQuery): ScreenBatch {
    return this.#screens.open(windowId, query);
  }

  painted(windowId: number, generation: number, number: number): void {
    this.#screens.painted(windowId, generation, number);
  }

  setHidden(windowId: number, isHidden: boolean): void {
    this.#screens.setHidden(windowId, isHidden);
  }

  /** The window is gone: nothing is sent or followed for it any more. */
  closeWindow(windowId: number): void {
    this.#screens.close(windowId);
    this.#playsBoard.follow(windowId, []);
  }

  closeScreen(windowId: number): void {
    this.#screens.close(windowId);
  }

  /** Connects anew, e.g. after the machine slept. `why`: a sentence for the status bar. */
  reconnect(why: string): void {
    this.#odds.reconnect(why);
    this.#plays.reconnect(why);
    this.#scores.reconnect(why);
  }

  filters(): FilterState {
    const answer = this.#odds.filterAnswer;
    const filters = this.#odds.filters;
    return {
      filters,
      answer,
      unknown: answer === 'heard' ? [] : unknownNames(filters, this.#catalogue.catalogue),
    };
  }

  changeFilters(filters: FeedFilters): FilterState {
    this.#odds.changeFilters(filters);
    return this.filters();
  }

  catalogue(): Catalogue {
    return this.#catalogue.catalogue;
  }

  refreshCatalogue(): void {
    void this.#catalogue.refresh();
  }

  markets(query: MarketsQuery): Promise<Aged<readonly string[]>> {
    return this.#catalogue.markets(query);
  }

  /** The parlays that a sportsbook posts, with today's prices of their legs. */
  async parlays(sportsbook: string): Promise<RestOutcome<ParlayView[]>> {
    const offers = await this.#rest.parlays(sportsbook);
    return offers.ok
      ? { ok: true, value: priceParlays(this.board, sportsbook, offers.value, this.#odds.isLive) }
      : offers;
  }

  followPlays(windowId: number, games: readonly string[]): PlaysNews {
    return this.#playsBoard.follow(windowId, games);
  }

  playsOf(game: string): PlayView[] {
    return this.#plays.plays(this.#playNames.toFeed(game)).map((entry) => this.#playsBoard.view(entry));
  }

  diagnostics(): Diagnostics {
    const { feeds, stats } = this.status();
    return {
      feeds,
      stats,
      refusals: viewRefusals([
        ['odds', this.#odds.counters],
        ['plays', this.#plays.counters],
        ['scores', this.#scores.counters],
      ]),
      budgets: viewBudgets(this.#stores.budgets, this.#clock, this.#rest.waiting),
    };
  }

  /** Feeds that somebody wants; one that nobody wants is nobody's concern. */
  #feeds(): FeedStatus[] {
    const extras = [this.#plays, this.#scores].filter((follower) => follower.isRunning);
    return [this.#odds.status, ...extras.map((follower) => follower.status)];
  }

  #feedStatus(status: FeedStatus): void {
    if (status.feed === 'odds') this.#screens.noteLive();
    this.#sink.status(status);
  }

  #filtersChanged(): void {
    const state = this.filters();
    if (state.answer === 'silent') this.#odds.explain(silenceWords(state.unknown));
    this.#sink.filters(state);
  }

  #teamsOf(label: string): { home: string; away: string } {
    return this.#gameOf(label) ?? { home: label, away: '' };
  }

  #gameOf(label: string): Game | undefined {
    const number = this.board.games.find(label);
    return number === undefined ? undefined : this.board.games.at(number);
  }

  #statsNeeds() {
    return {
      clock: this.#clock,
      board: this.board,
      counters: this.#odds.counters,
      rssBytes: () => process.memoryUsage.rss(),
    };
  }
}

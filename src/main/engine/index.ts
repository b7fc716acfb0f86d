import type { EngineStats, FeedSource, FeedStatus, StatusReport } from '#contract/feed-status.ts';
import type { FeedFilters } from '#contract/filters.ts';
import type { LeagueEntry, ScreenBatch, ScreenQuery } from '#contract/odds-screen.ts';
import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { openDatabase } from './adapters/cache/open-database.ts';
import { createSqliteBudgets } from './adapters/cache/sqlite-budgets.ts';
import { createOddsFeed } from './adapters/feed/odds-feed.ts';
import { createMemoryBudgets, createSpentBudgets } from './adapters/system/memory-budgets.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import type { Budgets } from './ports/budgets.ts';
import type { Sink } from './ports/sink.ts';
import { OddsFollower } from './usecases/follow-odds.ts';
import { listLeagues } from './usecases/list-leagues.ts';
import { ScreenPublisher } from './usecases/publish-screen.ts';
import { reportStats, statsOf } from './usecases/report-stats.ts';

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
  /** A sentence for the log. */
  notice?(text: string): void;
}

/**
 * The engine: feed, board and publishers with no desktop around them. Runs in a worker thread of the main process,
 * or alone. `start` once; `stop` flushes and leaves nothing behind.
 */
export class Engine {
  readonly board = new Board();
  readonly #options: EngineOptions;
  readonly #sink: Sink;
  readonly #clock = createSystemClock();
  readonly #publishers = new Map<number, ScreenPublisher>();
  readonly #follower: OddsFollower;
  #closeStore: () => void = () => undefined;
  #stopStats: () => void = () => undefined;
  #lastStats: EngineStats | undefined;

  constructor(options: EngineOptions, sink: Sink, observer: EngineObserver = {}) {
    this.#options = options;
    this.#sink = sink;
    this.#follower = new OddsFollower({
      feed: createOddsFeed(options),
      board: this.board,
      budgets: this.#openBudgets(observer),
      clock: this.#clock,
      chance: Math.random,
      filters: options.filters,
      changed: (changes) => {
        for (const publisher of this.#publishers.values()) publisher.note(changes);
        observer.changed?.(changes, this.board);
      },
      filtersChanged: () => undefined,
      status: (status) => this.#feedStatus(status),
    });
  }

  start(): void {
    this.#stopStats = reportStats({
      ...this.#statsNeeds(),
      report: (stats) => {
        this.#lastStats = stats;
        this.#sink.stats(stats);
      },
    });
    this.#follower.start();
  }

  stop(): void {
    this.#stopStats();
    for (const windowId of [...this.#publishers.keys()]) this.closeScreen(windowId);
    this.#follower.stop();
    this.#closeStore();
  }

  /** State of the feeds and the newest counters. */
  status(): StatusReport {
    return {
      source: this.#options.source,
      feeds: [this.#follower.status],
      stats: this.#lastStats ?? statsOf(this.#statsNeeds(), 0),
    };
  }

  leagues(): LeagueEntry[] {
    return listLeagues(this.board);
  }

  /** Lets a window look at a league and market; answers with the full batch. */
  openScreen(windowId: number, query: ScreenQuery): ScreenBatch {
    let publisher = this.#publishers.get(windowId);
    if (publisher === undefined) {
      publisher = new ScreenPublisher({
        board: this.board,
        clock: this.#clock,
        isLive: () => this.#follower.isLive,
        send: (batch) => this.#sink.batch(windowId, batch),
      });
      this.#publishers.set(windowId, publisher);
    }
    return publisher.open(query);
  }

  painted(windowId: number, generation: number, number: number): void {
    this.#publishers.get(windowId)?.painted(generation, number);
  }

  setHidden(windowId: number, isHidden: boolean): void {
    this.#publishers.get(windowId)?.setHidden(isHidden);
  }

  closeScreen(windowId: number): void {
    this.#publishers.get(windowId)?.close();
    this.#publishers.delete(windowId);
  }

  /** Connects anew, e.g. after the machine slept. `why`: a sentence for the status bar. */
  reconnect(why: string): void {
    this.#follower.reconnect(why);
  }

  #feedStatus(status: FeedStatus): void {
    for (const publisher of this.#publishers.values()) publisher.noteLive();
    this.#sink.status(status);
  }

  #statsNeeds() {
    return {
      clock: this.#clock,
      board: this.board,
      counters: this.#follower.counters,
      rssBytes: () => process.memoryUsage.rss(),
    };
  }

  #openBudgets(observer: EngineObserver): Budgets {
    if (this.#options.dataFolder === null) return createMemoryBudgets();
    try {
      const database = openDatabase(this.#options.dataFolder);
      this.#closeStore = () => database.close();
      return createSqliteBudgets(database, this.#clock.moment());
    } catch (error) {
      observer.notice?.(
        `The database could not be opened: ${error instanceof Error ? error.message : String(error)}`,
      );
      return createSpentBudgets(this.#clock.moment());
    }
  }
}

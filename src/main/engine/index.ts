import type { Diagnostics } from '#contract/diagnostics.ts';
import type { EngineStats, FeedName, FeedSource, StatusReport } from '#contract/feed-status.ts';
import type { FeedFilters } from '#contract/filters.ts';
import type { OpenersQuery } from '#contract/history.ts';
import type { ParlayView } from '#contract/parlays.ts';
import type { PlayView } from '#contract/plays.ts';
import type { WatchedCourse } from '#contract/watchlists.ts';
import type { RulesFile } from '#domain/alert/rule/read-rules.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { Opener } from '#domain/history/opener.ts';
import type { RetentionLimits } from '#domain/history/retention.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import { tunnelThrough } from './adapters/proxy.ts';
import { createProviderRest } from './adapters/rest/provider-rest.ts';
import { openStores, type Stores } from './adapters/stores.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { thisMachine } from './adapters/system/this-machine.ts';
import { watchThreadLoad } from './adapters/system/thread-load.ts';
import { AlertsPart } from './parts/alerts-part.ts';
import { CataloguePart } from './parts/catalogue-part.ts';
import { DryRunPart } from './parts/dry-run-part.ts';
import { ExportPart } from './parts/export-part.ts';
import { GamesPart } from './parts/games-part.ts';
import { HistoryPart } from './parts/history-part.ts';
import { LedgerPart } from './parts/ledger-part.ts';
import { OddsPart } from './parts/odds-part.ts';
import { RecordingsPart } from './parts/recordings-part.ts';
import { WatchlistsPart } from './parts/watchlists-part.ts';
import type { Rest, RestOutcome } from './ports/rest.ts';
import type { Sink } from './ports/sink.ts';
import type { ThreadFiles } from './threads.ts';
import { noticeInterruptions } from './usecases/connection/notice-interruptions.ts';
import { viewBudgets, viewRefusals } from './usecases/diagnostics/diagnose.ts';
import { reportStats, statsOf } from './usecases/diagnostics/report-stats.ts';

/** How an engine is set up. */
export interface EngineOptions {
  /** Base of all endpoints, e.g. `https://spro.agency/api`. */
  readonly base: string;
  readonly key: string;
  readonly source: FeedSource;
  readonly filters: FeedFilters;
  /** Address of an HTTP proxy for sockets and GETs, e.g. `http://10.0.0.1:3128`; left out or empty = none. */
  readonly proxy?: string;
  /** Stakes that rules tell which have none of their own; left out or `null` = none. */
  readonly stakePlan?: StakePlan | null;
  /** Sportsbooks that steam counts once, besides those that are known and a rule's own; left out = none. */
  readonly sharedSources?: readonly (readonly string[])[];
  /** How long the history is kept; left out = for ever. */
  readonly retention?: RetentionLimits;
  /** Folder of the database, `null` = keep nothing (the demo feed). */
  readonly dataFolder: string | null;
  /** Rules that replace the kept ones. */
  readonly rules?: RulesFile | null;
  /** Parses every frame, even those that could be understood by their bytes alone: to rule that out as a cause. */
  readonly parsesEveryFrame?: boolean;
}

/** What an engine tells besides its `Sink`: for a recorder or a terminal. */
export interface EngineObserver {
  /** Every fold that changed something, at once and before anything is conflated. */
  changed?(changes: Changes, board: Board): void;
  /** Every frame of every feed as it came, before it is decoded: for a recording. */
  frame?(feed: FeedName, data: Buffer, isBinary: boolean): void;
  /** A socket has opened: the frames that follow on this feed come over a new connection. */
  connected?(feed: FeedName): void;
  /** A sentence for the log. */
  notice?(text: string): void;
}

/**
 * The engine: feeds, board, catalogue and publishers with no desktop around them. Runs in a worker thread of the main
 * process, or alone. `start` once; `stop` flushes and leaves nothing behind. Each part does its own work; what stands
 * here is what concerns several of them.
 */
export class Engine {
  readonly catalogue: CataloguePart;
  readonly odds: OddsPart;
  readonly games: GamesPart;
  readonly history: HistoryPart;
  readonly ledger: LedgerPart;
  readonly watchlists: WatchlistsPart;
  readonly exports: ExportPart;
  readonly recordings: RecordingsPart;
  readonly alerts: AlertsPart;
  readonly dryRuns: DryRunPart;
  readonly #source: FeedSource;
  readonly #rulesFile: RulesFile | null;
  readonly #sink: Sink;
  readonly #clock = createSystemClock();
  readonly #stores: Stores;
  readonly #rest: Rest;
  readonly #load = watchThreadLoad();
  #stopStats: () => void = () => undefined;
  #stopNoticing: () => void = () => undefined;
  #lastStats: EngineStats | undefined;

  /** `threads`: the files of its threads, see `threadFiles`. */
  constructor(options: EngineOptions, threads: ThreadFiles, sink: Sink, observer: EngineObserver = {}) {
    this.#source = options.source;
    this.#rulesFile = options.rules ?? null;
    this.#sink = sink;
    const clock = this.#clock;
    this.#stores = openStores(options.dataFolder, threads, clock, (text) => observer.notice?.(text));
    const tunnel = tunnelThrough(options.proxy ?? '');
    this.#rest = createProviderRest({ ...options, clock, budgets: this.#stores.budgets, tunnel });
    const context = {
      options,
      sink,
      observer,
      clock,
      stores: this.#stores,
      rest: this.#rest,
      threads,
      tunnel,
    };
    this.catalogue = new CataloguePart(context);
    this.odds = new OddsPart(context, this.catalogue);
    this.games = new GamesPart(context, this.odds, (entries) => this.history.notePlays(entries));
    this.history = new HistoryPart(context, this.odds);
    this.ledger = new LedgerPart(context, this.odds, this.history);
    this.watchlists = new WatchlistsPart(context, this.odds);
    this.exports = new ExportPart(context);
    this.recordings = new RecordingsPart(context);
    this.alerts = new AlertsPart(context, this.odds, this.games, this.watchlists);
    this.dryRuns = new DryRunPart(context, this.alerts);
  }

  /** Every price as it stands now. */
  get board(): Board {
    return this.odds.board;
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
    this.ledger.start();
    this.alerts.start(this.#rulesFile);
    this.odds.follower.start();
  }

  /** Resolves when all that was seen is on disk. */
  async stop(): Promise<void> {
    this.#stopStats();
    this.#stopNoticing();
    this.#load.stop();
    this.ledger.stop();
    this.alerts.stop();
    this.dryRuns.cancel();
    this.games.stop();
    this.watchlists.stop();
    this.catalogue.stop();
    this.odds.stop();
    await Promise.all([this.history.stop(), this.exports.stop()]);
    this.#stores.close();
  }

  /** State of the feeds and the newest counters. */
  status(): StatusReport {
    return {
      source: this.#source,
      engine: 'running',
      feeds: [this.odds.follower.status, ...this.games.feeds],
      stats: this.#lastStats ?? statsOf(this.#statsNeeds()),
      storage: this.history.state(),
    };
  }

  /** The window is gone: nothing is sent or followed for it any more. */
  closeWindow(windowId: number): void {
    this.watchlists.close(windowId);
    this.odds.forgetWindow(windowId);
    this.games.follow(windowId, []);
  }

  /** Connects anew, e.g. after the machine slept. `why`: a sentence for the status bar. */
  reconnect(why: string): void {
    this.odds.follower.reconnect(why);
    this.games.reconnect(why);
  }

  /** The parlays that a sportsbook posts, with today's prices of their legs. */
  parlays(sportsbook: string): Promise<RestOutcome<ParlayView[]>> {
    return this.catalogue.parlays(sportsbook, {
      board: this.board,
      fixtures: this.odds.fixtures,
      comparison: this.odds.comparison,
      isLive: () => this.odds.follower.isLive,
    });
  }

  /** The plays of a game, oldest first: of this run, or as an earlier one kept them. */
  playsOf(game: string): PlayView[] | Promise<PlayView[]> {
    const plays = this.games.playsOf(game);
    return plays.length > 0 ? plays : this.games.keptPlaysOf(game, (label) => this.history.playsOf(label));
  }

  /** How the prices of a watchlist's rows went in the last hours: one read for all of them. */
  courses(watchlistId: string): Promise<WatchedCourse[]> {
    return this.history.courses(this.watchlists.selectionsOf(watchlistId));
  }

  /** What a market of some games opened at, under whichever labels of their matches. */
  openers({ market, games }: OpenersQuery): Promise<(Opener | null)[]> {
    return this.history.openers({
      market,
      games: games.map(({ label, sides }) => ({ labels: this.odds.labelsOf(label), sides })),
    });
  }

  diagnostics(): Diagnostics {
    const { feeds, stats, storage } = this.status();
    return {
      feeds,
      stats,
      storage,
      load: this.#load.read(),
      frameBytes: this.odds.follower.counters.frameBytes,
      refusals: viewRefusals([
        ['odds', this.odds.follower.counters],
        ['plays', this.games.plays.counters],
        ['scores', this.games.scores.counters],
      ]),
      budgets: viewBudgets(this.#stores.budgets, this.#clock, this.#rest.waiting),
    };
  }

  #statsNeeds() {
    return {
      clock: this.#clock,
      board: this.board,
      counters: this.odds.follower.counters,
      alerts: () => this.alerts.desk.count,
      pulses: this.odds.follower.pulses,
      rssBytes: () => process.memoryUsage.rss(),
    };
  }
}

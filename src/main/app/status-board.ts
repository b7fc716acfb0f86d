import type {
  EngineLife,
  EngineStats,
  FeedName,
  FeedSource,
  FeedStatus,
  StatusReport,
} from '#contract/feed-status.ts';
import type { StorageState } from '#contract/storage.ts';

/** Feeds stand in the same order whoever spoke last. */
const ORDER: readonly FeedName[] = ['odds', 'plays', 'scores'];

/** The newest status of everything, put together from the engine's news. */
export class StatusBoard {
  readonly #changed: (report: StatusReport) => void;
  #report: StatusReport;

  /** `changed` hears each new report. */
  constructor(source: FeedSource, nowMs: number, changed: (report: StatusReport) => void) {
    this.#changed = changed;
    const feeds = [oddsFeed('connecting', 'Starting.', nowMs)];
    this.#report = { source, engine: 'running', feeds, stats: NO_STATS, storage: NO_STORAGE };
  }

  get report(): StatusReport {
    return this.#report;
  }

  /** Another feed runs from now on: what the one before said counts no more. */
  source(source: FeedSource, nowMs: number): void {
    if (this.#report.source === source) return;
    const feeds = [oddsFeed('connecting', 'Starting.', nowMs)];
    this.#become({ source, feeds, stats: NO_STATS, storage: NO_STORAGE });
  }

  /** The engine is down, or runs again. While it is down no feed is connected; the next one says how it goes. */
  engine(engine: EngineLife, nowMs: number, retryAtMs: number | null): void {
    if (engine === 'running') {
      if (this.#report.engine !== 'running') this.#become({ engine });
      return;
    }
    const [state, detail] = DOWN[engine];
    const stats = { ...this.#report.stats, framesPerSecond: 0, changesPerSecond: 0 };
    this.#become({ engine, feeds: [oddsFeed(state, detail, nowMs, retryAtMs)], stats });
  }

  /** Takes a feed's new status in. */
  feed(status: FeedStatus): void {
    const newest = [...this.#report.feeds.filter((each) => each.feed !== status.feed), status];
    const feeds = newest.sort((left, right) => ORDER.indexOf(left.feed) - ORDER.indexOf(right.feed));
    this.#become({ feeds });
  }

  /** Takes the history's state in. */
  storage(storage: StorageState): void {
    this.#become({ storage });
  }

  /** Takes new counters in. */
  stats(stats: EngineStats): void {
    this.#become({ stats });
  }

  #become(part: Partial<StatusReport>): void {
    this.#report = { ...this.#report, ...part };
    this.#changed(this.#report);
  }
}

const DOWN = {
  restarting: ['stale', 'The price engine ended unexpectedly and is begun again.'],
  resting: ['offline', 'The price engine ended several times within ten minutes.'],
} as const;

function oddsFeed(
  state: FeedStatus['state'],
  detail: string,
  sinceMs: number,
  retryAtMs: number | null = null,
): FeedStatus {
  return { feed: 'odds', state, detail, sinceMs, retryAtMs };
}

const NO_STORAGE: StorageState = {
  condition: 'ok',
  detail: '',
  sinceMs: 0,
  written: 0,
  waiting: 0,
  leftOut: 0,
  bytes: 0,
};

const NO_STATS: EngineStats = {
  frames: 0,
  framesPerSecond: 0,
  refusedFrames: 0,
  changes: 0,
  changesPerSecond: 0,
  selections: 0,
  sportsbooks: 0,
  games: 0,
  listings: 0,
  alerts: 0,
  rssBytes: 0,
  lastFrameAtMs: null,
  pulses: [],
};

/** One line about the feed, for a terminal: state, sportsbooks, games, prices, changes a second, alerts. */
export function statusLine({ source, feeds, stats }: StatusReport): string {
  const feed = source === 'demo' ? 'DEMO FEED' : 'provider';
  const state = feeds.find((each) => each.feed === 'odds')?.state ?? 'connecting';
  const counts = [
    `${stats.sportsbooks} books`,
    `${stats.games} games`,
    `${stats.selections} prices`,
    `${stats.changesPerSecond} changes/s`,
    `${stats.alerts} alerts`,
  ];
  return `${feed} ${state} | ${counts.join(' | ')}`;
}

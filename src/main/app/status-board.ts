import type { EngineStats, FeedName, FeedSource, FeedStatus, StatusReport } from '#contract/feed-status.ts';
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
    const starting: FeedStatus = {
      feed: 'odds',
      state: 'connecting',
      detail: 'Starting.',
      sinceMs: nowMs,
      retryAtMs: null,
    };
    this.#report = { source, feeds: [starting], stats: NO_STATS, storage: NO_STORAGE };
  }

  get report(): StatusReport {
    return this.#report;
  }

  /** Another feed runs from now on: what the one before said counts no more. */
  source(source: FeedSource): void {
    if (this.#report.source !== source) this.#become({ source, stats: NO_STATS, storage: NO_STORAGE });
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

import type { EngineStats, StatusReport } from '#contract/feed-status.ts';

const STATS: EngineStats = {
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
  rssBytes: 180 * 2 ** 20,
  lastFrameAtMs: null,
  pulses: [],
};

/** A status report; what is left out is a demo feed that is live, with counters at zero. */
export function makeStatus(
  part: Partial<Omit<StatusReport, 'stats'>> = {},
  stats: Partial<EngineStats> = {},
): StatusReport {
  return {
    source: 'demo',
    engine: 'running',
    feeds: [{ feed: 'odds', state: 'live', detail: 'Prices are current.', sinceMs: 0, retryAtMs: null }],
    storage: {
      condition: 'ok',
      detail: '',
      sinceMs: 0,
      written: 0,
      waiting: 0,
      leftOut: 0,
      bytes: 0,
    },
    ...part,
    stats: { ...STATS, ...stats },
  };
}

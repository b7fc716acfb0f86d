import { expect, it } from 'vitest';
import type { FeedStatus, StatusReport } from '#contract/feed-status.ts';
import { StatusBoard } from './status-board.ts';

const live = (feed: FeedStatus['feed']): FeedStatus => ({
  feed,
  state: 'live',
  detail: 'Prices are current.',
  sinceMs: 5,
  retryAtMs: null,
});

it('tells each change whoever makes it, and of another feed what the one before did not say', () => {
  const told: StatusReport[] = [];
  const status = new StatusBoard('demo', 1, (report) => told.push(report));
  status.feed(live('scores'));
  status.feed(live('odds'));
  expect(told.at(-1)?.feeds.map(({ feed, state }) => `${feed} ${state}`)).toEqual([
    'odds live',
    'scores live',
  ]);
  status.stats({ ...status.report.stats, frames: 7 });
  status.storage({ ...status.report.storage, written: 9 });
  expect(told).toHaveLength(4);
  expect(told.at(-1)).toBe(status.report);
  expect(told.at(-1)).toMatchObject({ stats: { frames: 7 }, storage: { written: 9 } });

  status.source('demo', 2);
  expect(told).toHaveLength(4);
  status.source('provider', 3);
  expect(told.at(-1)).toMatchObject({
    source: 'provider',
    feeds: [{ feed: 'odds', state: 'connecting', sinceMs: 3 }],
    stats: { frames: 0 },
    storage: { written: 0 },
  });
});

it('has no feed but odds that are stale while the engine is begun again, and offline while it rests', () => {
  const told: StatusReport[] = [];
  const status = new StatusBoard('demo', 1, (report) => told.push(report));
  status.feed(live('scores'));
  status.engine('running', 2, null);
  expect(told).toHaveLength(1);
  status.engine('restarting', 3, 503);
  expect(told.at(-1)).toMatchObject({
    engine: 'restarting',
    feeds: [{ feed: 'odds', state: 'stale', sinceMs: 3, retryAtMs: 503 }],
  });
  status.engine('resting', 4, 600_000);
  expect(told.at(-1)).toMatchObject({ engine: 'resting', feeds: [{ state: 'offline', retryAtMs: 600_000 }] });
  status.feed(live('odds'));
  status.engine('running', 5, null);
  expect(told.at(-1)).toMatchObject({ engine: 'running', feeds: [{ feed: 'odds', state: 'live' }] });
});

import { expect, it } from 'vitest';
import type { EngineStats } from '#contract/feed-status.ts';
import { Board } from '#domain/board/board.ts';
import { Pulses } from '#domain/board/pulse.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { reportStats } from './report-stats.ts';

it('tells once a second how much came in it', () => {
  const clock = new ManualClock();
  const counters = {
    frames: 0,
    frameBytes: 0,
    changes: 0,
    lastFrameAtMs: null,
    refused: new Map(),
    samples: new Map(),
  };
  const told: EngineStats[] = [];
  const needs = { clock, board: new Board(), pulses: new Pulses(), rssBytes: () => 0, alerts: () => 0 };
  const stop = reportStats({ ...needs, counters, report: (stats) => told.push(stats) });
  Object.assign(counters, { frames: 50, changes: 7 });
  clock.pass(1_000);
  clock.pass(1_000);
  Object.assign(counters, { frames: 60, changes: 9 });
  clock.pass(1_000);
  stop();
  expect(told.map(({ framesPerSecond, changesPerSecond }) => [framesPerSecond, changesPerSecond])).toEqual([
    [50, 7],
    [0, 0],
    [10, 2],
  ]);
  expect(told.at(-1)).toMatchObject({ frames: 60, changes: 9 });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineLife } from '#contract/feed-status.ts';
import { EngineRevival } from './revive-engine.ts';

describe('an engine that ends by itself', () => {
  let told: EngineLife[];
  let said: string[];
  let starts: number;
  let fails: boolean;
  let revival: EngineRevival;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    [told, said, starts, fails] = [[], [], 0, false];
    revival = new EngineRevival({
      say: (text) => said.push(text),
      told: (life) => told.push(life),
      async start() {
        starts += 1;
        if (fails) throw new Error('no thread');
        revival.runs();
      },
    });
  });
  afterEach(() => vi.useRealTimers());

  /** Lets it end again and again, each time as soon as it runs. */
  const endFor = async (ms: number) => {
    for (let atMs = 0; atMs < ms; atMs += 500) {
      if (told.at(-1) === 'running') revival.ended('thrown on purpose');
      await vi.advanceTimersByTimeAsync(500);
    }
  };

  it('is begun again soon, and its end is in the log', async () => {
    revival.ended('Error: thrown on purpose');
    expect(told).toEqual(['restarting']);
    expect(said[0]).toContain('Error: thrown on purpose');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['restarting', 'running']);
  });

  it('is begun three times within ten minutes, then rests, and is begun again when they are over', async () => {
    revival.ended('thrown on purpose');
    await endFor(60_000);
    expect([starts, told.at(-1)]).toEqual([3, 'resting']);
    await endFor(530_000);
    expect(starts).toBe(3);
    await endFor(20_000);
    expect(starts).toBeGreaterThan(3);
    await endFor(7_200_000);
    expect(starts).toBeLessThanOrEqual(3 * 14);
  });

  it('that rests is begun at once when somebody asks, and only then', async () => {
    revival.beginNow();
    expect(starts).toBe(0);
    revival.ended('thrown on purpose');
    await endFor(60_000);
    revival.beginNow();
    expect(starts).toBe(4);
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toBe('running');
    revival.beginNow();
    expect(starts).toBe(4);
  });

  it('counts a start that fails as an end', async () => {
    fails = true;
    revival.ended('thrown on purpose');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([starts, told.at(-1)]).toEqual([3, 'resting']);
    expect(said.at(-1)).toContain('no thread');
  });

  it('is not waited for when somebody else has started it, nor begun after the stop', async () => {
    revival.ended('thrown on purpose');
    revival.runs();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(starts).toBe(0);
    revival.ended('thrown on purpose');
    revival.stop();
    revival.ended('thrown on purpose');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(starts).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

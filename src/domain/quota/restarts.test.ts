import { describe, expect, it } from 'vitest';
import { MOST_RESTARTS, RESTARTS_WITHIN_MS, Restarts } from './restarts.ts';

describe('restarts', () => {
  it('come soon, then later, then rest until the first of them is ten minutes old', () => {
    const restarts = new Restarts();
    const waits = [0, 1_000, 5_000].map((endedAtMs) => {
      const waitMs = restarts.waitMs(endedAtMs);
      restarts.note(endedAtMs + waitMs);
      return waitMs;
    });
    expect(waits).toEqual([500, 3_000, 15_000]);
    expect(restarts.areSpent(30_000)).toBe(true);
    expect(restarts.waitMs(30_000)).toBe(500 + RESTARTS_WITHIN_MS - 30_000);
    expect(restarts.areSpent(500 + RESTARTS_WITHIN_MS)).toBe(false);
  });

  it('are never more than three within ten minutes, whenever it ends again', () => {
    const restarts = new Restarts();
    const begun: number[] = [];
    for (let nowMs = 0; nowMs < 6 * RESTARTS_WITHIN_MS; ) {
      nowMs += restarts.waitMs(nowMs);
      restarts.note(nowMs);
      begun.push(nowMs);
      nowMs += (begun.length * 7_919) % 40_000;
    }
    expect(begun.length).toBeGreaterThan(12);
    for (const [at, atMs] of begun.entries())
      expect(atMs - (begun[at - MOST_RESTARTS] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
        RESTARTS_WITHIN_MS,
      );
  });

  it('begin from nothing when somebody asked for one', () => {
    const restarts = new Restarts();
    for (const atMs of [1, 2, 3]) restarts.note(atMs);
    expect(restarts.areSpent(4)).toBe(true);
    restarts.forget();
    expect(restarts.waitMs(4)).toBe(500);
  });
});

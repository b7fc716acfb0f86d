import { describe, expect, it, vi } from 'vitest';
import { secondClock } from './clock.ts';
import { ManualScheduler } from './manual-scheduler.ts';

describe('secondClock', () => {
  it('ticks once a second for all listeners together, and only while there are any', () => {
    const scheduler = new ManualScheduler(0);
    const clock = secondClock(scheduler);
    expect(scheduler.waiting).toBe(0);
    const first = vi.fn();
    const stopFirst = clock.subscribe(first);
    const stopSecond = clock.subscribe(() => undefined);
    expect(scheduler.waiting).toBe(1);
    scheduler.advance(3500);
    expect(first).toHaveBeenCalledTimes(3);
    expect(clock.read()).toBe(3000);
    stopFirst();
    stopFirst();
    expect(scheduler.waiting).toBe(1);
    stopSecond();
    expect(scheduler.waiting).toBe(0);
  });
});

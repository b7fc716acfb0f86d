import { describe, expect, it } from 'vitest';
import { Pulses, pulseState } from './pulse.ts';

describe('Pulses', () => {
  it('learns the usual gap of each sportsbook; a burst is one message', () => {
    const pulses = new Pulses();
    for (let atMs = 0; atMs <= 20_000; atMs += 2_000) {
      pulses.note('circa', atMs);
      pulses.note('circa', atMs + 5);
    }
    pulses.note('pinnacle', 7);
    expect(pulses.all()).toEqual([
      { sportsbook: 'circa', heardAtMs: 20_005, usualGapMs: 1_995 },
      { sportsbook: 'pinnacle', heardAtMs: 7, usualGapMs: 0 },
    ]);
  });

  it('takes a clock that was turned back for no gap, and forgets all on a new connection', () => {
    const pulses = new Pulses();
    pulses.note('circa', 90_000);
    pulses.note('circa', 10);
    expect(pulses.all()).toEqual([{ sportsbook: 'circa', heardAtMs: 10, usualGapMs: 0 }]);
    pulses.clear();
    expect(pulses.all()).toEqual([]);
  });
});

describe('pulseState', () => {
  it.each([
    [0, 10_000, 'fresh'],
    [0, 10_001, 'slow'],
    [0, 45_001, 'late'],
    [30_000, 120_000, 'fresh'],
    [30_000, 120_001, 'slow'],
    [30_000, 360_001, 'late'],
  ] as const)('a usual gap of %i ms and %i ms of silence is %s', (usualGapMs, silentMs, state) => {
    expect(pulseState({ sportsbook: 'a', heardAtMs: 1_000, usualGapMs }, 1_000 + silentMs)).toBe(state);
  });
});

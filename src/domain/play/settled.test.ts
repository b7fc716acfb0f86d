import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Settled } from './settled.ts';

describe('Settled', () => {
  it('counts a value once it has stood for the time', () => {
    const score = new Settled<string>(3000);
    expect(score.dueInMs(0)).toBeNull();
    score.note('0-0', 0);
    expect(score.at(2999)).toBeUndefined();
    expect(score.dueInMs(1000)).toBe(2000);
    expect(score.at(3000)).toBe('0-0');
    expect(score.dueInMs(3000)).toBeNull();
  });

  it('does not see a value that is taken back', () => {
    const score = new Settled<string>(3000);
    score.note('0-0', 0);
    score.note('1-0', 10_000);
    score.note('0-0', 11_000);
    expect(score.dueInMs(11_000)).toBeNull();
    for (let ms = 10_000; ms < 20_000; ms += 250) expect(score.at(ms)).toBe('0-0');
  });

  it('is not put off by a value that is only repeated, or equal by the given measure', () => {
    const score = new Settled<{ home: number }>(3000, (left, right) => left.home === right.home);
    for (let ms = 0; ms <= 3000; ms += 500) score.note({ home: 1 }, ms);
    expect(score.at(3000)).toEqual({ home: 1 });
  });

  it('answers only values that stood for the whole time', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5000 })));
    fc.assert(
      fc.property(steps, (notes) => {
        const score = new Settled<number>(3000);
        let nowMs = 0;
        let stated: { value: number; sinceMs: number } | undefined;
        let oracle: number | undefined;
        for (const [value, afterMs] of notes) {
          nowMs += afterMs;
          if (stated !== undefined && nowMs - stated.sinceMs >= 3000) oracle = stated.value;
          score.note(value, nowMs);
          if (stated?.value !== value) stated = { value, sinceMs: nowMs };
          expect(score.at(nowMs)).toBe(oracle);
        }
      }),
    );
  });
});

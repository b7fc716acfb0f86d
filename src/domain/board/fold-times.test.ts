import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FoldTimes } from './fold-times.ts';

it('a fold is since a time exactly if its own time is that or later', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: -5, max: 900 }), (all, sinceMs) => {
      const times = new FoldTimes();
      let atMs = 0;
      for (const [at, gap] of all.entries()) {
        atMs += gap;
        times.note(at + 1, atMs);
      }
      for (let fold = 1; fold <= all.length; fold += 1)
        expect(fold >= times.since(sinceMs)).toBe(times.at(fold)! >= sinceMs);
    }),
  );
});

it('nothing is since any time before the first fold', () => {
  expect(new FoldTimes().since(0)).toBe(Number.POSITIVE_INFINITY);
});

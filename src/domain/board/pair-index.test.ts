import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairIndex } from './pair-index.ts';

it('equals a Map through any order of additions and removals, growth included', () => {
  const step = fc.tuple(fc.boolean(), fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 1500 }), (steps) => {
      const index = new PairIndex();
      const model = new Map<string, number>();
      for (const [at, [isAddition, left, right]] of steps.entries()) {
        const pair = `${left},${right}`;
        if (isAddition && !model.has(pair)) {
          index.add(left, right, at);
          model.set(pair, at);
        } else if (!isAddition) {
          index.remove(left, right);
          model.delete(pair);
        }
      }
      expect(index.size).toBe(model.size);
      for (let left = 0; left <= 40; left += 1) {
        for (let right = 0; right <= 40; right += 1) {
          expect(index.get(left, right)).toBe(model.get(`${left},${right}`) ?? -1);
        }
      }
    }),
    { numRuns: 50 },
  );
});

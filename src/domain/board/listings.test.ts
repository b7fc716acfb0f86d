import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Listings } from './listings.ts';

it('finds listings like a Map through any order of additions and removals, growth included', () => {
  const step = fc.tuple(fc.boolean(), fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 1500 }), (steps) => {
      const listings = new Listings();
      const model = new Map<string, number>();
      for (const [isAddition, left, right] of steps) {
        const pair = `${left},${right}`;
        if (isAddition && !model.has(pair)) {
          model.set(pair, listings.add(left, right, 0));
        } else if (!isAddition && model.has(pair)) {
          listings.remove(model.get(pair)!);
          model.delete(pair);
        } else if (!isAddition) listings.recycle();
      }
      expect(listings.size).toBe(model.size);
      for (let left = 0; left <= 40; left += 1) {
        for (let right = 0; right <= 40; right += 1) {
          expect(listings.find(left, right)).toBe(model.get(`${left},${right}`) ?? -1);
        }
      }
    }),
    { numRuns: 50 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { root } from './root.ts';

it('finds where a function passes 0, as halving does', () => {
  const shares = fc.array(fc.double({ min: 0.005, max: 0.95, noNaN: true }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(shares, (implied) => {
      const rising = (k: number) => 1 - implied.reduce((sum, each) => sum + each ** k, 0);
      let [low, high] = [0.05, 20];
      for (let step = 0; step < 60; step += 1) {
        const middle = (low + high) / 2;
        if (rising(middle) < 0) low = middle;
        else high = middle;
      }
      expect(Math.abs(root(0.05, 20, rising) - low)).toBeLessThan(1e-12);
    }),
  );
});

it('answers the nearer end where the function does not pass 0', () => {
  expect(root(0, 1, (at) => at + 1)).toBe(0);
  expect(root(0, 1, (at) => at - 2)).toBe(1);
});

it('takes an end at which the function is 0', () => {
  expect(root(0, 1, (at) => at)).toBeCloseTo(0, 12);
  expect(root(0, 1, (at) => at - 1)).toBeCloseTo(1, 12);
});

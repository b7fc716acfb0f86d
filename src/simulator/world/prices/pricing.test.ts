import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { americanFor, normalBelow, withHold } from './pricing.ts';

const chance = fc.double({ min: 0.006, max: 0.994, noNaN: true });
const ladder = fc.constantFrom('cents' as const, 'fives' as const);

describe('americanFor', () => {
  it.each([
    [0.5, 'cents', 100],
    [0.5238095, 'cents', -110],
    [0.4, 'cents', 150],
    [0.526, 'fives', -115],
    [0.487, 'fives', 105],
    [0.5001, 'fives', -105],
  ] as const)('%f on %s is %i', (implied, on, price) => {
    expect(americanFor(implied, on)).toBe(price);
  });

  it('never gives the player more than the probability allows, nor a price between -100 and +100', () => {
    fc.assert(
      fc.property(chance, ladder, (implied, on) => {
        const price = americanFor(implied, on);
        const back = price > 0 ? 100 / (price + 100) : -price / (-price + 100);
        return (price >= 100 || price < -100) && back >= implied - 1e-9 && back - implied < 0.013;
      }),
    );
  });
});

describe('withHold', () => {
  it('adds up to one and the hold', () => {
    fc.assert(
      fc.property(chance, fc.double({ min: 0.02, max: 0.06, noNaN: true }), (fair, hold) => {
        const sum = withHold(fair, 2, hold) + withHold(1 - fair, 2, hold);
        return Math.abs(sum - 1 - hold) < 1e-9;
      }),
    );
  });
});

describe('normalBelow', () => {
  it.each([
    [0, 0.5],
    [1, 0.841345],
    [-1.96, 0.024998],
    [3, 0.99865],
  ])('of %f is %f', (z, share) => {
    expect(normalBelow(z)).toBeCloseTo(share, 5);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AmericanOdds, americanOdds } from '../american.ts';
import { fromDecimal, impliedProbability, toDecimal } from '../convert.ts';
import { moved } from '../price-move.ts';
import { balancedStakes, sureReturnPct } from './arbitrage.ts';
import { DEVIG_METHODS, type DevigMethod, fairProbabilities } from './devig.ts';
import { probitOf } from './normal.ts';
import { kellyFraction, stakeOf, totalStakeOf } from './stake.ts';
import { blended, expectedValuePct } from './value.ts';

const price = fc
  .oneof(fc.integer({ min: 100, max: 5000 }), fc.integer({ min: -5000, max: -100 }))
  .map((value) => value as AmericanOdds);
/** A market with a margin of up to a few percent, as sportsbooks quote it. */
const market = fc
  .tuple(
    fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
    fc.double({ min: 1.005, max: 1.12, noNaN: true }),
  )
  .map(([weights, booked]) => {
    const sum = weights.reduce((all, each) => all + each, 0);
    return weights.map((each) => fromDecimal((1 / ((each / sum) * booked)) as never));
  })
  .filter((prices) => prices.reduce((sum, each) => sum + impliedProbability(each), 0) > 1.001);

describe('fair probabilities', () => {
  // Sources: shin = the example in the README of mberk/shin; -300/+240 = "Devigging Methods Explained", betherosports.com;
  // 2.10/1.75 = "De-vigging guide", smartstake.app; additive at -150/+130 = "Vig removal pitfalls", wagerlex.com. Power by
  // hand: the exponent 1.05297 solves 0.6^k + 0.43478^k = 1.
  test.each<[prices: number[], method: DevigMethod, expected: number[]]>([
    [[160, 140, 330], 'shin', [0.372994, 0.404779, 0.222227]],
    [[-300, 240], 'multiplicative', [0.7184, 0.2816]],
    [[110, -133], 'multiplicative', [0.455, 0.545]],
    [[-110, -110], 'multiplicative', [0.5, 0.5]],
    [[-150, 130], 'additive', [0.582609, 0.417391]],
    [[-150, 130], 'power', [0.583983, 0.416017]],
    [[-150, 130], 'worst-case', [0.57983, 0.416017]],
  ])('of %j by %s', (prices, method, expected) => {
    const fair = fairProbabilities(prices.map(americanOdds), method)!;
    for (const [at, each] of expected.entries()) expect(Math.abs(fair[at]! - each)).toBeLessThan(6e-4);
  });

  it('by probit lie equally far below the implied ones on the normal scale', () => {
    fc.assert(
      fc.property(market, (prices) => {
        const fair = fairProbabilities(prices, 'probit')!;
        const shifts = prices.map((each, at) => probitOf(impliedProbability(each)) - probitOf(fair[at]!));
        for (const shift of shifts) expect(shift).toBeCloseTo(shifts[0]!, 3);
      }),
    );
  });

  it('add up to 1, each in its order; the worst case to 1 at most', () => {
    fc.assert(
      fc.property(market, (prices) => {
        const implied = prices.map(impliedProbability);
        for (const method of DEVIG_METHODS) {
          const fair = fairProbabilities(prices, method);
          if (fair === null) {
            expect(method).toBe('additive');
            continue;
          }
          const sum = fair.reduce((all, each) => all + each, 0);
          if (method === 'worst-case') expect(sum).toBeLessThanOrEqual(1 + 1e-6);
          else expect(sum).toBeCloseTo(1, 6);
          for (const [at, each] of fair.entries()) {
            expect(each).toBeGreaterThan(0);
            expect(each).toBeLessThan(implied[at]! + 1e-6);
            for (const [other, than] of fair.entries())
              if (implied[at]! > implied[other]! + 1e-9 && method !== 'worst-case')
                expect(each).toBeGreaterThan(than - 1e-9);
          }
        }
      }),
    );
  });

  it('Shin and additive are one for two outcomes', () => {
    fc.assert(
      fc.property(market, (prices) => {
        const pair = prices.slice(0, 2);
        if (pair.reduce((sum, each) => sum + impliedProbability(each), 0) <= 1) return;
        const [shin, additive] = [fairProbabilities(pair, 'shin'), fairProbabilities(pair, 'additive')];
        if (additive !== null)
          for (const [at, each] of additive.entries()) expect(shin![at]).toBeCloseTo(each, 5);
      }),
    );
  });

  it('is none for one price', () => {
    for (const method of DEVIG_METHODS) expect(fairProbabilities([americanOdds(-110)], method)).toBeNull();
  });

  it('is blended by weight', () => {
    expect(
      blended([
        { probability: 0.5, weight: 3 },
        { probability: 0.6, weight: 1 },
      ]),
    ).toBeCloseTo(0.525, 12);
    expect(blended([])).toBeNull();
  });
});

describe('stakes', () => {
  // J. L. Kelly, "A New Interpretation of Information Rate" (1956): f = (bp - q) / b.
  test.each([
    [100, 0.6, 0.2],
    [200, 0.4, 0.1],
    [-110, 0.55, 0.055],
    [100, 0.5, 0],
    [100, 0.4, 0],
  ])('Kelly at %d with %d', (american, probability, fraction) => {
    expect(kellyFraction(americanOdds(american), probability)).toBeCloseTo(fraction, 9);
  });

  it('by Kelly are never below 0 nor above the cap, and the multiplier counts', () => {
    const plan = { by: 'kelly', bankroll: 1000, multiplier: 0.5, capPct: 3, currency: 'USD' } as const;
    expect(stakeOf({ ...plan, capPct: 100 }, americanOdds(100), 0.6)).toBe(10_000);
    fc.assert(
      fc.property(price, fc.double({ min: 0, max: 1, noNaN: true }), (american, probability) => {
        const stake = stakeOf(plan, american, probability);
        expect(stake).toBeGreaterThanOrEqual(0);
        expect(stake).toBeLessThanOrEqual(3000);
        if (expectedValuePct(american, probability) <= 0) expect(stake).toBe(0);
      }),
    );
    expect(totalStakeOf(plan)).toBe(3000);
    expect(totalStakeOf({ by: 'fixed', amount: 12.34, currency: 'USD' })).toBe(1234);
  });

  it('of an arbitrage add up, and each side pays the same but for rounding', () => {
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 1000, max: 1_000_000 }),
        (prices, total) => {
          const stakes = balancedStakes(prices, total);
          expect(stakes.reduce((sum, stake) => sum + stake, 0)).toBe(total);
          const worth = total * (1 + sureReturnPct(prices) / 100);
          for (const [at, stake] of stakes.entries())
            expect(Math.abs(stake * toDecimal(prices[at]!) - worth)).toBeLessThanOrEqual(
              2 * toDecimal(prices[at]!),
            );
        },
      ),
    );
  });

  test.each([
    [[110, -107], 0.695],
    [[110, 100], 2.439],
    [[105, 105], 2.5],
    [[-110, -110], -4.545],
    [[200, 200, 200], 0],
  ])('a sure return of %j is %d %%', (prices, pct) => {
    expect(sureReturnPct(prices.map(americanOdds))).toBeCloseTo(pct, 2);
  });
});

describe('how far a price moved', () => {
  test.each([
    [-110, -120, 'cents', -10],
    [-105, 105, 'cents', 10],
    [150, 140, 'cents', -10],
    [-100, 100, 'cents', 0],
    [100, 150, 'points', 10],
    [100, 110, 'percent', 5],
  ] as const)('%d to %d in %s is %d', (from, to, unit, by) => {
    expect(moved(americanOdds(from), americanOdds(to), unit)).toBe(by);
  });
});

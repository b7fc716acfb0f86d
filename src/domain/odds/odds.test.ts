import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AmericanOdds, americanOdds, parseAmerican } from './american.ts';
import { comparePrices, fromDecimal, impliedProbability, toDecimal, toFractional } from './convert.ts';
import { formatOdds, formatSpread } from './format.ts';

const anyPrice = fc
  .oneof(fc.integer({ min: 100, max: 100_000 }), fc.integer({ min: -100_000, max: -100 }))
  .map((value) => value as AmericanOdds);

describe('parseAmerican', () => {
  test.each([
    ['-10000', -10000],
    ['+3300', 3300],
    ['3300', 3300],
    ['\u2212110', -110],
    [' -105 ', -105],
    [-120, -120],
    [150, 150],
    ['EVEN', 100],
    ['ev', 100],
    ['+100', 100],
    ['-110.4', -110],
  ])('reads %j as %d', (raw, american) => {
    expect(parseAmerican(raw)).toEqual({ ok: true, american });
  });

  test.each([[null], [undefined], [''], ['None'], ['none'], ['null'], [' '], ['-'], ['NaN']])(
    'takes %j as not offered',
    (raw) => {
      expect(parseAmerican(raw)).toEqual({ ok: true, american: null });
    },
  );

  test.each([
    ['abc', 'not-a-number'],
    ['1e5', 'not-a-number'],
    [{}, 'not-a-number'],
    [[110], 'not-a-number'],
    [true, 'not-a-number'],
    [Number.NaN, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
    ['+', 'not-a-number'],
    ['99', 'between-minus-100-and-100'],
    [0, 'between-minus-100-and-100'],
    ['-50', 'between-minus-100-and-100'],
    ['999999999', 'out-of-range'],
  ])('refuses %j: %s', (raw, reason) => {
    expect(parseAmerican(raw)).toEqual({ ok: false, reason });
  });

  it('reads back every price it is given, with or without a plus', () => {
    fc.assert(
      fc.property(anyPrice, (price) => {
        expect(parseAmerican(String(price))).toEqual({ ok: true, american: price });
        expect(parseAmerican(price > 0 ? `+${price}` : `\u2212${-price}`)).toEqual({
          ok: true,
          american: price,
        });
      }),
    );
  });

  it('throws for a literal that is no price', () => {
    expect(() => americanOdds(50)).toThrow(RangeError);
    expect(americanOdds(-110)).toBe(-110);
  });
});

describe('conversions', () => {
  test.each([
    [-110, 1.909, 0.5238, '10/11'],
    [100, 2, 0.5, '1/1'],
    [-100, 2, 0.5, '1/1'],
    [150, 2.5, 0.4, '3/2'],
    [-10000, 1.01, 0.990099, '1/100'],
    [3300, 34, 0.029412, '33/1'],
  ])('%d', (value, decimal, implied, fraction) => {
    const price = americanOdds(value);
    expect(toDecimal(price)).toBeCloseTo(decimal, 3);
    expect(impliedProbability(price)).toBeCloseTo(implied, 4);
    expect(formatOdds(price, 'fractional')).toBe(fraction);
  });

  it('goes to decimal and back without loss', () => {
    fc.assert(
      fc.property(anyPrice, (price) => {
        const back = fromDecimal(toDecimal(price));
        expect(back === price || (price === -100 && back === 100)).toBe(true);
      }),
    );
  });

  it('implied probability is one over the decimal price, and the fraction is the profit', () => {
    fc.assert(
      fc.property(anyPrice, (price) => {
        expect(impliedProbability(price)).toBeCloseTo(1 / toDecimal(price), 9);
        const { numerator, denominator } = toFractional(price);
        expect(1 + numerator / denominator).toBeCloseTo(toDecimal(price), 9);
      }),
    );
  });

  it('orders prices by what they pay', () => {
    expect(comparePrices(americanOdds(-105), americanOdds(-110))).toBeGreaterThan(0);
    expect(comparePrices(americanOdds(120), americanOdds(-110))).toBeGreaterThan(0);
    expect(comparePrices(americanOdds(100), americanOdds(-100))).toBe(0);
  });
});

describe('formatOdds', () => {
  test.each([
    [-110, 'american', '\u2212110'],
    [150, 'american', '+150'],
    [-110, 'decimal', '1.91'],
    [-10000, 'decimal', '1.010'],
    [150, 'implied', '40.0%'],
  ] as const)('%d as %s is %s', (value, notation, text) => {
    expect(formatOdds(americanOdds(value), notation)).toBe(text);
  });

  test.each([
    [-3.5, '\u22123.5'],
    [3, '+3'],
    [0, 'PK'],
  ])('spread %d is %s', (line, text) => {
    expect(formatSpread(line)).toBe(text);
  });
});

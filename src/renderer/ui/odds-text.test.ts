import { describe, expect, it } from 'vitest';
import { alignedLineText, lineText, priceText } from './odds-text.ts';

describe('priceText', () => {
  it.each([
    [150, 'american', '+150'],
    [-110, 'american', '\u2212110'],
    [-110, 'decimal', '1.91'],
    [150, 'decimal', '2.50'],
    [-110, 'fractional', '10/11'],
    [150, 'implied', '40.0%'],
  ] as const)('writes %d as %s', (american, format, text) => {
    expect(priceText(american, format)).toBe(text);
  });
});

describe('lineText', () => {
  it.each([
    [3.5, true, '+3.5'],
    [-3, true, '\u22123'],
    [0, true, 'PK'],
    [221.5, false, '221.5'],
    [0, false, '0'],
    [Number.NaN, true, ''],
  ])('writes %d, signed %s, as %j', (line, signed, text) => {
    expect(lineText(line, signed)).toBe(text);
  });

  it('pads whole lines in a column, and nothing else', () => {
    expect(alignedLineText(-3, true)).toBe('\u22123\u2008\u2007');
    expect(alignedLineText(221, false)).toBe('221\u2008\u2007');
    expect(alignedLineText(-3.5, true)).toBe('\u22123.5');
    expect(alignedLineText(0, true)).toBe('PK\u2008\u2007');
    expect(alignedLineText(Number.NaN, true)).toBe('');
  });
});

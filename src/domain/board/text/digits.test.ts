import { expect, it } from 'vitest';
import { Digits, digitsText, MOST_DIGITS, matchDigits } from './digits.ts';

const DIGITS = '987654321012345';
const viewOf = (text: string) => new DataView(new TextEncoder().encode(text.padEnd(40, '7')).buffer);

it.each(['/', ':', 'a', '"', '-', '\u0000', 'é', ' '])(
  'reads up to 15 digits four at a time, whatever they end with, also %j',
  (behind) => {
    for (let length = 1; length <= MOST_DIGITS; length += 1) {
      const written = DIGITS.slice(0, length);
      const view = viewOf(`x${written}${behind}`);
      const read = new Digits();
      expect(read.read(view, 1)).toBe(1 + length);
      expect(digitsText(read.low, read.high)).toBe(written);
      expect(matchDigits(read.low, read.high, view, 1)).toBe(1 + length);
      const added = new Digits();
      for (const digit of written) added.add(Number(digit));
      expect([read.low, read.high]).toEqual([added.low, added.high]);
    }
  },
);

it('reads no digits and too many as none', () => {
  expect(new Digits().read(viewOf('xyz'), 0)).toBe(-1);
  expect(new Digits().read(viewOf(`${DIGITS}6x`), 0)).toBe(-1);
  expect(new Digits().read(viewOf(`${DIGITS}67890`), 0)).toBe(-1);
});

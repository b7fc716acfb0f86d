import { expect, test } from 'vitest';
import { matchDigits } from './digits.ts';
import { Links } from './links.ts';
import { Texts } from './texts.ts';

const EVENT = 'https://book.example/event/437447164?coupon=pickType|';

test.each([
  [null],
  [''],
  ['https://book.example/'],
  [`${EVENT}5447164000|wagerAmounts|replace`],
  [`${EVENT}0447164000|wagerAmounts`],
  [`${EVENT}123456789012345`],
  [`${EVENT}12345678901234567890`],
  ['https://book.example/é/7'],
  ['7'],
  ['0'],
  ['https://book.example/a"b\\c/9?x'],
  ['a\u0000b'],
  ['a\u00007b'],
])('the link %j comes out as it went in, and is told from others', (link) => {
  const links = new Links(new Texts());
  const packed = (text: string | null) => [links.take(text), links.digits.low, links.digits.high] as const;
  const known = packed(link);
  expect(links.at(...known)).toBe(link);
  expect(packed(link)).toEqual(known);
  const other = packed(`${link ?? ''}1`);
  expect(other).not.toEqual(known);
  expect(links.at(...other)).toBe(`${link ?? ''}1`);
  expect(links.says(...known, link)).toBe(true);
  expect(links.says(...other, `${link ?? ''}1`)).toBe(true);
  for (const another of [null, '', `${link ?? ''}1`, `${link ?? ''}x`, link?.replace(/\d/, '8')])
    if (another !== link && another !== undefined) expect(links.says(...known, another)).toBe(false);
});

test('links that differ in their last number have one form, and it goes with them', () => {
  const texts = new Texts();
  const links = new Links(texts);
  for (let event = 0; event < 3_000; event += 1) {
    const forms = [1, 2, 3].map((n) => links.take(`https://book.example/${event}/pick?${n}x`));
    expect(new Set(forms).size).toBe(1);
    for (const form of forms) links.release(form);
  }
  expect(texts.size).toBe(0);
});

test.each(['5', '05', '1234', '12345', '12345678', '123456789', '123456789012345'])(
  'the digits %s are found in a frame only where all of them stand',
  (digits) => {
    const links = new Links(new Texts());
    links.take(digits);
    const { low, high } = links.digits;
    const end = (text: string) => {
      const bytes = new TextEncoder().encode(` ${text}................`);
      return matchDigits(low, high, new DataView(bytes.buffer), 1);
    };
    expect(end(digits)).toBe(digits.length + 1);
    for (let at = 0; at < digits.length; at += 1) {
      expect(end(`${digits.slice(0, at)}${(Number(digits[at]) + 1) % 10}${digits.slice(at + 1)}`)).toBe(-1);
      expect(end(`${digits.slice(0, at)}?${digits.slice(at + 1)}`)).toBe(-1);
      expect(end(`${digits.slice(0, at)}:${digits.slice(at + 1)}`)).toBe(-1);
    }
  },
);

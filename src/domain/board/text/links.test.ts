import { expect, test } from 'vitest';
import { Texts } from '../texts.ts';
import { Links } from './links.ts';

const EVENT = 'https://book.example/event/437447164?coupon=pickType|';

test.each([
  [null],
  [''],
  ['https://book.example/'],
  [`${EVENT}5447164000|wagerAmounts|replace`],
  [`${EVENT}0447164000|wagerAmounts`],
  [`${EVENT}12345678901234567890`],
  ['https://book.example/é/7'],
  ['7'],
  ['https://book.example/a"b\\c/9?x'],
])('the link %j comes out as it went in, and is told from others', (link) => {
  const links = new Links(new Texts());
  links.set(3, link);
  expect(links.at(3)).toBe(link);
  expect(links.replace(3, link)).toBe(false);
  expect(links.replace(3, `${link ?? ''}1`)).toBe(true);
  expect(links.at(3)).toBe(`${link ?? ''}1`);
});

test('a link is found in a frame only where all of it stands', () => {
  const links = new Links(new Texts());
  const link = `${EVENT}5447164000|replace`;
  links.set(0, link);
  const matches = (frame: string) => {
    const bytes = new TextEncoder().encode(frame);
    return links.match(0, new DataView(bytes.buffer), 1);
  };
  expect(matches(`"${link}"`)).toBe(link.length + 1);
  for (const other of [
    `${EVENT}5447164001|replace`,
    `${EVENT}05447164000|replace`,
    `${EVENT}5447164000|replacf`,
    `${EVENT}5447164000`,
    EVENT,
    '',
  ])
    expect(matches(`"${other}"`)).toBe(-1);
});

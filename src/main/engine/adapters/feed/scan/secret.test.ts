import { expect, it } from 'vitest';
import { Secret } from './secret.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const isIn = (secret: string, text: string, from = 0) => {
  const bytes = Buffer.from(text);
  return new Secret(secret).isIn(
    new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    from,
    bytes.length,
  );
};

it('finds a secret wherever it stands', () => {
  for (let before = 0; before < 80; before += 1)
    for (const byte of ['x', '1', '-', KEY.slice(0, 35)]) {
      const text = `${byte.repeat(before)}${KEY}${byte}`;
      expect(isIn(KEY, text)).toBe(true);
      expect(isIn(KEY, text, byte.length * before + 1)).toBe(false);
    }
});

it('takes no part of it for it, and nothing at all where there is none', () => {
  expect(isIn(KEY, KEY.slice(1).repeat(5))).toBe(false);
  expect(isIn(KEY, KEY.slice(0, -1).repeat(5))).toBe(false);
  expect(isIn(KEY, KEY.toUpperCase())).toBe(false);
  expect(isIn('', KEY)).toBe(false);
  expect(isIn('aab', 'aaaaaaab')).toBe(true);
  expect(isIn('abab', 'abbaabbabaab')).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { redactKey, redactKeyBytes } from './redact.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const ODD_KEY = 'a/b+c=d&e~f!g(h)*"\\';

const forms = (key: string): [string, string][] => [
  ['raw', key],
  ['in capitals', key.toUpperCase()],
  ['URL-encoded', encodeURIComponent(key)],
  ['as a form field', new URLSearchParams({ key }).toString().slice(4)],
  ['wholly percent-encoded', [...Buffer.from(key)].map((byte) => `%${byte.toString(16)}`).join('')],
  ['as JSON', JSON.stringify(key).slice(1, -1)],
  ['as JSON with slashes escaped', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
  ['hexadecimal', Buffer.from(key).toString('hex')],
  ['base64', Buffer.from(key).toString('base64')],
  ['base64 for URLs', Buffer.from(key).toString('base64url')],
  ...['', 'u', 'us', 'user:'].map((before): [string, string] => [
    `base64 after "${before}"`,
    Buffer.from(`${before}${key}&v=1`).toString('base64'),
  ]),
];

describe('redactKey', () => {
  test.each([...forms(KEY), ...forms(ODD_KEY)])('takes out the key %s', (_form, written) => {
    const key = [...forms(KEY)].some(([, each]) => each === written) ? KEY : ODD_KEY;
    const clean = redactKey(key)(`before ${written} after ${written}`);
    expect(clean).toMatch(
      /^before .{0,12}\u2022\u2022\u2022\u2022.{0,12} after .{0,12}\u2022\u2022\u2022\u2022.{0,12}$/,
    );
    expect(redactKeyBytes(key)(Buffer.from(`x ${written} y`)).toString()).toContain(
      '\u2022\u2022\u2022\u2022',
    );
  });

  it('takes out UTF-16 that was read as bytes', () => {
    for (const order of ['le', 'be']) {
      const bytes = Buffer.from(`key ${KEY}!`, 'utf16le');
      const clean = redactKeyBytes(KEY)(order === 'le' ? bytes : bytes.swap16());
      expect(clean.toString('latin1').replaceAll('\0', '')).not.toContain(KEY.slice(0, 12));
    }
  });

  it('leaves everything else as it is, whatever the key', () => {
    expect(redactKey('')('text')).toBe('text');
    expect(redactKey('a')('b c')).toBe('b c');
    const bytes = Buffer.from([0xff, 0xfe, 0x80, 0, 0x31]);
    expect(redactKeyBytes(KEY)(bytes)).toBe(bytes);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(redactKey(KEY)(text)).toBe(text);
        expect(redactKeyBytes(KEY)(Buffer.from(text)).toString()).toBe(text);
      }),
    );
  });
});

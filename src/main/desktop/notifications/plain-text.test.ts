import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  test.each([
    ['Texas A&M -3.5', 'Texas A&amp;M -3.5'],
    ['<a href="https://x.example">Lakers</a>', '&lt;a href="https://x.example"&gt;Lakers&lt;/a&gt;'],
    ['a\u202eb\u0000c', 'a b c'],
    ['one\ntwo', 'one\ntwo'],
  ])('%j becomes %j as markup', (text, plain) => expect(plainText(text, true)).toBe(plain));

  it('leaves the signs of markup where nobody reads them so', () =>
    expect(plainText('Texas A&M <3', false)).toBe('Texas A&M <3'));

  it('never holds a tag, a control or more than its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(plainText(text, true)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect([...plainText(text, false)].length).toBeLessThanOrEqual(400);
      }),
    );
  });
});

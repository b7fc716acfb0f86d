import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOWHERE, plainNumberEnd } from './json-bytes.ts';

const endIn = (text: string) => {
  const bytes = Buffer.from(text);
  return plainNumberEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
};

it.each(['0', '-3', '221.5', '-0.25', '7', '0.5', '1000000'.slice(0, 6)])(
  'takes %s as it is written',
  (text) => {
    expect(endIn(`${text}, `)).toBe(text.length);
  },
);

it.each(['', '-', '-0', '-0.0', '3.50', '3.', '.5', '007', '1e3', '3.5e1', '1234567', '+3', '3-', '1.2.3'])(
  'leaves "%s" to who reads any number',
  (text) => {
    expect(endIn(`${text}, `)).toBe(NOWHERE);
  },
);

it('takes only what is written again with the same characters', () => {
  const characters = fc.constantFrom('0', '1', '5', '9', '.', '-', 'e');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 7 }), (written) => {
      const text = written.join('');
      const end = endIn(`${text},`);
      if (end !== NOWHERE) expect(String(Number(text.slice(0, end)))).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});

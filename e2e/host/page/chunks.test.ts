import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksOf } from './chunks.ts';

test('chunks are the text, short enough, and never half a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 2, max: 20 }),
      (text, maxChars) => {
        const chunks = chunksOf(text, maxChars);
        expect(chunks.join('')).toBe(text);
        expect(chunks.length).toBeGreaterThan(0);
        for (const chunk of chunks) {
          expect(chunk.length).toBeLessThanOrEqual(maxChars);
          expect(chunk.isWellFormed()).toBe(true);
        }
      },
    ),
  );
});

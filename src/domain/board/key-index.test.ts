import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyIndex } from './key-index.ts';

it('finds what is in it and nothing else, whatever came and went', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), fc.boolean()), { maxLength: 3_000 }), (steps) => {
      // few homes, so that many meet
      const index = new KeyIndex((selection) => (selection % 37) * 64);
      const held = new Set<number>();
      const isIn = (selection: number) => {
        let slot = index.first((selection % 37) * 64);
        while (index.at(slot) !== -1 && index.at(slot) !== selection) slot = index.after(slot);
        return index.at(slot) === selection;
      };
      for (const [selection, isAdded] of steps) {
        if (isAdded && !held.has(selection)) index.add(selection);
        if (!isAdded && held.has(selection)) index.remove(selection);
        if (isAdded) held.add(selection);
        else held.delete(selection);
      }
      for (let selection = 0; selection <= 400; selection += 1)
        expect(isIn(selection)).toBe(held.has(selection));
    }),
    { numRuns: 50 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyIndex, NO_SLOT } from './key-index.ts';

it('finds what is in it and nothing else, whatever came and went', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), fc.boolean()), { maxLength: 3_000 }), (steps) => {
      // few homes, so that many meet, some of them with another hash
      const hashOf = (selection: number) => (selection % 37) * 64 - (selection % 5) * 0x10000000;
      const index = new KeyIndex(hashOf);
      const held = new Set<number>();
      const isIn = (selection: number) => {
        const hash = hashOf(selection);
        let slot = index.first(hash);
        while (slot !== NO_SLOT && index.at(slot) !== selection) slot = index.after(slot, hash);
        return slot !== NO_SLOT;
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

import { expect, it } from 'vitest';
import { playSequence } from './play-sequence.ts';

it('the board equals the provider\u2019s after 10,000 random sequences of all actions, with cuts and new filters', () => {
  let compared = 0;
  for (let seed = 1; seed <= 10_000; seed += 1) compared += playSequence(seed, 4 + (seed % 17));
  expect(compared).toBeGreaterThan(50_000);
}, 120_000);

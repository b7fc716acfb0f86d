import { expect, it } from 'vitest';
import { playSequence } from './play-sequence.ts';

it('the board equals the provider\u2019s after 100,000 more random sequences of up to 60 steps', () => {
  let compared = 0;
  for (let seed = 1_000_000; seed < 1_100_000; seed += 1) compared += playSequence(seed, 4 + (seed % 57));
  expect(compared).toBeGreaterThan(500_000);
});

import { expect, it } from 'vitest';
import { SeededChance } from '../seeded-chance.ts';
import { FrameMutator } from './frame-mutator.ts';
import { realFrames } from './real-frames.ts';
import { compareDecoders } from './two-decoders.ts';

it('20,000 frames, damaged and whole: scanned or parsed, they say and change the same', async () => {
  const frames = (await realFrames()).filter(({ feed }) => feed === 'odds').map(({ data }) => data);
  const chance = new SeededChance(3);
  const report = compareDecoders(frames, 20_000, chance, new FrameMutator(chance));
  expect(report).toMatchObject({ differences: [], isSameBoard: true });
  expect(report.scanned).toBeGreaterThan(5_000);
  expect(report.selections).toBeGreaterThan(1_000);
}, 60_000);

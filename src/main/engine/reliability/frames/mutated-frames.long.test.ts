import { expect, it } from 'vitest';
import { runMutations } from './run-mutations.ts';

it('1,000,000 damaged frames: no crash, nothing silent, no prototype touched, memory flat', async () => {
  const report = await runMutations(1_000_000, 2);
  expect(report).toMatchObject({ frames: 1_000_000, crashes: [], silent: [], polluted: [] });
  expect(report.counted).toBe(report.refusals);
  expect(report.heapLate / report.heapEarly).toBeLessThan(1.3);
});

import { expect, it } from 'vitest';
import { liveThrough } from './rate-ordeal.ts';

it('the provider\u2019s limits hold in 100,000 attempts under drops, restarts, reboots and turned clocks', async () => {
  const report = await liveThrough(100_000, 43);
  expect([report.socketRefusals, report.getRefusals]).toEqual([{}, {}]);
  expect(Math.min(report.socketAttempts, report.getAttempts)).toBeGreaterThan(25_000);
});

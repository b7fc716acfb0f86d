import { expect, it } from 'vitest';
import { liveThrough } from './rate-ordeal.ts';

it('the provider\u2019s limits hold in 8,000 attempts under drops, restarts, reboots and turned clocks', async () => {
  const report = await liveThrough(8_000, 42);
  expect([report.socketRefusals, report.getRefusals]).toEqual([{}, {}]);
  expect(Math.min(report.socketAttempts, report.getAttempts)).toBeGreaterThan(2_000);
}, 120_000);

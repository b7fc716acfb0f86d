import { expect, it } from 'vitest';
import { runMutations } from './run-mutations.ts';

it('20,000 damaged frames: no crash, nothing silent, every refusal counted, no prototype touched', async () => {
  const report = await runMutations(20_000, 1);
  expect(report).toMatchObject({ frames: 20_000, crashes: [], silent: [], polluted: [] });
  expect(report.counted).toBe(report.refusals);
  expect(report.refusals).toBeGreaterThan(5_000);
  expect(report.messages).toBeGreaterThan(5_000);
  expect(report.reasons).toEqual(expect.arrayContaining(['not-json', 'not-an-object', 'odds-unreadable']));
}, 60_000);

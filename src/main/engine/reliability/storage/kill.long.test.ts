import { expect, it } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { killWhileRecording } from './kill-ordeal.ts';

it('200 kills at random moments of 2,000 changes a second: nothing damaged, at most 300 ms lost', async () => {
  const simulator = await startSimulator({ books: 8, games: 12, ratePerSecond: 400, limits: false });
  const { base, key } = simulator;
  const report = await killWhileRecording({ base, key, kills: 200, seed: 5 });
  await simulator.stop();
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report.damages).toEqual([]);
  expect(report.printedPerSecond).toBeGreaterThan(1_500);
  expect(report.worstLossMs).toBeLessThanOrEqual(300);
});

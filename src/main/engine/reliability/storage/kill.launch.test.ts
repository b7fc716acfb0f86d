import { expect, it } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { killWhileRecording } from './kill-ordeal.ts';

it('a recorder that is killed at any moment damages nothing and loses no more than its last moments', async () => {
  const simulator = await startSimulator({ books: 8, games: 12, ratePerSecond: 400, limits: false });
  const report = await killWhileRecording({ base: simulator.base, key: simulator.key, kills: 3, seed: 4 });
  await simulator.stop();
  expect(report.damages).toEqual([]);
  expect(report.printed).toBeGreaterThan(2_000);
  // the promise is 300 ms, held in the long run; a machine that does much else at once may take longer to write
  expect(report.worstLossMs).toBeLessThan(1_500);
});

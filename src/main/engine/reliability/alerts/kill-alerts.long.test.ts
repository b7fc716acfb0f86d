import { expect, it } from 'vitest';
import { killAroundAlerts } from './kill-alerts.ts';

it('200 kills around alerts: 0 lost, at most one shown twice a crash', async () => {
  const kills = 200;
  const found = await killAroundAlerts(kills, 11);
  const { logged, lost, unlogged, shownAgain, mostAgainACrash, againUnmarked } = found;
  process.stdout.write(`alerts killed around: ${JSON.stringify(found)}\n`);
  expect({ lost, unlogged }).toEqual({ lost: 0, unlogged: 0 });
  expect(logged).toBeGreaterThan(kills);
  expect(shownAgain).toBeLessThanOrEqual(kills);
  expect(mostAgainACrash).toBeLessThanOrEqual(1);
  expect(againUnmarked).toBe(0);
}, 1_800_000);

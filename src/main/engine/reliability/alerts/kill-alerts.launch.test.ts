import { expect, it } from 'vitest';
import { killAroundAlerts } from './kill-alerts.ts';

it('an alert outlives a program that is killed around it: none is lost, none shown twice but for one a crash', async () => {
  const kills = 3;
  const { logged, lost, unlogged, shownAgain, mostAgainACrash, againUnmarked } = await killAroundAlerts(
    kills,
    5,
  );
  expect({ lost, unlogged }).toEqual({ lost: 0, unlogged: 0 });
  expect(logged).toBeGreaterThanOrEqual(5);
  expect(shownAgain).toBeLessThanOrEqual(kills);
  expect(mostAgainACrash).toBeLessThanOrEqual(1);
  expect(againUnmarked).toBe(0);
}, 60_000);

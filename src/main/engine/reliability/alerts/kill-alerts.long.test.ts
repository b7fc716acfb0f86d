import { expect, it } from 'vitest';
import { killAroundAlerts } from './kill-alerts.ts';

it('200 kills around alerts: 0 lost, at most one shown twice a crash', async () => {
  const kills = 200;
  const { logged, lost, unlogged, shownAgain, shownLate } = await killAroundAlerts(kills, 11);
  process.stdout.write(
    `alerts killed around: ${JSON.stringify({ logged, lost, unlogged, shownAgain, shownLate })}\n`,
  );
  expect({ lost, unlogged }).toEqual({ lost: 0, unlogged: 0 });
  expect(logged).toBeGreaterThan(kills);
  expect(shownAgain).toBeLessThanOrEqual(kills);
}, 1_800_000);

import { expect, it } from 'vitest';
import { AlertRun } from '../../testing/alert-run.ts';

it('of a match that a sportsbook lists twice one price that is far off does not bring the other one back', () => {
  const run = new AlertRun([
    {
      name: 'value',
      on: { type: 'league', sport: 'NBA' },
      kind: 'value',
      overPct: 2,
      fair: ['pinnacle'],
      method: 'multiplicative',
      repeat: { afterReturnBy: 5 },
    },
  ]);
  const twin = 'Celtics vs Lakers, 2027-01-15, 07';
  run.snapshot('pinnacle', [
    ['Lakers', -105],
    ['Celtics', -105],
  ]);
  run.snapshot('a', [['Lakers', 100]]);
  run.snapshot('a', [['Lakers', 100]], twin);
  for (let at = 0; at < 20; at += 1) {
    run.clock.pass(1000);
    run.update('a', [['Lakers', at % 2 === 0 ? 105 : 103]]);
    run.update('a', [['Lakers', at % 2 === 0 ? -130 : -125]], twin);
  }
  expect(run.told.map(({ rule, to }) => [rule, to])).toEqual([['value', 105]]);
  run.clock.pass(1000);
  run.update('a', [['Lakers', 106]], twin);
  expect(run.told).toHaveLength(2);
});

import { expect, it } from 'vitest';
import { AlertRun } from '../../testing/alert-run.ts';

const ALL = ['fanduel', 'betrivers', 'unibet', 'circa'];

/** The alerts of a rule for steam at two sportsbooks after these have moved, one after the other. */
function toldAfter(moving: readonly string[], groups: readonly (readonly string[])[]): number {
  const run = new AlertRun([
    {
      name: 'steam',
      on: { type: 'league', sport: 'NBA' },
      kind: 'steam',
      sportsbooksMoving: 2,
      by: 5,
      unit: 'cents',
      withinS: 60,
      direction: 'both',
      ...(groups.length > 0 && { groups }),
    },
  ]);
  for (const book of ALL) run.snapshot(book, [['Lakers', 110]]);
  for (const book of moving) {
    run.clock.pass(1000);
    run.update(book, [['Lakers', 120]]);
  }
  return run.told.length;
}

it.each([
  ['two that nobody grouped are two', ['fanduel', 'circa'], [], 1],
  ['two that are known to share a source are one', ['betrivers', 'unibet'], [], 0],
  ['two of a group of the user are one', ['fanduel', 'circa'], [['circa', 'fanduel']], 0],
  [
    'a group stays known where the user adds to one of it',
    ['betrivers', 'unibet'],
    [['fanduel', 'betrivers']],
    0,
  ],
  [
    'who is grouped with one of a group is of the group',
    ['fanduel', 'unibet'],
    [['fanduel', 'betrivers']],
    0,
  ],
  [
    'groups with one in common are one',
    ['fanduel', 'circa'],
    [
      ['fanduel', 'x'],
      ['x', 'circa'],
    ],
    0,
  ],
  ['beside a group another one is two', ['fanduel', 'circa'], [['fanduel', 'betrivers']], 1],
] as const)('%s', (_, moving, groups, told) => {
  expect(toldAfter(moving, groups)).toBe(told);
});

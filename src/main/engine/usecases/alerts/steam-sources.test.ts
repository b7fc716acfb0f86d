import { describe, expect, it } from 'vitest';
import { AlertRun } from '../../testing/alert-run.ts';

const ALL = ['fanduel', 'betrivers', 'unibet', 'circa'];

type Groups = readonly (readonly string[])[];

/** A rule for steam at so many sportsbooks, and all of them at one price. */
function steamRun(sportsbooksMoving: number, groups: Groups): AlertRun {
  const run = new AlertRun([
    {
      name: 'steam',
      on: { type: 'league', sport: 'NBA' },
      kind: 'steam',
      sportsbooksMoving,
      by: 5,
      unit: 'cents',
      withinS: 60,
      direction: 'both',
      groups,
    },
  ]);
  for (const book of ALL) run.snapshot(book, [['Lakers', 110]]);
  return run;
}

function moveEach(run: AlertRun, sportsbooks: readonly string[], american = 120): void {
  for (const book of sportsbooks) {
    run.clock.pass(1000);
    run.update(book, [['Lakers', american]]);
  }
}

/**
 * The alerts of a rule for steam at two sportsbooks after these have moved, one after the other. `shared`: groups that
 * hold for all rules.
 */
function toldAfter(moving: readonly string[], groups: Groups, shared: Groups = []): number {
  const run = steamRun(2, groups);
  run.watch.shareSources(shared);
  moveEach(run, moving);
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
  // whoever said it
  expect(toldAfter(moving, [], groups)).toBe(told);
});

it('joins the groups of a rule with those that hold for all', () => {
  expect(toldAfter(['fanduel', 'circa'], [['fanduel', 'x']], [['x', 'circa']])).toBe(0);
});

describe('a group that is made or undone while a wave runs', () => {
  it('counts what has moved before as it stands now', () => {
    const run = steamRun(2, []);
    moveEach(run, ['fanduel']);
    run.watch.shareSources([['fanduel', 'circa']]);
    moveEach(run, ['circa']);
    expect(run.short).toEqual([]);
    run.watch.shareSources([]);
    moveEach(run, ['circa'], 130);
    expect(run.short).toEqual(['steam: circa Lakers 110>130']);
  });

  it('leaves what a wave was told of', () => {
    const run = steamRun(2, []);
    moveEach(run, ['fanduel', 'circa']);
    expect(run.told).toHaveLength(1);
    run.watch.shareSources([['fanduel', 'unibet']]);
    moveEach(run, ['unibet']);
    expect(run.told).toHaveLength(1);
    moveEach(run, ['circa'], 130);
    expect(run.told).toHaveLength(2);
  });
});

it('has the last move of a source decide, whichever of its sportsbooks made it', () => {
  const run = steamRun(2, [['fanduel', 'circa']]);
  moveEach(run, ['fanduel']);
  moveEach(run, ['circa'], 100);
  moveEach(run, ['unibet']);
  expect(run.told).toEqual([]);
  moveEach(run, ['fanduel'], 130);
  expect(run.told).toHaveLength(1);
});

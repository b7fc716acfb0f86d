import { describe, expect, it } from 'vitest';
import { GROUP_LIMITS } from '#contract/settings.ts';
import { addGroup, changeSource, nameFault, putInto, renameGroup } from './group-changes.ts';

const SHARP = { name: 'Sharp', sportsbooks: ['pinnacle', 'circa'], isOneSource: false };
const SOFT = { name: 'Soft', sportsbooks: ['fanduel'], isOneSource: false };
const GROUPS = [SHARP, SOFT];

describe('groups', () => {
  it('are made, named anew and counted as one source, the others as they were', () => {
    expect(addGroup(GROUPS, 'New').at(-1)).toEqual({ name: 'New', sportsbooks: [], isOneSource: false });
    const renamed = renameGroup(GROUPS, 'Soft', 'Public');
    expect(renamed).toEqual([SHARP, { ...SOFT, name: 'Public' }]);
    const [, shared] = changeSource(GROUPS, 'Soft', true);
    expect(shared).toEqual({ ...SOFT, isOneSource: true });
    for (const [first] of [renamed, changeSource(GROUPS, 'Soft', true)]) expect(first).toBe(SHARP);
  });

  it('have each sportsbook in one of them at most', () => {
    const moved = putInto(GROUPS, 'circa', 'Soft');
    expect(moved.map(({ sportsbooks }) => sportsbooks)).toEqual([['pinnacle'], ['fanduel', 'circa']]);
    expect(putInto(moved, 'circa', 'Soft')).toEqual(moved);
    expect(putInto(moved, 'circa', null).map(({ sportsbooks }) => sportsbooks)).toEqual([
      ['pinnacle'],
      ['fanduel'],
    ]);
    expect(putInto(GROUPS, 'circa', null)[1]).toBe(SOFT);
  });
});

describe('the name of a group', () => {
  it.each([
    ['Exchanges', null, null],
    ['', null, 'empty'],
    ['   ', null, 'empty'],
    ['sharp ', null, 'taken'],
    ['Sharp', 'Sharp', null],
    ['SHARP', 'Sharp', null],
    ['Soft', 'Sharp', 'taken'],
  ] as const)('%j of %s: %s', (name, present, fault) => {
    expect(nameFault(GROUPS, name, present)).toBe(fault);
  });

  it('can be given to no more groups than there can be', () => {
    const many = Array.from({ length: GROUP_LIMITS.groups }, (_, at) => ({ ...SOFT, name: `${at}` }));
    expect(nameFault(many, 'one more', null)).toBe('full');
    expect(nameFault(many, 'another', '3')).toBe(null);
  });
});

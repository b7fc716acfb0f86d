import { describe, expect, it } from 'vitest';
import { groupFinder, moveTogether, sharedSources, soundGroups, standTogether } from './sportsbook-groups.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const group = (name: string, ...sportsbooks: string[]) => ({ name, sportsbooks, isOneSource: false });
/** As a user has them: members in the order in which they were put in, some not on the screen. */
const GROUPS = [group('late', 'f', 'gone', 'd'), group('early', 'e', 'b')];

describe('standing together', () => {
  it('puts each group where the first of it stands, in the order that there was', () => {
    expect(standTogether(IDS, GROUPS)).toEqual([['a'], ['b', 'e'], ['c'], ['d', 'f']]);
    expect(standTogether(IDS, [])).toEqual(IDS.map((id) => [id]));
  });

  it('is not taken in by a sportsbook that is called like a group', () => {
    expect(standTogether(IDS, [group('a', 'b', 'd')]).flat()).toEqual(['a', 'b', 'd', 'c', 'e', 'f']);
  });

  it('finds the group of a sportsbook', () => {
    expect(groupFinder(GROUPS)('e')?.name).toBe('early');
    expect(groupFinder(GROUPS)('a')).toBeUndefined();
  });
});

describe('moving', () => {
  it.each([
    ['alone past one', 'a', 'c', 'b e c a d f'],
    ['alone around a group', 'a', 'b', 'b e a c d f'],
    ['alone around a group, back', 'c', 'e', 'a c b e d f'],
    ['within a group', 'e', 'b', 'a e b c d f'],
    ['with its group, past its edge', 'e', 'c', 'a c b e d f'],
    ['with its group, around another', 'd', 'e', 'a d f b e c'],
    ['to itself', 'b', 'b', 'a b e c d f'],
    ['where nobody is', 'b', 'x', 'a b e c d f'],
    ['who is not there', 'x', 'b', 'a b e c d f'],
  ])('%s', (_, id, to, order) => {
    expect(moveTogether(IDS, id, to, GROUPS).join(' ')).toBe(order);
  });

  it('loses none, and every step is seen', () => {
    const start = standTogether(IDS, GROUPS).flat();
    for (const id of start) {
      for (const to of start) {
        const order = moveTogether(start, id, to, GROUPS);
        expect(order.toSorted()).toEqual(IDS);
        expect(standTogether(order, GROUPS).flat()).toEqual(order);
        if (id !== to) expect(order).not.toEqual(start);
      }
    }
  });
});

it('takes what a hand has written twice where it is first', () => {
  const twice = [group('one', 'a', 'c', 'a'), group('two', 'c', 'e'), group('one', 'f')];
  expect(soundGroups(twice)).toEqual([group('one', 'a', 'c'), group('two', 'e')]);
  expect(soundGroups(GROUPS)).toEqual(GROUPS);
});

it('has steam count once what the user says is one source', () => {
  const groups = [
    { ...group('one', 'a', 'b'), isOneSource: true },
    group('two', 'c', 'd'),
    { ...group('alone', 'e'), isOneSource: true },
  ];
  expect(sharedSources(groups)).toEqual([['a', 'b']]);
});

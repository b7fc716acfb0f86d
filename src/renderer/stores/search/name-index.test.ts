import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';

const NAMES = [
  'Boston Celtics at Los Angeles Lakers NBA',
  'Golden State Warriors at New York Knicks NBA',
  'Bologna at Bayern München Champions League',
  'Plays',
  'Odds',
  'Next league',
  'Jayson Tatum Boston Celtics',
];
const index = new NameIndex(NAMES.map((text) => ({ text, weight: 0, value: text })));

describe('finding names', () => {
  it.each([
    ['bos', NAMES[0]],
    ['celt lak', NAMES[0]],
    ['lak bos', NAMES[0]],
    ['knicks', NAMES[1]],
    ['gsw', NAMES[1]],
    ['munchen', NAMES[2]],
    ['MÜN', NAMES[2]],
    ['plays', 'Plays'],
    ['play', 'Plays'],
    ['tatum', NAMES[6]],
    ['ttaum', NAMES[6]],
    ['warrirs', NAMES[1]],
    ['warroirs', NAMES[1]],
    ['lgue', 'Next league'],
  ])('puts for %j first %j', (query, first) => {
    expect(index.find(query, 5)[0]).toBe(first);
  });

  it('finds nothing for what matches nothing, nor for nothing', () => {
    expect(index.find('zzz', 5)).toEqual([]);
    expect(index.find('bos zzz', 5)).toEqual([]);
    expect(index.find('  ', 5)).toEqual([]);
  });

  it('lifts by weight among equal matches and keeps the given order otherwise', () => {
    const twins = new NameIndex([
      { text: 'Heat', weight: 0, value: 'first' },
      { text: 'Heat', weight: 3, value: 'lifted' },
      { text: 'Heat', weight: 0, value: 'last' },
    ]);
    expect(twins.find('he', 3)).toEqual(['lifted', 'first', 'last']);
    expect(twins.find('he', 2)).toEqual(['lifted', 'first']);
  });

  it('finds every name by the beginnings of its words in any order', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), fc.nat(), (words, turn) => {
        const one = new NameIndex([{ text: words.join(' '), weight: 0, value: 'it' }]);
        const turned = [...words.slice(turn % words.length), ...words.slice(0, turn % words.length)];
        const typed = turned.map((each) => each.slice(0, 1 + (turn % each.length))).join(' ');
        expect(one.find(typed, 1)).toEqual(['it']);
      }),
    );
  });
});

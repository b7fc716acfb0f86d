import { describe, expect, it } from 'vitest';
import { compareSportsbooks, sportsbookName, sportsbookOrderOf } from './sportsbook-names.ts';

describe('sportsbookName', () => {
  it.each([
    ['draftkings', 'DraftKings'],
    ['betmgm', 'BetMGM'],
    ['espn_bet', 'ESPN BET'],
    ['hard_rock', 'Hard Rock'],
    ['some_new-book', 'Some New Book'],
    ['draftkings_nj', 'DraftKings NJ'],
    ['zebet_uk', 'Zebet Uk'],
    ['consensus', 'Consensus'],
    ['constructor', 'Constructor'],
  ])('writes %s as %s', (id, name) => {
    expect(sportsbookName(id)).toBe(name);
  });
});

it('puts known sportsbooks first, others by name, consensus last', () => {
  const ids = ['consensus', 'zebet', 'fanduel', 'abcbook', 'draftkings'];
  expect(ids.sort(compareSportsbooks)).toEqual(['draftkings', 'fanduel', 'abcbook', 'zebet', 'consensus']);
});

it('puts the user’s order first, then the product’s', () => {
  const ids = ['consensus', 'zebet', 'fanduel', 'abcbook', 'draftkings'];
  expect(ids.sort(sportsbookOrderOf(['zebet', 'consensus']))).toEqual([
    'zebet',
    'consensus',
    'draftkings',
    'fanduel',
    'abcbook',
  ]);
});

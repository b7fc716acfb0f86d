import { describe, expect, it, test } from 'vitest';
import type { Aged, Catalogue } from '#contract/catalogue.ts';
import {
  choose,
  countChosen,
  draftOf,
  emptyLists,
  filtersOf,
  isSameAsk,
  largeAsk,
  offerOf,
  sizeOf,
  withSports,
} from './filter-draft.ts';

const aged = <T>(value: T): Aged<T> => ({ fetchedAtMs: 1, value, failure: null });
const game = (label: string, sport: string, startsAtMs: number) => ({ label, sport, startsAtMs });
const CATALOGUE: Catalogue = {
  sports: aged(['NFL', 'NBA']),
  sportsbooks: aged(['pinnacle', 'draftkings']),
  games: aged([game('b', 'NBA', 2), game('a', 'NBA', 1), game('c', 'NFL', 3)]),
  markets: aged(['Moneyline', 'Spread', 'Points']),
};
const MARKETS = CATALOGUE.markets.value;
const offer = (draft: ReturnType<typeof draftOf>) => offerOf(CATALOGUE, draft, MARKETS);

describe('a draft of filters', () => {
  it('leaves out every list of which all is chosen', () => {
    const draft = draftOf({ sportsbooks: ['draftkings', 'pinnacle'], sports: ['NBA'] });
    expect(filtersOf(draft, offer(draft))).toEqual({ sports: ['NBA'] });
  });

  it('offers the games of the chosen sports only, in the order of sports and starts', () => {
    expect(offer(draftOf({})).games.map(({ label }) => label)).toEqual(['c', 'a', 'b']);
    expect(offer(draftOf({ sports: ['NBA'] })).games.map(({ label }) => label)).toEqual(['a', 'b']);
  });

  it('brings the games of a sport that is chosen anew', () => {
    const draft = draftOf({ sports: ['NBA'], games: ['a'] });
    const wider = withSports(draft, new Set(['NBA', 'NFL']), CATALOGUE.games.value);
    expect(filtersOf(wider, offer(wider))).toEqual({ games: ['c', 'a'] });
  });

  it('is all again when the last name is chosen, and an empty choice when the last is let go', () => {
    const offered = ['x', 'y'];
    expect(choose(new Set(['x']), offered, ['y'], true)).toBe('all');
    expect(choose('all', offered, ['x'], false)).toEqual(new Set(['y']));
    expect(choose('all', offered, offered, false)).toEqual(new Set());
  });

  it('names the lists of which nothing is chosen, names that do not exist included', () => {
    const draft = draftOf({ sportsbooks: ['draft kings'], markets: ['Spread'] });
    expect(emptyLists(draft, offer(draft))).toEqual(['sportsbooks']);
    expect(countChosen(draft.sportsbooks, CATALOGUE.sportsbooks.value)).toBe(0);
  });

  it('estimates what it asks for', () => {
    const all = draftOf({});
    expect(sizeOf(all, offer(all), 750).selections).toBe(3 * 2 * 750);
    const some = draftOf({ sports: ['NFL'], sportsbooks: ['pinnacle'], markets: ['Spread'] });
    expect(sizeOf(some, offer(some), 750).selections).toBe(2);
  });
});

test.each([
  ['no filters at all', {}, 10, 'everything'],
  ['a large part', { sports: ['NBA'] }, 300_001, 'large'],
  ['a small part', { sports: ['NBA'] }, 300_000, null],
])('a second thought: %s', (_case, filters, selections, why) => {
  expect(largeAsk(filters, { selections, snapshotBytes: 0 })).toBe(why);
});

test.each([
  [{ sports: ['a', 'b'] }, { sports: ['b', 'a'] }, true],
  [{ sports: ['a'] }, {}, false],
  [{ sports: ['a'] }, { sports: ['b'] }, false],
  [{}, {}, true],
])('%j and %j ask for the same: %s', (left, right, same) => {
  expect(isSameAsk(left, right)).toBe(same);
});

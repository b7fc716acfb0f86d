import { expect, it } from 'vitest';
import { findSettings, SETTINGS } from './setting-list.ts';

const idsOf = (sought: string) => findSettings(sought).map(({ id }) => id);

it('shows every setting before anything is sought, each under a name of its own', () => {
  expect(findSettings('')).toEqual(SETTINGS);
  expect(new Set(SETTINGS.map(({ id }) => id)).size).toBe(SETTINGS.length);
});

it.each([
  ['dark', ['theme']],
  ['TIME', ['timeZone']],
  ['hotkeys', ['shortcuts']],
  ['books', ['sportsbooks']],
  ['api pass', ['key']],
  ['group', ['groups']],
  ['source', ['groups']],
  ['steam', ['groups']],
])('finds by %j what people call it', (sought, ids) => {
  expect(idsOf(sought)).toEqual(expect.arrayContaining(ids));
});

it('finds nothing for what no setting is about', () => {
  expect(idsOf('zzz')).toEqual([]);
});

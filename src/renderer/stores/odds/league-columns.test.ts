import { describe, expect, it } from 'vitest';
import { COLUMN_WIDTHS, DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { ColumnChange, figureId, figureOf, groupSpans, inOrder, leagueColumns } from './league-columns.ts';

const IDS = ['a', 'b', 'c'];
const group = (...sportsbooks: string[]) => ({ name: 'Sharp', sportsbooks, isOneSource: false });
const at = (settings: Partial<Settings>) =>
  new ColumnChange({ ...DEFAULT_SETTINGS, ...settings }, 'NBA', IDS);
const nba = (change: Partial<Settings>) => leagueColumns({ ...DEFAULT_SETTINGS, ...change }, 'NBA');

describe('ColumnChange', () => {
  it.each([
    ['c', 'a', ['c', 'a', 'b']],
    ['a', 'b', ['b', 'a', 'c']],
    ['a', 'c', ['b', 'c', 'a']],
    ['b', 'a', ['b', 'a', 'c']],
    ['nobody', 'a', IDS],
  ])('moves %s to where %s is', (id, to, order) => {
    expect(nba(at({}).move(id, to))).toMatchObject({ order, hidden: [], widths: {} });
  });

  it('moves a column around a group', () => {
    expect(nba(at({ sportsbookGroups: [group('a', 'b')] }).move('c', 'b'))?.order).toEqual(['c', 'a', 'b']);
  });

  it('starts from what holds for all leagues, and keeps the other leagues', () => {
    const columns = { NFL: { order: ['b'], hidden: [], widths: { b: 90 } } };
    const changed = at({ hiddenSportsbooks: ['b'], columns }).show('a', false);
    expect(changed.columns).toEqual({ ...columns, NBA: { order: IDS, hidden: ['b', 'a'], widths: {} } });
    expect(nba(at(changed).show('b', true))?.hidden).toEqual(['a']);
    expect(at(changed).reset().columns).toEqual(columns);
  });

  it('keeps widths within what a column can have', () => {
    const wide = at({}).resize('a', 9999);
    expect(nba(wide)?.widths).toEqual({ a: COLUMN_WIDTHS.most });
    expect(nba(at(wide).resize('b', 1))?.widths).toEqual({ a: COLUMN_WIDTHS.most, b: COLUMN_WIDTHS.least });
    expect(nba(at({}).resize('a', 99.6))?.widths).toEqual({ a: 100 });
  });

  it('is not taken in by a league that is called like a part of every object', () => {
    expect(leagueColumns(DEFAULT_SETTINGS, 'constructor')).toBe(null);
  });
});

describe('order and figures', () => {
  it('puts columns that are not named behind, as they are', () => {
    const columns = ['x', 'b', 'y', 'a'].map((id) => ({ id }));
    expect(inOrder(columns, ['a', 'b'], []).map(({ id }) => id)).toEqual(['a', 'b', 'x', 'y']);
  });

  it('puts the columns of a group where the first of it stands, and says which they are', () => {
    const columns = [figureId('hold'), 'x', 'b', 'y', 'a'].map((id) => ({ id }));
    const placed = inOrder(columns, ['a', figureId('hold')], [group('y', 'a', 'gone')]);
    expect(placed.map(({ id, group: name }) => `${id} ${name}`)).toEqual([
      'a Sharp',
      'y Sharp',
      'figure:hold null',
      'x null',
      'b null',
    ]);
    expect(groupSpans(placed)).toEqual([{ name: 'Sharp', from: 0, count: 2 }]);
    expect(groupSpans(placed.slice(1))).toEqual([{ name: 'Sharp', from: 0, count: 1 }]);
    expect(groupSpans(placed.slice(2))).toEqual([]);
  });

  it('knows figures by their ids', () => {
    expect(figureOf(figureId('no-vig'))).toBe('no-vig');
    expect(figureOf('pinnacle')).toBe(null);
  });
});

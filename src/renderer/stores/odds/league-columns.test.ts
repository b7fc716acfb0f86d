import { describe, expect, it } from 'vitest';
import { COLUMN_WIDTHS, DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { ColumnChange, figureId, figureOf, inOrder, leagueColumns } from './league-columns.ts';

const IDS = ['a', 'b', 'c'];
const at = (settings: Partial<Settings>) =>
  new ColumnChange({ ...DEFAULT_SETTINGS, ...settings }, 'NBA', IDS);
const nba = (change: Partial<Settings>) => leagueColumns({ ...DEFAULT_SETTINGS, ...change }, 'NBA');

describe('ColumnChange', () => {
  it.each([
    ['c', 0, ['c', 'a', 'b']],
    ['a', 1, ['b', 'a', 'c']],
    ['a', 9, ['b', 'c', 'a']],
    ['b', -4, ['b', 'a', 'c']],
  ])('moves %s to %i', (id, to, order) => {
    expect(nba(at({}).move(id, to))).toMatchObject({ order, hidden: [], widths: {} });
  });

  it('moves nothing that is not there', () => {
    expect(at({}).move('nobody', 1)).toEqual({});
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
    expect(inOrder(columns, ['a', 'b']).map(({ id }) => id)).toEqual(['a', 'b', 'x', 'y']);
  });

  it('knows figures by their ids', () => {
    expect(figureOf(figureId('no-vig'))).toBe('no-vig');
    expect(figureOf('pinnacle')).toBe(null);
  });
});

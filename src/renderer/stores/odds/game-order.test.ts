import { describe, expect, it } from 'vitest';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { orderGames } from './game-order.ts';

function row(rowId: number, away: string, home: string, startsAtMs: number | null): ScreenRow {
  return { rowId, game: `${home} vs ${away}`, away, home, startsAtMs, sides: [away, home] };
}

const ROWS = [
  row(0, 'Boston Celtics', 'New York Knicks', 300),
  row(1, 'Atlético Madrid', 'Málaga', null),
  row(2, 'Utah Jazz', 'Miami Heat', 100),
  row(3, 'Chicago Bulls', 'Atlanta Hawks', 300),
];

const ids = (search: string) => orderGames(ROWS, search).map(({ rowId }) => rowId);

describe('orderGames', () => {
  it('sorts by start, then by label, games without a start last', () => {
    expect(ids('')).toEqual([2, 3, 0, 1]);
  });

  it.each([
    ['knicks', [0]],
    ['  KNI bos ', [0]],
    ['malaga', [1]],
    ['atletico', [1]],
    ['at', [2, 3, 1]],
    ['knicks heat', []],
  ])('finds %j', (search, expected) => {
    expect(ids(search)).toEqual(expected);
  });

  it('leaves the rows it was given as they were', () => {
    const given = [...ROWS];
    orderGames(given, '');
    expect(given).toEqual(ROWS);
  });
});

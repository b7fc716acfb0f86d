import { describe, expect, it } from 'vitest';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { EVERY_GAME, type GameTime, type GameWish, orderGames } from './game-order.ts';

const DAY_MS = 1000;

function row(rowId: number, away: string, home: string, startsAtMs: number | null): ScreenRow {
  return { rowId, game: `${home} vs ${away}`, away, home, startsAtMs, sides: [away, home] };
}

const ROWS = [
  row(0, 'Boston Celtics', 'New York Knicks', 300),
  row(1, 'Atlético Madrid', 'Málaga', null),
  row(2, 'Utah Jazz', 'Miami Heat', 100),
  row(3, 'Chicago Bulls', 'Atlanta Hawks', 300),
  row(4, 'Dallas Stars', 'Nashville Predators', 1200),
  row(5, 'Vegas Golden Knights', 'Seattle Kraken', 2500),
];

const ids = (part: Partial<GameWish>) =>
  orderGames(ROWS, {
    ...EVERY_GAME,
    nowMs: 200,
    daysAhead: (atMs) => Math.floor(atMs / DAY_MS),
    ...part,
  }).map(({ rowId }) => rowId);

describe('orderGames', () => {
  it('sorts by start, then by label, games without a start last', () => {
    expect(ids({})).toEqual([2, 3, 0, 4, 5, 1]);
  });

  it.each([
    ['knicks', [0]],
    ['  KNI bos ', [0]],
    ['malaga', [1]],
    ['atletico', [1]],
    ['at', [2, 3, 4, 5, 1]],
    ['knicks heat', []],
  ])('finds %j', (search, expected) => {
    expect(ids({ search })).toEqual(expected);
  });

  it.each<[GameTime, number[]]>([
    ['live', [2]],
    ['today', [2, 3, 0]],
    ['tomorrow', [4]],
  ])('keeps the games of %s', (time, expected) => {
    expect(ids({ time })).toEqual(expected);
  });

  it('sorts by rank, and equal ones by their start', () => {
    const ranks = [5, Number.POSITIVE_INFINITY, 5, 1, 7, Number.POSITIVE_INFINITY];
    expect(ids({ rank: ({ rowId }) => ranks[rowId]! })).toEqual([3, 2, 0, 4, 5, 1]);
  });

  it('leaves the rows it was given as they were', () => {
    const given = [...ROWS];
    orderGames(given, EVERY_GAME);
    expect(given).toEqual(ROWS);
  });
});

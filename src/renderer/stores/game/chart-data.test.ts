import { describe, expect, it } from 'vitest';
import { summarize } from '#domain/history/series-summary.ts';
import { bestNow, chartData, joined, priceAt, priceAtHeight, priceHeight } from './chart-data.ts';

const point = (atMs: number, american: number) => ({ atMs, american, line: null });

describe('priceHeight', () => {
  it.each([
    [100, 0],
    [-100, 0],
    [-110, -10],
    [150, 50],
  ])('%i stands at %i', (american, height) => {
    expect(priceHeight(american)).toBe(height);
  });

  it.each([-250, -101, 100, 101, 2500])('gives %i back', (american) => {
    expect(priceAtHeight(priceHeight(american))).toBe(american);
  });
});

describe('chartData', () => {
  it('begins with the price in force and carries the last one to the end', () => {
    const lines = [
      { sportsbook: 'a', points: [point(1000, -120), point(3000, -110), point(9000, 200)] },
      { sportsbook: 'b', points: [point(4000, 0), point(5000, 110)] },
      { sportsbook: 'c', points: [] },
    ];
    expect(chartData(lines, 2000, 6000)).toEqual({
      timesS: [2, 3, 4, 5, 6],
      heights: [
        [-20, -10, undefined, undefined, -10],
        [undefined, undefined, null, 10, 10],
        [undefined, undefined, undefined, undefined, undefined],
      ],
    });
  });

  it('knows the price in force at any time', () => {
    const points = [point(10, -110), point(20, 0), point(30, 120)];
    expect([5, 10, 19, 20, 29, 99].map((atMs) => priceAt(points, atMs))).toEqual([
      undefined,
      -110,
      -110,
      null,
      null,
      120,
    ]);
  });

  it('adds to what is kept only what came after it', () => {
    expect(joined([point(1, 100), point(5, 110)], [point(3, 120), point(5, 110), point(7, 130)])).toEqual([
      point(1, 100),
      point(5, 110),
      point(7, 130),
    ]);
  });

  it('makes no move of a price that is kept and then seen, nor of a line that only what is kept says', () => {
    const kept = [{ ...point(1, -120), line: 1.5 }];
    const later = joined(kept, [point(4, -120), point(6, -125)]);
    expect(later).toEqual([...kept, { ...point(6, -125), line: 1.5 }]);
    expect(summarize(later).moves).toBe(1);
    expect(summarize(joined(kept, [point(4, -120)])).moves).toBe(0);
  });
});

describe('the best price of now', () => {
  const line = (sportsbook: string, ...prices: number[]) => ({
    sportsbook,
    points: prices.map((american, atMs) => ({ atMs, american, line: null })),
  });

  it.each<[string, ReturnType<typeof line>[], number | null]>([
    ['the newest that pays most', [line('circa', 150, -110), line('bovada', 100, -105)], -105],
    ['even money before a favourite', [line('circa', -105), line('bovada', 100)], 100],
    ['none that is suspended', [line('circa', 150, 0), line('bovada', -120)], -120],
    ['nobody’s consensus', [line('consensus', 200), line('bovada', -120)], -120],
    ['nothing where nothing is offered', [line('circa', 0)], null],
  ])('is %s', (_, lines, best) => {
    expect(bestNow(lines)).toBe(best);
  });
});

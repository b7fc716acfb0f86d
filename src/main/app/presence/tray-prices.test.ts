import { describe, expect, it } from 'vitest';
import type { WatchRow } from '#contract/watchlists.ts';
import type { EngineThread } from '../engine-thread.ts';
import { SteadyPrices, TrayPrices, trayPrice } from './tray-prices.ts';

const ROW: WatchRow = {
  rowId: '1',
  entryId: '1',
  game: 'Lakers vs Celtics, 2026-01-18, 07',
  home: 'Lakers',
  away: 'Celtics',
  sport: 'NBA',
  startsAtMs: null,
  market: 'game|moneyline',
  side: 'home',
  wording: 'Lakers Moneyline',
  sportsbook: 'circa',
  sportsbooks: 3,
  american: 150,
  line: null,
  changedAtMs: 0,
  isLive: true,
};

const list = (watchlistId: string) => ({ watchlistId, name: watchlistId, entries: [] });

describe('trayPrice', () => {
  it.each([
    ['as the user writes prices', {}, 'decimal', true, 'Lakers Moneyline: 2.50 at Circa'],
    ['with a sign', {}, 'american', true, 'Lakers Moneyline: +150 at Circa'],
    ['that is not offered', { american: 0 }, 'american', true, 'Lakers Moneyline: not offered'],
    ['that is stale', { isLive: false }, 'american', true, 'Lakers Moneyline: +150 at Circa (not current)'],
    ['without a connection', {}, 'american', false, 'Lakers Moneyline: +150 at Circa (not current)'],
  ] as const)('tells a price %s', (_, part, format, isConnected, text) =>
    expect(trayPrice({ ...ROW, ...part }, format, isConnected)).toEqual({ text, game: ROW.game }),
  );
});

describe('SteadyPrices', () => {
  it('move every ten seconds; what is listed, current or offered counts at once', () => {
    const prices = new SteadyPrices();
    const shown = (atMs: number) => prices.at(atMs).map(({ american, isLive }) => [american, isLive]);
    prices.take([ROW]);
    expect(shown(0)).toEqual([[150, true]]);
    prices.take([{ ...ROW, american: 155 }]);
    expect(shown(9_999)).toEqual([[150, true]]);
    expect(shown(10_000)).toEqual([[155, true]]);
    for (const [rows, wanted] of [
      [[{ ...ROW, american: 160, isLive: false }], [[160, false]]],
      [[{ ...ROW, american: 0, isLive: false }], [[0, false]]],
      [[], []],
    ] as const) {
      prices.take(rows);
      expect(shown(10_001)).toEqual(wanted);
    }
  });
});

describe('TrayPrices', () => {
  it('looks at the first watchlist, at another when that is the first, and at none when there is none', async () => {
    const opened: unknown[] = [];
    const heard: (readonly WatchRow[])[] = [];
    const call = async (name: string, input: { watchlistId: string | null }) => {
      if (name === 'watchlists') return [list('a'), list('b')];
      opened.push(input);
      return { watchlistId: '', rows: input.watchlistId === null ? [] : [ROW] };
    };
    const prices = new TrayPrices({ call: call as EngineThread['call'] }, (rows) => heard.push(rows));
    await prices.open();
    prices.take({ kind: 'watched', windowId: 0, prices: { watchlistId: 'a', rows: [ROW, ROW] } });
    prices.take({ kind: 'watched', windowId: 1, prices: { watchlistId: 'b', rows: [] } });
    expect(heard).toEqual([[ROW], [ROW, ROW]]);
    for (const watchlists of [[list('b')], []]) {
      prices.take({ kind: 'watchlists', watchlists });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(opened).toEqual(['a', 'b', null].map((watchlistId) => ({ windowId: 0, watchlistId })));
    expect(heard.at(-1)).toEqual([]);
  });

  it('has none of an engine that is gone', async () => {
    const call = () => Promise.reject(new Error('The engine is not running.'));
    await expect(new TrayPrices({ call }, () => undefined).open()).resolves.toBeUndefined();
  });
});

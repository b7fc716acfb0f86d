import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { estimateAsk, outcomesAGame } from './estimate.ts';

const OFFERED = ['Moneyline', 'Money Line', 'Spread', 'Total', 'Player Points', '1st Half Total', 'Rebounds'];
const ask = { games: 10, sportsbooks: 4, markets: null, offeredMarkets: OFFERED, outcomesAGame: 750 };

describe('the size of an ask', () => {
  test.each([
    ['all markets', null, 10 * 4 * 750],
    ['one main market', ['Moneyline'], 10 * 4 * 2],
    ['one main market under both its names', ['Moneyline', 'Money Line'], 10 * 4 * 2],
    ['the three main markets', ['Moneyline', 'Spread', 'Total'], 10 * 4 * 6],
    ['one of three others', ['Rebounds'], 10 * 4 * ((750 - 6) / 3)],
    ['every market by name', OFFERED, 10 * 4 * 750],
    ['no market', [], 0],
  ])('%s', (_name, markets, selections) => {
    expect(estimateAsk({ ...ask, markets })).toEqual({ selections, snapshotBytes: selections * 280 });
  });

  test.each([
    ['what the feed brought', { selections: 2_000, listings: 20, hasAllMarkets: true }, 100],
    ['a usual figure after too few games', { selections: 2_000, listings: 9, hasAllMarkets: true }, 750],
    [
      'a usual figure while markets are filtered',
      { selections: 90, listings: 30, hasAllMarkets: false },
      750,
    ],
  ])('counts with %s', (_name, board, expected) => {
    expect(outcomesAGame(board)).toBe(expected);
  });

  it('needs no list of offered markets for main ones', () => {
    expect(estimateAsk({ ...ask, markets: ['Total'], offeredMarkets: [] }).selections).toBe(80);
  });

  it('never shrinks when more is chosen', () => {
    fc.assert(
      fc.property(
        fc.subarray(OFFERED),
        fc.constantFrom(...OFFERED),
        fc.nat(500),
        fc.nat(40),
        (some, more, g, b) => {
          const size = (markets: string[]) =>
            estimateAsk({ games: g, sportsbooks: b, markets, offeredMarkets: OFFERED, outcomesAGame: 750 })
              .selections;
          expect(size([...new Set([...some, more])])).toBeGreaterThanOrEqual(size(some));
        },
      ),
    );
  });
});

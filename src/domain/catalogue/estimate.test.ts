import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { estimateAsk } from './estimate.ts';

const OFFERED = ['Moneyline', 'Money Line', 'Spread', 'Total', 'Player Points', '1st Half Total', 'Rebounds'];
const ask = { games: 10, sportsbooks: 4, markets: null, offeredMarkets: OFFERED };

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
            estimateAsk({ games: g, sportsbooks: b, markets, offeredMarkets: OFFERED }).selections;
          expect(size([...new Set([...some, more])])).toBeGreaterThanOrEqual(size(some));
        },
      ),
    );
  });
});

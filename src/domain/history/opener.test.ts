import { describe, expect, it } from 'vitest';
import { openerOf, type RecordedPrice } from './opener.ts';

const price = (part: Partial<RecordedPrice>): RecordedPrice => ({
  sportsbook: 'circa',
  market: 'game|spread|-3.5',
  side: 'home',
  line: -3.5,
  american: -110,
  atMs: 1_000,
  ...part,
});

describe('openerOf', () => {
  it('is the first price of the sportsbook that was first, both sides of it', () => {
    const opener = openerOf([
      price({ sportsbook: 'fanduel', american: -130, atMs: 2_000 }),
      price({ american: -125, atMs: 90_000 }),
      price({ side: 'away', line: 3.5, american: -105, atMs: 1_200 }),
      price({}),
    ]);
    expect(opener).toEqual({
      sportsbook: 'circa',
      atMs: 1_000,
      sides: [
        { american: -105, line: 3.5 },
        { american: -110, line: -3.5 },
      ],
    });
  });

  it('takes of several lines the one that is whole and the evenest', () => {
    const line = (home: number, away: number | null, at: number) => [
      price({ market: `game|spread|${at}`, line: at, american: home }),
      ...(away === null
        ? []
        : [price({ market: `game|spread|${at}`, side: 'away', line: -at, american: away })]),
    ];
    const opener = openerOf([...line(-200, 170, -1.5), ...line(-112, -108, -4), ...line(-110, null, -4.5)]);
    expect(opener?.sides).toEqual([
      { american: -108, line: 4 },
      { american: -112, line: -4 },
    ]);
  });

  it('knows no opener where nothing was offered that anybody could bet on', () => {
    expect(openerOf([])).toBeNull();
    expect(openerOf([price({ american: 0 }), price({ sportsbook: 'consensus' })])).toBeNull();
  });

  it('leaves a side out that was not stated', () => {
    expect(openerOf([price({ market: 'game|total|44', side: 'under', line: 44 })])?.sides).toEqual([
      undefined,
      { american: -110, line: 44 },
    ]);
  });
});

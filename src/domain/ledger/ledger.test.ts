import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { betIdentity } from '../identity/selection/selection-identity.ts';
import { type AmericanOdds, americanOdds } from '../odds/american.ts';
import { comparePrices } from '../odds/convert.ts';
import { withoutMargin } from '../odds/no-vig.ts';
import { subjectOfCell } from './cell-subject.ts';
import { closingValue } from './closing-value.ts';
import { BET_RESULTS, type ClosingLine, type NotedBet } from './noted-bet.ts';
import { profitHundredths, totalsBy, totalsOf } from './totals.ts';

const bet = (part: Partial<NotedBet> = {}): NotedBet => ({
  betId: 1,
  sport: 'NBA',
  game: 'Lakers vs Celtics, 2026-11-24, 07',
  sportsbook: 'draftkings',
  wording: 'Lakers −3.5',
  subject: { market: 'game|spread|-3.5', side: 'home' },
  american: americanOdds(-110),
  stakeHundredths: 11_000,
  currency: 'USD',
  placedAtMs: 0,
  startsAtMs: null,
  comment: '',
  result: 'open',
  closing: null,
  ...part,
});
const closed = (part: Partial<ClosingLine>): ClosingLine => ({
  american: null,
  fairProbability: null,
  sportsbooks: 0,
  seenAtMs: 0,
  isFinal: true,
  ...part,
});
const anyPrice = fc
  .oneof(fc.integer({ min: 100, max: 100_000 }), fc.integer({ min: -100_000, max: -101 }))
  .map((value) => value as AmericanOdds);

describe('prices without margin', () => {
  it('add up to 1, and what pays more is less likely', () => {
    fc.assert(
      fc.property(fc.array(anyPrice, { minLength: 2, maxLength: 4 }), (prices) => {
        const fair = withoutMargin(prices)!;
        expect(fair.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
        for (const [at, price] of prices.entries())
          for (const [other, otherPrice] of prices.entries())
            if (comparePrices(price, otherPrice) > 0) expect(fair[at]).toBeLessThan(fair[other]!);
      }),
    );
  });

  test('two even sides are a coin; one price alone is no market', () => {
    expect(withoutMargin([americanOdds(-110), americanOdds(-110)])).toEqual([0.5, 0.5]);
    expect(withoutMargin([americanOdds(-110)])).toBeNull();
  });
});

describe('closing-line value', () => {
  test.each([
    [-110, -120, 10],
    [-110, -110, 0],
    [-110, 100, -10],
    [105, -105, 10],
    [150, 130, 20],
    [100, -100, 0],
  ])('from %d to %d it is %d cents', (paid, last, cents) => {
    const value = closingValue({
      american: americanOdds(paid),
      closing: closed({ american: americanOdds(last) }),
    });
    expect(value?.cents).toBe(cents);
    expect(Math.sign(value!.atBook!)).toBe(Math.sign(cents));
  });

  test('against a fair coin a price of +105 is worth 2.5 %, one of -110 costs 4.5 %', () => {
    const value = (american: number) =>
      closingValue({ american: americanOdds(american), closing: closed({ fairProbability: 0.5 }) })!.noVig!;
    expect(value(105)).toBeCloseTo(0.025, 10);
    expect(value(-110)).toBeCloseTo(-0.04545, 4);
  });

  test('none without a closing line, and none of the parts that nobody quoted', () => {
    expect(closingValue(bet())).toBeNull();
    expect(closingValue(bet({ closing: closed({}) }))).toEqual({ atBook: null, cents: null, noVig: null });
  });
});

describe('totals', () => {
  test.each([
    ['open', null],
    ['won', 10_000],
    ['lost', -11_000],
    ['push', 0],
    ['void', 0],
  ] as const)('a bet of 110 at -110 that is %s comes to %d', (result, profit) => {
    expect(profitHundredths(bet({ result }))).toBe(profit);
  });

  test('return counts settled bets, pushes included, void ones not', () => {
    const totals = totalsOf([
      bet({ result: 'won' }),
      bet({ result: 'push', closing: closed({ fairProbability: 0.55 }) }),
      bet({ result: 'void' }),
      bet({ closing: closed({ fairProbability: 0.5, isFinal: false }) }),
    ]);
    expect(totals).toMatchObject({ bets: 4, open: 1, stakeHundredths: 33_000, profitHundredths: 10_000 });
    expect(totals.roi).toBeCloseTo(10_000 / 22_000, 12);
    expect(totals.meanClosingValue).toBeCloseTo(0.05, 12);
  });

  it('the lines of a table add up to the whole, and never mix currencies', () => {
    const anyBet = fc
      .record({
        sportsbook: fc.constantFrom('a', 'b', 'c'),
        currency: fc.constantFrom('USD', 'EUR'),
        result: fc.constantFrom(...BET_RESULTS),
        american: anyPrice,
        stakeHundredths: fc.integer({ min: 1, max: 10_000_000 }),
      })
      .map(bet);
    fc.assert(
      fc.property(fc.array(anyBet, { maxLength: 40 }), (bets) => {
        const lines = totalsBy(bets, ({ sportsbook }) => sportsbook);
        for (const currency of ['USD', 'EUR']) {
          const ofCurrency = lines.filter((line) => line.currency === currency);
          const whole = totalsOf(bets.filter((each) => each.currency === currency));
          const sum = (key: 'bets' | 'open' | 'stakeHundredths' | 'profitHundredths') =>
            ofCurrency.reduce((total, { totals }) => total + totals[key], 0);
          expect(sum('bets')).toBe(whole.bets);
          expect(sum('open')).toBe(whole.open);
          expect(sum('stakeHundredths')).toBe(whole.stakeHundredths);
          expect(sum('profitHundredths')).toBe(whole.profitHundredths);
        }
        expect(new Set(lines.map(({ name, currency }) => `${name} ${currency}`)).size).toBe(lines.length);
      }),
    );
  });
});

describe('a cell of the odds screen', () => {
  const names = { moneyline: 'Moneyline', spread: 'Spread', total: 'Total' };
  const game = { home: 'Lakers', away: 'Celtics', isFlipped: false };

  it('is the same bet as the selection that stands in it', () => {
    const anyCell = fc.record({
      market: fc.constantFrom('moneyline' as const, 'spread' as const, 'total' as const),
      isThreeWay: fc.boolean(),
      side: fc.nat(2),
      line: fc.integer({ min: -80, max: 80 }).map((quarters) => quarters / 4),
    });
    fc.assert(
      fc.property(anyCell, ({ market, isThreeWay, side, line: anyLine }) => {
        const sides = market !== 'total' && isThreeWay ? 3 : 2;
        const line = market === 'total' ? Math.abs(anyLine) : anyLine;
        const subject = subjectOfCell({
          market,
          sides,
          side,
          line: market === 'moneyline' ? Number.NaN : line,
        });
        const parts = {
          name: names[market],
          line: market === 'moneyline' ? null : String(line),
          overUnder: market === 'total' ? ['Over', 'Under'][side]! : null,
          target: market === 'total' ? null : ['Celtics', 'Lakers', 'Draw'][side]!,
        };
        const withDraw = sides === 3 ? new Set([names[market]]) : new Set<string>();
        const bet = betIdentity(parts, { ...game, withDraw });
        expect(subject).toEqual(side < sides && bet ? { market: bet.market, side: bet.side } : null);
      }),
    );
  });
});

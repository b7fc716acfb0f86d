import { describe, expect, it, test } from 'vitest';
import { AlertRun, type Stated, spread, total } from '../../testing/alert-run.ts';

const LEAGUE = { type: 'league', sport: 'NBA' };
const rule = (more: Record<string, unknown>, on: unknown = LEAGUE) => [{ name: 'r', on, ...more }];
const L = 'Lakers';
const C = 'Celtics';
const GAME = new AlertRun([]).game;
const value = { kind: 'value', overPct: 5, fair: ['sharp'], method: 'multiplicative' };
const arbitrage = { kind: 'arbitrage', overPct: 1, freshS: 5 };
const best = { kind: 'price', price: 150, of: 'best' };
const both = (home: number, away: number): Stated[] => [
  [L, home],
  [C, away],
];

/** A run with the moneyline at some sportsbooks from the snapshot. */
function begun(rules: unknown, books: Readonly<Record<string, Stated[]>>): AlertRun {
  const run = new AlertRun(rules);
  for (const [book, outcomes] of Object.entries(books)) run.snapshot(book, outcomes);
  return run;
}

describe('a rule on a part of a market', () => {
  const home = { type: 'filter', sports: ['NBA'], markets: ['moneyline'], sides: ['home'] };
  const one = { type: 'entry', entry: { kind: 'selection', game: GAME, sportsbook: 'a', outcome: L } };

  it('tells of the best price of its side alone', () => {
    const run = begun(rule(best, home), { a: both(100, 100), b: both(100, 100) });
    run.update('a', both(110, 160));
    run.update('b', both(155, 170));
    expect(run.short).toEqual(['r: b Lakers 110>155']);
  });

  it('hears of the fair price that moves elsewhere, and tells of what it looks at alone', () => {
    for (const on of [home, one]) {
      const run = begun(rule(value, on), { sharp: both(100, 100), a: both(100, 100) });
      run.update('sharp', both(-150, 130));
      expect(run.short).toEqual(['r: a Lakers 100>100']);
      run.update('a', [[C, 200]]);
      expect(run.told).toHaveLength(1);
    }
    const elsewhere = begun(rule(value, one), {
      sharp: both(100, 100),
      a: both(100, 100),
      b: both(100, 100),
    });
    elsewhere.update('b', [[L, 150]]);
    expect(elsewhere.told).toEqual([]);
  });

  it('bets on its side where it looks, on the others anywhere', () => {
    const run = begun(rule(arbitrage, one), { a: both(100, -110), b: both(120, -110), c: both(100, -110) });
    run.update('c', [[C, -105]]);
    expect(run.told).toEqual([]);
    run.update('c', [[C, 110]]);
    expect(run.told[0]!.evidence.map(({ sportsbook, outcome }) => `${sportsbook} ${outcome}`).sort()).toEqual(
      ['a Lakers', 'c Celtics'],
    );
  });

  it('follows its outcome to another line', () => {
    const on = { type: 'entry', entry: { kind: 'selection', game: GAME, sportsbook: 'a', outcome: 'o' } };
    const both_ = (line: number, over: number, under: number) => [
      total('Over', line, over, 'o'),
      total('Under', line, under, 'u'),
    ];
    const run = new AlertRun(rule(value, on));
    run.snapshot('sharp', [...both_(210.5, 100, 100), total('Over', 211.5, 100), total('Under', 211.5, 100)]);
    run.snapshot('a', both_(210.5, 100, -120));
    run.update('a', both_(211.5, 100, -120));
    run.update('sharp', [total('Over', 211.5, -150), total('Under', 211.5, 130)]);
    expect(run.short).toEqual(['r: a o 100>100']);
  });
});

describe('what a fold takes off', () => {
  it('counts as it stood: the best price comes down with the sportsbook that paid it', () => {
    const run = begun(rule({ ...best, price: -150, reach: 'at-most' }), {
      a: both(-140, 100),
      b: both(-160, 100),
    });
    run.replace('a', [[C, 100]]);
    expect(run.short).toEqual(['r: b Lakers -140>-160']);
  });

  test.each<[string, Record<string, unknown>, Readonly<Record<string, Stated[]>>]>([
    ['the best price', best, { a: both(200, -300) }],
    ['value', value, { a: both(200, -300), sharp: both(100, 100) }],
    ['arbitrage', arbitrage, { a: both(200, -300), b: [[C, 100]] }],
  ])('%s that comes back as it went is no crossing', (_what, kind, books) => {
    const run = begun(rule(kind), books);
    run.update('a', [[C, -310]]);
    run.update('a', [[L, 0]]);
    run.update('a', [[L, 200]]);
    run.replace('a', [[C, -310]]);
    run.replace('a', both(200, -310));
    expect(run.told).toEqual([]);
    run.update('a', [[L, -300]]);
    run.update('a', [[L, 200]]);
    expect(run.told).toHaveLength(1);
  });

  it('a sportsbook that comes to a line was not there before', () => {
    const run = new AlertRun(rule({ ...best, line: 211 }));
    run.snapshot('a', [total('Over', 212.5, 150, 'o')]);
    run.update('a', [total('Over', 210.5, 150, 'o')]);
    expect(run.short).toEqual(['r: a o null>150']);
  });

  it('several lines that move at once are told once', () => {
    const run = new AlertRun(rule({ ...best, line: 212 }));
    const overs = (american: number) => [total('Over', 210.5, american), total('Over', 211.5, american)];
    run.snapshot('a', overs(100));
    run.update('a', overs(150));
    expect(run.told).toHaveLength(1);
  });
});

describe('a match that is listed twice', () => {
  const twin = GAME.replace(', 07', ', 08');

  it('is found by the label that comes last', () => {
    const run = new AlertRun(
      rule({ kind: 'price', price: 150 }, { type: 'entry', entry: { kind: 'game', game: twin } }),
    );
    run.snapshot('a', both(100, 100));
    run.update('a', [[L, 110]]);
    run.snapshot('b', both(100, 100), twin);
    run.update('a', [[L, 150]]);
    expect(run.short).toEqual(['r: a Lakers 110>150']);
  });
});

describe('edges of bounds and windows', () => {
  test.each([
    [-121, 0],
    [-120, 1],
    [120, 1],
    [121, 0],
  ])('bounds from -120 to 120, both in: %i', (american, times) => {
    const move = { kind: 'move', by: 1, unit: 'cents', withinS: 60, direction: 'both' };
    const run = begun(rule({ ...move, minPrice: -120, maxPrice: 120 }), { a: [[L, -300]] });
    run.update('a', [[L, american]]);
    expect(run.told).toHaveLength(times);
  });

  it('a line counts within its window to the millisecond', () => {
    for (const [passMs, times] of [
      [60_000, 1],
      [60_001, 0],
    ] as const) {
      const run = new AlertRun(rule({ kind: 'line', by: 1, withinS: 60 }));
      const at = (line: number) => [spread(L, line, -110), spread(C, -line, -110)];
      run.snapshot('a', at(-3));
      run.replace('a', at(-3.5));
      run.clock.pass(passMs);
      run.replace('a', at(-4));
      expect(run.told).toHaveLength(times);
    }
  });

  it('arbitrage never rests on the price of a connection that has ended', () => {
    const run = begun(rule(arbitrage), { a: both(110, -130), b: both(-130, -110) });
    run.board.beginConnection(run.clock.nowMs());
    run.snapshot('b', both(-130, -110));
    run.update('b', [[C, 100]]);
    expect(run.told).toEqual([]);
  });
});

describe('a leg that is too old', () => {
  const old = () => {
    const run = begun(rule(arbitrage), { a: both(-110, -110), b: both(-110, -110) });
    run.update('b', [[C, 110]]);
    run.clock.pass(5001);
    run.update('a', [[L, 110]]);
    expect(run.told).toEqual([]);
    return run;
  };

  it('counts again when its sportsbook states it anew at the same price', () => {
    const run = old();
    run.update('b', [[C, 110]]);
    expect(run.short).toEqual(['r: b Celtics 110>110']);
    run.update('b', [[C, 110]]);
    run.update('a', [[L, 110]]);
    expect(run.told).toHaveLength(1);
  });

  it('counts again beside another price of its sportsbook', () => {
    const run = old();
    run.update('b', both(-112, 110));
    expect(run.told).toHaveLength(1);
  });

  it('counts in the place of a fresh one that pays less', () => {
    const run = begun(rule(arbitrage), { a: both(-110, -110), b: both(-110, -110), c: both(-110, -110) });
    run.update('b', [[C, 110]]);
    run.clock.pass(5001);
    run.update('c', [[C, -115]]);
    run.update('a', [[L, 110]]);
    expect(run.told).toEqual([]);
    run.update('b', [[C, 110]]);
    expect(run.told).toHaveLength(1);
  });

  it('is no news where a snapshot states it', () => {
    const run = old();
    run.snapshot('b', both(-110, 110));
    run.update('b', [[C, 110]]);
    expect(run.told).toEqual([]);
  });

  it('is waited for no longer by a rule that is gone', () => {
    const run = old();
    run.watch.use([], [], run.at());
    run.update('b', [[C, 110]]);
    expect(run.told).toEqual([]);
  });
});

describe('the pseudo-book', () => {
  const price = { kind: 'price', price: 150 };

  it.each<[string, Record<string, unknown>, Record<string, unknown> | undefined, number]>([
    ['is passed over, since nobody can bet there', price, undefined, 0],
    ['is heard where the rule names it', { ...price, sportsbooks: ['consensus'] }, undefined, 1],
    [
      'is heard where it is what is watched',
      price,
      { type: 'entry', entry: { kind: 'selection', game: GAME, sportsbook: 'consensus', outcome: L } },
      1,
    ],
  ])('%s', (_, kind, on, count) => {
    const run = begun(on === undefined ? rule(kind) : rule(kind, on), { consensus: both(100, -120) });
    run.update('consensus', [[L, 150]]);
    expect(run.told).toHaveLength(count);
  });
});

describe('hours', () => {
  /** 2027-01-15 is a Friday; New York is 5 hours behind. */
  test.each<[string, object, string, boolean]>([
    ['over midnight, before it', { from: '22:00', to: '02:00', days: ['fri'] }, '2027-01-16T04:59:00Z', true],
    ['over midnight, after it', { from: '22:00', to: '02:00', days: ['fri'] }, '2027-01-16T06:59:00Z', true],
    [
      'over midnight, at its end',
      { from: '22:00', to: '02:00', days: ['fri'] },
      '2027-01-16T07:00:00Z',
      false,
    ],
    [
      'over midnight, of the day before',
      { from: '22:00', to: '02:00', days: ['sat'] },
      '2027-01-16T06:59:00Z',
      false,
    ],
    [
      'all day round, its first minute',
      { from: '08:00', to: '08:00', days: ['fri'] },
      '2027-01-15T13:00:00Z',
      true,
    ],
    [
      'all day round, its last minute',
      { from: '08:00', to: '08:00', days: ['fri'] },
      '2027-01-16T12:59:59Z',
      true,
    ],
    [
      'all day round, the next day',
      { from: '08:00', to: '08:00', days: ['fri'] },
      '2027-01-16T13:00:00Z',
      false,
    ],
    // the clocks go from 02:00 to 03:00 on 2027-03-14
    ['an hour that is skipped', { from: '02:00', to: '03:00', days: ['sun'] }, '2027-03-14T07:00:00Z', false],
    [
      'from within a skipped hour',
      { from: '02:30', to: '04:00', days: ['sun'] },
      '2027-03-14T07:00:00Z',
      true,
    ],
    // the clocks go from 02:00 back to 01:00 on 2027-11-07
    [
      'an hour that comes twice, first',
      { from: '01:00', to: '02:00', days: ['sun'] },
      '2027-11-07T05:30:00Z',
      true,
    ],
    [
      'an hour that comes twice, again',
      { from: '01:00', to: '02:00', days: ['sun'] },
      '2027-11-07T06:30:00Z',
      true,
    ],
    ['after it came twice', { from: '01:00', to: '02:00', days: ['sun'] }, '2027-11-07T07:00:00Z', false],
  ])('%s', (_what, hours, instant, isAwake) => {
    const on = { ...hours, timeZone: 'America/New_York' };
    const run = begun(rule({ kind: 'price', price: 150, hours: on }), { a: [[L, 100]] });
    run.clock.pass(Date.parse(instant) - run.clock.nowMs());
    run.update('a', [[L, 150]]);
    expect(run.told).toHaveLength(isAwake ? 1 : 0);
  });
});

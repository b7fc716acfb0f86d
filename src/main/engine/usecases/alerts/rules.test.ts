import { describe, expect, it, test } from 'vitest';
import { openMemoryDatabase } from '../../adapters/cache/open-database.ts';
import { AlertRun, spread, total } from '../../testing/alert-run.ts';
import { ManualClock } from '../../testing/manual-clock.ts';

const LEAGUE = { type: 'league', sport: 'NBA' };
const rule = (more: Record<string, unknown>, on: unknown = LEAGUE) => [{ name: 'r', on, ...more }];
const price = { kind: 'price', price: 150 };
const L = 'Lakers';
const C = 'Celtics';

/** A run whose moneyline at a sportsbook stands at -110 from the snapshot. */
function begun(rules: unknown, american = -110): AlertRun {
  const run = new AlertRun(rules);
  run.snapshot('a', [[L, american]]);
  return run;
}

describe('a price that reaches its target', () => {
  test.each([
    ['exactly', [149, 150], 1],
    ['not one cent before', [149, 148], 0],
    ['once a crossing', [150, 155, 160], 1],
    ['again after it was under', [150, 149, 151], 2],
    ['over a suspension only once', [150, 0, 151], 1],
    ['from a suspension', [0, 150], 1],
  ])('%s', (_what, prices, times) => {
    const run = begun(rule(price));
    for (const each of prices) run.update('a', [[L, each]]);
    expect(run.told).toHaveLength(times);
  });

  it('never from a snapshot, a resync or a feed that is not live', () => {
    const run = begun(rule(price), 200);
    run.update('a', [[L, 210]]);
    run.update('a', [[L, 140]]);
    run.isLive = false;
    run.update('a', [[L, 160]]);
    run.isLive = true;
    run.board.beginConnection(run.clock.nowMs());
    run.snapshot('a', [[L, 140]]);
    run.board.beginConnection(run.clock.nowMs());
    run.update('a', [[L, 170]]);
    expect(run.told).toEqual([]);
    run.update('a', [[L, 149]]);
    run.update('a', [[L, 151]]);
    expect(run.short).toEqual(['r: a Lakers 149>151']);
  });

  it('the best of the chosen sportsbooks, never the pseudo-book', () => {
    const run = begun(rule({ ...price, of: 'best', sportsbooks: ['a', 'b', 'consensus'] }));
    run.snapshot('b', [[L, 140]]);
    run.update('c', [[L, 200]]);
    run.update('consensus', [[L, 200]]);
    run.update('a', [[L, 150]]);
    run.update('b', [[L, 160]]);
    run.update('a', [[L, 100]]);
    run.update('b', [[L, 100]]);
    run.update('b', [[L, 150]]);
    expect(run.short).toEqual(['r: a Lakers 140>150', 'r: b Lakers 100>150']);
  });

  it('at the wanted line or a better one', () => {
    const run = new AlertRun(rule({ kind: 'price', price: -105, line: 3.5 }));
    run.snapshot('a', [spread(L, 3, -110), total('Under', 3, -110), total('Over', 4.5, -110)]);
    run.update('a', [spread(L, 3, -100)]);
    run.update('a', [spread(L, 3.5, -105)]);
    run.update('a', [total('Over', 4.5, -100)]);
    expect(run.short).toEqual(['r: a Lakers spread -100>-105']);
  });

  it('as little as is wanted', () => {
    const run = begun(rule({ kind: 'price', price: -150, reach: 'at-most' }));
    run.update('a', [[L, -149]]);
    run.update('a', [[L, -150]]);
    expect(run.short).toEqual(['r: a Lakers -149>-150']);
  });

  it('told once of a price that swings 1,000 times, with hysteresis', () => {
    const run = begun(rule({ ...price, repeat: { afterReturnBy: 10 } }));
    for (let swing = 0; swing < 1000; swing += 1) run.update('a', [[L, swing % 2 === 0 ? 152 : 141]]);
    expect(run.told).toHaveLength(1);
    run.update('a', [[L, 140]]);
    run.update('a', [[L, 150]]);
    expect(run.told).toHaveLength(2);
  });
});

describe('a price that moves', () => {
  const move = { kind: 'move', by: 10, unit: 'cents', withinS: 30, direction: 'both' };
  test.each<[string, object, [afterMs: number, american: number][], string[]]>([
    ['in one step', {}, [[0, -120]], ['-110>-120']],
    ['by too little', {}, [[0, -119]], []],
    [
      'across even',
      {},
      [
        [0, -105],
        [0, 105],
      ],
      ['-110>105'],
    ],
    [
      'in steps within the window, its edge included',
      {},
      [
        [0, -115],
        [30_000, -120],
      ],
      ['-110>-120'],
    ],
    [
      'in steps just too slow',
      {},
      [
        [0, -115],
        [30_001, -120],
      ],
      [],
    ],
    [
      'up only',
      { direction: 'up' },
      [
        [0, -125],
        [0, -115],
      ],
      ['-125>-115'],
    ],
    [
      'down only',
      { direction: 'down' },
      [
        [0, -100],
        [0, -110],
      ],
      ['-100>-110'],
    ],
    [
      'told from where it was told',
      {},
      [
        [0, -120],
        [0, -125],
        [0, -130],
      ],
      ['-110>-120', '-120>-130'],
    ],
    [
      'over a suspension',
      {},
      [
        [0, 0],
        [1000, -120],
      ],
      ['-110>-120'],
    ],
    ['by points of probability', { unit: 'points', by: 2.38 }, [[0, 100]], ['-110>100']],
    ['by percent', { unit: 'percent', by: 5 }, [[0, 100]], []],
    ['by percent, enough', { unit: 'percent', by: 4.76 }, [[0, 100]], ['-110>100']],
  ])('%s', (_what, more, steps, expected) => {
    const run = begun(rule({ ...move, ...more }));
    for (const [afterMs, american] of steps) {
      run.clock.pass(afterMs);
      run.update('a', [[L, american]]);
    }
    expect(run.told.map(({ from, to }) => `${from}>${to}`)).toEqual(expected);
  });

  it('not from a price of before the connection was lost', () => {
    const run = begun(rule(move));
    run.update('a', [[L, -115]]);
    run.board.beginConnection(run.clock.nowMs());
    run.snapshot('a', [[L, -200]]);
    run.update('a', [[L, -205]]);
    expect(run.told).toEqual([]);
  });
});

describe('a line that moves', () => {
  const lines = (run: AlertRun, ...steps: number[]) => {
    for (const line of steps) run.replace('a', [spread(L, line, -110), spread(C, -line, -110)]);
    return run.told.map(({ from, to }) => `${from}>${to}`);
  };
  const at = (rules: unknown, line: number) => {
    const run = new AlertRun(rules);
    run.snapshot('a', [spread(L, line, -110), spread(C, -line, -110)]);
    return run;
  };
  it('by so many points, in one step or several', () => {
    expect(lines(at(rule({ kind: 'line', by: 1 }), -3), -3.5, -4, -4.5, -5.5)).toEqual(['-3>-4', '-4>-5.5']);
  });
  it('through a key number, not onto it and back', () => {
    const through = rule({ kind: 'line', through: [3] });
    expect(lines(at(through, -2.5), -3, -2.5, -3, -3.5)).toEqual(['-3>-3.5']);
    expect(lines(at(through, 3.5), 2.5)).toEqual(['3.5>2.5']);
  });
  it('within so long', () => {
    const run = at(rule({ kind: 'line', by: 1, withinS: 60 }), -3);
    lines(run, -3.5);
    run.clock.pass(60_001);
    expect(lines(run, -4)).toEqual([]);
    run.clock.pass(60_000);
    expect(lines(run, -4.5)).toEqual(['-3.5>-4.5']);
  });
  it('of a total whose line changes under one name, side by side', () => {
    const run = new AlertRun(rule({ kind: 'line', by: 1 }));
    run.snapshot('a', [total('Over', 210.5, -110, 'o'), total('Under', 210.5, -110, 'u')]);
    run.update('a', [total('Over', 211.5, -112, 'o')]);
    run.update('a', [total('Under', 211.5, -108, 'u')]);
    expect(run.told.map(({ from, to }) => `${from}>${to}`)).toEqual(['210.5>211.5']);
  });
  it('to another one of several, when the old one goes', () => {
    const run = new AlertRun(rule({ kind: 'line', by: 1 }));
    const both = (line: number, over: number, under: number) => [
      total('Over', line, over),
      total('Under', line, under),
    ];
    run.snapshot('a', [...both(210.5, -110, -110), ...both(213.5, 140, -160)]);
    run.replace('a', both(213.5, 140, -160));
    expect(run.told.map(({ from, to }) => `${from}>${to}`)).toEqual(['210.5>213.5']);
  });
});

describe('steam', () => {
  const steam = { kind: 'steam', sportsbooksMoving: 3, by: 5, unit: 'cents', withinS: 20, direction: 'both' };
  const books = (...names: string[]) => {
    const run = new AlertRun(rule({ ...steam, groups: [['c', 'd']] }));
    for (const name of names) run.snapshot(name, [[L, -110]]);
    return run;
  };
  test.each<[string, [book: string, afterMs: number, american: number][], number]>([
    [
      'three the same way',
      [
        ['a', 0, -115],
        ['b', 10_000, -116],
        ['c', 10_000, -115],
      ],
      1,
    ],
    [
      'one a moment too late',
      [
        ['a', 0, -115],
        ['b', 10_000, -116],
        ['c', 10_001, -115],
      ],
      0,
    ],
    [
      'one by too little',
      [
        ['a', 0, -115],
        ['b', 0, -116],
        ['c', 0, -114],
      ],
      0,
    ],
    [
      'one the other way',
      [
        ['a', 0, -115],
        ['b', 0, -116],
        ['c', 0, -105],
      ],
      0,
    ],
    [
      'two of one source',
      [
        ['a', 0, -115],
        ['c', 0, -116],
        ['d', 0, -115],
      ],
      0,
    ],
    [
      'the pseudo-book among them',
      [
        ['a', 0, -115],
        ['b', 0, -116],
        ['consensus', 0, -120],
      ],
      0,
    ],
    [
      'a wave is told once',
      [
        ['a', 0, -115],
        ['b', 0, -116],
        ['c', 0, -115],
        ['e', 0, -115],
      ],
      1,
    ],
  ])('%s', (_what, steps, times) => {
    const run = books('a', 'b', 'c', 'd', 'e', 'consensus');
    for (const [book, afterMs, american] of steps) {
      run.clock.pass(afterMs);
      run.update(book, [[L, american]]);
    }
    expect(run.told).toHaveLength(times);
    if (times > 0) expect(run.told[0]!.evidence).toHaveLength(3);
  });
});

describe('events', () => {
  const on = (...events: string[]) => rule({ kind: 'event', events });
  it('suspended, by no price or by being left out; not where the whole game goes', () => {
    const run = new AlertRun(on('suspended'));
    run.snapshot('a', [
      [L, -110],
      [C, -110],
    ]);
    run.update('a', [[L, 0]]);
    run.replace('a', [[L, 0]]);
    expect(run.short).toEqual(['r: a Lakers -110>null', 'r: a Celtics -110>null']);
    run.update('a', [[L, -120]]);
    run.fold({ kind: 'book-cleared', sportsbook: 'a' });
    expect(run.told).toHaveLength(2);
  });
  it('of one bet, also when its first news is that it left', () => {
    const bet = {
      kind: 'bet',
      game: new AlertRun([]).game,
      universalId: null,
      market: 'game|moneyline',
      side: 'away',
    };
    const run = new AlertRun(rule({ kind: 'event', events: ['suspended'] }, { type: 'entry', entry: bet }));
    run.snapshot('a', [
      [L, -110],
      [C, -110],
    ]);
    run.replace('a', [[L, -110]]);
    expect(run.short).toEqual(['r: a Celtics -110>null']);
  });
  it('reopened, at whatever price', () => {
    const run = begun(on('reopened'));
    run.update('a', [[L, 0]]);
    run.update('a', [[L, -130]]);
    run.replace('a', []);
    run.replace('a', [[L, -140]]);
    expect(run.short).toEqual(['r: a Lakers null>-130', 'r: a Lakers null>-140']);
  });
  it('a market that was not there, told once', () => {
    const run = begun(on('new-market'));
    run.update('a', [[C, 100]]);
    run.update('a', [total('Over', 210.5, -110), total('Under', 210.5, -110)]);
    run.update('a', [total('Over', 211.5, -110)]);
    expect(run.short).toEqual(['r: a Over 210.5 null>-110']);
  });
  it('a game added, and removed for good; at a named sportsbook, there', () => {
    const run = begun(on('game-added', 'game-removed'));
    const other = 'Bulls vs Heat, 2027-01-15, 07';
    run.replace('a', [['Bulls', -110]], other);
    run.replace('b', [['Bulls', -110]], other);
    run.fold({ kind: 'game-removed', sportsbook: 'a', game: other });
    run.fold({ kind: 'game-removed', sportsbook: 'b', game: other });
    expect(run.told.map(({ reason }) => reason)).toEqual(['game added at a', 'game removed at b']);
    const choosy = new AlertRun(
      rule({ kind: 'event', events: ['game-added', 'game-removed'], sportsbooks: ['b'] }),
    );
    choosy.snapshot('a', [[L, -110]]);
    choosy.replace('b', [[L, -110]]);
    choosy.fold({ kind: 'game-removed', sportsbook: 'b', game: choosy.game });
    expect(choosy.told.map(({ reason }) => reason)).toEqual(['game added at b', 'game removed at b']);
  });
  it('many at once are told as one', () => {
    const run = new AlertRun(on('suspended'));
    const all = (american: number) => Array.from({ length: 50 }, (_, at) => [`p${at}`, american] as const);
    run.snapshot('a', all(-110));
    run.update('a', all(0));
    expect(run.told.map(({ reason }) => reason)).toEqual(['suspended at a, and 49 more of its selections']);
    expect(run.told[0]!.evidence).toHaveLength(50);
  });
});

describe('value', () => {
  const value = { kind: 'value', overPct: 5, fair: ['sharp'], method: 'multiplicative' };
  const run = (more = {}) => {
    const it_ = new AlertRun(rule({ ...value, ...more }));
    it_.snapshot('sharp', [
      [L, 100],
      [C, 100],
    ]);
    it_.snapshot('a', [[L, 100]]);
    return it_;
  };
  it('over the threshold, not at it', () => {
    const at = run();
    at.update('a', [[L, 110]]);
    expect(at.told).toEqual([]);
    at.update('a', [[L, 111]]);
    expect(at.short).toEqual(['r: a Lakers 110>111']);
    expect(at.told[0]!.evidence.map(({ sportsbook }) => sportsbook)).toEqual(['a', 'sharp', 'sharp']);
  });
  it('because the fair price moved', () => {
    const at = run();
    at.update('sharp', [
      [L, -120],
      [C, 100],
    ]);
    at.update('sharp', [
      [L, -150],
      [C, 130],
    ]);
    expect(at.short).toEqual(['r: a Lakers 100>100']);
  });
  it('never while the sharp sportsbook is suspended or stale', () => {
    const at = run();
    at.update('sharp', [[C, 0]]);
    at.update('a', [[L, 300]]);
    at.update('a', [[L, 100]]);
    at.board.beginConnection(at.clock.nowMs());
    at.snapshot('a', [[L, 100]]);
    at.update('a', [[L, 300]]);
    expect(at.told).toEqual([]);
  });
  it('with a stake', () => {
    const at = run({ stake: { by: 'kelly', bankroll: 1000, multiplier: 0.5, capPct: 10, currency: 'USD' } });
    at.update('a', [[L, 120]]);
    expect(at.told[0]!.stakes).toEqual([
      { sportsbook: 'a', outcome: L, american: 120, stakeHundredths: 4167, currency: 'USD' },
    ]);
  });
});

describe('arbitrage', () => {
  const arbitrage = { kind: 'arbitrage', overPct: 1, freshS: 5 };
  const run = (more = {}) => {
    const it_ = new AlertRun(rule({ ...arbitrage, ...more }));
    it_.snapshot('a', [
      [L, 110],
      [C, -130],
    ]);
    it_.snapshot('b', [
      [L, -130],
      [C, -110],
    ]);
    return it_;
  };
  it('over the threshold, with the age of each leg and stakes that balance', () => {
    const at = run({ stake: { by: 'fixed', amount: 100, currency: 'EUR' } });
    at.clock.pass(3000);
    at.update('b', [[C, -107]]);
    expect(at.told).toEqual([]);
    at.update('b', [[C, 100]]);
    expect(at.short).toEqual(['r: b Celtics -107>100']);
    expect(at.told[0]!.evidence.map(({ sportsbook, ageMs }) => [sportsbook, ageMs])).toEqual([
      ['a', 3000],
      ['b', 0],
    ]);
    expect(at.told[0]!.stakes.map(({ stakeHundredths }) => stakeHundredths)).toEqual([4878, 5122]);
    at.update('b', [[C, 105]]);
    expect(at.told).toHaveLength(1);
  });
  it('only while each leg is fresh, to the second', () => {
    const at = run();
    at.clock.pass(5000);
    at.update('b', [[C, 100]]);
    expect(at.told).toHaveLength(1);
    const late = run();
    late.clock.pass(5011);
    late.update('b', [[C, 100]]);
    expect(late.told).toEqual([]);
    late.update('a', [[L, 111]]);
    expect(late.short).toEqual(['r: a Lakers 110>111']);
  });
  it('a leg that was stated again without a change is fresh', () => {
    const at = run();
    at.clock.pass(5011);
    at.update('a', [[L, 110]]);
    at.update('b', [[C, 100]]);
    expect(at.told).toHaveLength(1);
  });
  it('never with the pseudo-book, nor at another line', () => {
    const at = run();
    at.update('consensus', [[C, 300]]);
    at.update('b', [[C, 300, { name: 'Spread', line: 3.5, target: C }]]);
    expect(at.told).toEqual([]);
  });
  it('a middle between two lines', () => {
    const at = new AlertRun(rule({ ...arbitrage, find: 'middle', gap: 2, overPct: -5 }));
    at.snapshot('a', [total('Over', 210.5, -110), total('Under', 210.5, -110)]);
    at.snapshot('b', [total('Over', 212, -110), total('Under', 212, -110)]);
    expect(at.told).toEqual([]);
    at.update('b', [total('Under', 212.5, -110)]);
    expect(at.short).toEqual(['r: b Under 212.5 null>-110']);
    expect(at.told[0]!.evidence.map(({ outcome }) => outcome)).toEqual(['Over 210.5', 'Under 212.5']);
  });
});

describe('conditions', () => {
  it('pre-match and in-play, to the millisecond', () => {
    const run = begun([
      { name: 'before', on: LEAGUE, ...price, phase: 'pre-match' },
      { name: 'after', on: LEAGUE, ...price, phase: 'in-play' },
    ]);
    run.clock.pass(3_599_999);
    run.update('a', [[L, 150]]);
    run.clock.pass(1);
    run.update('a', [[L, 149]]);
    run.update('a', [[L, 150]]);
    expect(run.told.map(({ rule }) => rule)).toEqual(['before', 'after']);
  });
  test.each([
    ['inside', '2027-01-15T14:00:00Z', 1],
    ['at the first minute', '2027-01-15T14:00:00Z', 1],
    ['before it', '2027-01-15T13:59:59Z', 0],
    ['at the last minute', '2027-01-15T16:59:59Z', 1],
    ['at the end', '2027-01-15T17:00:00Z', 0],
    ['on another day', '2027-01-16T15:00:00Z', 0],
  ])('hours: %s', (_what, instant, times) => {
    const hours = { from: '09:00', to: '12:00', days: ['fri'], timeZone: 'America/New_York' };
    const run = begun(rule({ ...price, hours }));
    run.clock.pass(Date.parse(instant) - run.clock.nowMs());
    run.update('a', [[L, 150]]);
    expect(run.told).toHaveLength(times);
  });
  it('expiry', () => {
    const run = begun(rule({ ...price, expires: '2027-01-16T00:00:00Z' }));
    run.clock.pass(Date.parse('2027-01-16T00:00:00Z') - run.clock.nowMs() - 1);
    run.update('a', [[L, 150]]);
    run.update('a', [[L, 140]]);
    run.clock.pass(1);
    run.update('a', [[L, 150]]);
    expect(run.told).toHaveLength(1);
  });
  it('price bounds and sportsbooks', () => {
    const run = new AlertRun(
      rule({
        kind: 'move',
        by: 5,
        unit: 'cents',
        withinS: 60,
        direction: 'both',
        minPrice: -120,
        maxPrice: 120,
        sportsbooks: ['a'],
      }),
    );
    for (const book of ['a', 'b'])
      run.snapshot(book, [
        [L, 100],
        [C, -110],
      ]);
    for (const book of ['a', 'b'])
      run.update(book, [
        [L, 121],
        [C, -120],
      ]);
    expect(run.short).toEqual(['r: a Celtics -110>-120']);
  });
  it('once in all, after a restart too; anew when the rule changes', () => {
    const database = openMemoryDatabase();
    const start = (more = {}) => {
      const run = new AlertRun(rule({ ...price, repeat: 'once', ...more }), database);
      run.snapshot('a', [[L, 100]]);
      run.update('a', [[L, 150]]);
      return run.told.length;
    };
    expect([start(), start(), start({ price: 149 })]).toEqual([1, 0, 1]);
  });
  it('not again for so many minutes, however the wall clock is turned', () => {
    const run = begun(rule({ ...price, repeat: { afterMinutes: 5 } }));
    const cross = () => {
      run.update('a', [[L, 140]]);
      run.update('a', [[L, 150]]);
      return run.told.length;
    };
    expect(cross()).toBe(1);
    run.clock.turnWall(24 * 3_600_000);
    expect(cross()).toBe(1);
    run.clock.turnWall(-24 * 3_600_000);
    run.clock.pass(299_999);
    expect(cross()).toBe(1);
    run.clock.pass(1);
    expect(cross()).toBe(2);
  });
});

describe('what a rule looks at', () => {
  test.each<[string, object, string[]]>([
    ['one selection at one sportsbook', { kind: 'selection', sportsbook: 'a', outcome: L }, ['a Lakers']],
    [
      'a bet at every sportsbook',
      { kind: 'bet', market: 'game|moneyline', side: 'away' },
      ['a Celtics', 'b Celtics'],
    ],
    ['a market of a game', { kind: 'market', market: 'total' }, ['a Over 210.5']],
    ['a game', { kind: 'game' }, ['a Lakers', 'a Celtics', 'a Over 210.5', 'b Celtics']],
    [
      'a team',
      { kind: 'team', team: 'CELTICS', sport: '' },
      ['a Lakers', 'a Celtics', 'a Over 210.5', 'b Celtics'],
    ],
    ['a player', { kind: 'player', player: 'Nobody' }, []],
  ])('%s', (_what, entry, expected) => {
    const entries = [{ universalId: null, game: new AlertRun([]).game, ...entry }];
    const run = new AlertRun({
      rules: [{ name: 'r', on: { type: 'watchlist', watchlist: 'mine' }, ...price }],
      watchlists: [{ name: 'mine', entries }],
    });
    for (const book of ['a', 'b']) run.snapshot(book, [[L, 100], [C, 100], total('Over', 210.5, 100)]);
    run.update('a', [[L, 150], [C, 150], total('Over', 210.5, 150)]);
    run.update('b', [[C, 150]]);
    expect(run.told.map(({ sportsbook, outcome }) => `${sportsbook} ${outcome}`)).toEqual(expected);
  });
});

describe('of a match that is listed twice, teams flipped', () => {
  const ours = new AlertRun([]).game;
  const [home, away] = ours.split(/ vs |,/) as [string, string];
  const twin = ours.replace(`${home} vs ${away}`, `${away} vs ${home}`);
  const of = (game: string, market: string, side: string) =>
    rule(price, { type: 'entry', entry: { kind: 'bet', game, universalId: null, market, side } });
  test.each<[string, unknown[], string]>([
    ['the team that the label calls home', of(ours, 'game|moneyline', 'home'), L],
    ['the team that its twin calls home', of(twin, 'game|moneyline', 'home'), C],
    [
      'by a filter that names the label',
      rule(price, { type: 'filter', games: [twin], markets: ['moneyline'], sides: ['away'] }),
      L,
    ],
    ['a spread', of(ours, 'game|spread|-3.5', 'home'), `${L} spread`],
    ['a spread as its twin calls it', of(twin, 'game|spread|3.5', 'away'), `${L} spread`],
  ])('%s, whichever came first', (_what, rules, expected) => {
    for (const order of [
      [ours, twin],
      [twin, ours],
    ]) {
      const run = new AlertRun(rules);
      const all = (american: number) => [
        [L, american] as const,
        [C, american] as const,
        spread(L, -3.5, american),
        spread(C, 3.5, american),
      ];
      for (const [at, label] of order.entries()) run.snapshot(`book${at}`, all(100), label);
      for (const [at, label] of order.entries()) run.update(`book${at}`, all(150), label);
      expect(run.told.map(({ outcome }) => outcome)).toEqual([expected, expected]);
    }
  });
  it('the same team after the label that came first is gone', () => {
    const run = new AlertRun(of(twin, 'game|moneyline', 'home'));
    run.snapshot('a', [
      [L, 100],
      [C, 100],
    ]);
    run.snapshot(
      'b',
      [
        [L, 100],
        [C, 100],
      ],
      twin,
    );
    run.fold({ kind: 'game-removed', sportsbook: 'a', game: ours });
    run.update(
      'b',
      [
        [L, 150],
        [C, 150],
      ],
      twin,
    );
    expect(run.told.map(({ outcome }) => outcome)).toEqual([C]);
  });
});

describe('floods', () => {
  it('a snapshot of 50,000 lines tells nothing', () => {
    const run = new AlertRun(rule({ kind: 'price', price: -100_000 }));
    for (let game = 0; game < 100; game += 1)
      run.snapshot(
        'a',
        Array.from({ length: 500 }, (_, at) => [`o${at}`, 100 + at] as const),
        `Team ${game} vs Rest, 2027-01-15, 07`,
      );
    expect(run.told).toEqual([]);
  });
  it('five are told in a minute, the rest is one summary and stands in the log', () => {
    const run = new AlertRun(rule(price));
    const all = (american: number) => Array.from({ length: 12 }, (_, at) => [`o${at}`, american] as const);
    run.snapshot('a', all(100));
    run.update('a', all(150));
    expect(run.told.map(({ silence }) => silence)).toEqual([
      ...new Array(5).fill(null),
      ...new Array(7).fill('too-many'),
    ]);
    run.clock.pass(60_000);
    expect(run.told.at(-1)).toMatchObject({
      kind: 'held-back',
      silence: null,
      reason: '7 more alerts within a minute: see the log',
    });
    run.desk.stop();
  });
  it('the summary is told once, also where its timer is a little early, and held back only by the user', () => {
    class EarlyClock extends ManualClock {
      override after(delayMs: number, run: () => void): () => void {
        return super.after(delayMs - 0.4, run);
      }
    }
    const flood = () => {
      const run = new AlertRun(rule(price), openMemoryDatabase(), new EarlyClock());
      const all = (american: number) => Array.from({ length: 6 }, (_, at) => [`o${at}`, american] as const);
      run.snapshot('a', all(100));
      run.update('a', all(150));
      return run;
    };
    const told = flood();
    told.clock.pass(300_000);
    expect(told.told.slice(6)).toMatchObject([
      { kind: 'held-back', silence: null, reason: '1 more alert within a minute: see the log' },
    ]);
    const paused = flood();
    paused.desk.changeSilence({
      quietHours: null,
      pausedUntilMs: paused.clock.nowMs() + 90_000,
      snoozedUntilMs: {},
    });
    paused.clock.pass(300_000);
    expect(paused.told.slice(6)).toMatchObject([{ kind: 'held-back', silence: 'paused' }]);
  });
  it('quiet hours, a pause and a snoozed rule hold back with their reason', () => {
    const run = begun(rule(price));
    const nowMs = run.clock.nowMs();
    const calm = { quietHours: null, pausedUntilMs: null, snoozedUntilMs: {} };
    for (const silence of [
      { ...calm, pausedUntilMs: nowMs + 1 },
      { ...calm, quietHours: { from: '00:00', to: '00:00' } },
      { ...calm, snoozedUntilMs: { r: nowMs + 1 } },
      { ...calm, pausedUntilMs: nowMs, snoozedUntilMs: { r: nowMs, other: nowMs + 1 } },
    ]) {
      run.desk.changeSilence(silence);
      run.update('a', [[L, 150]]);
      run.update('a', [[L, 140]]);
    }
    expect(run.told.map(({ silence }) => silence)).toEqual(['paused', 'quiet-hours', 'snoozed', null]);
  });
});

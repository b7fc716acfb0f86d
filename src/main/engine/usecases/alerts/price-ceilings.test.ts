import { expect, it } from 'vitest';
import { SeededChance } from '../../reliability/seeded-chance.ts';
import { AlertRun, type Stated, spread, total } from '../../testing/alert-run.ts';

const BOOKS = ['pinnacle', 'a', 'b', 'c', 'consensus'];
const GAMES = ['Lakers vs Celtics, 2027-01-15, 07', 'Bulls vs Heat, 2027-01-15, 07'] as const;
const on = { type: 'league', sport: 'NBA' };
const best = { name: 'best', on, kind: 'price', price: 103, of: 'best' };
const arbitrage = { name: 'arbitrage', on, kind: 'arbitrage', overPct: 0.4, freshS: 20 };
const value = {
  name: 'value',
  on,
  kind: 'value',
  overPct: 1,
  fair: ['pinnacle'],
  method: 'multiplicative',
};
const entry = {
  type: 'entry',
  entry: { kind: 'selection', game: GAMES[0], sportsbook: 'a', outcome: 'Lakers' },
};
/** It looks at whole markets at each change, and with it all that watch the same; it finds nothing. */
const awake = { name: 'awake', on, kind: 'arbitrage', find: 'middle', gap: 999, overPct: -20, freshS: 20 };
/** What selections are bets on is known from the start. It finds nothing either. */
const asking = { name: 'asking', on, kind: 'line', by: 999 };

const RULES: Readonly<Record<string, readonly object[]>> = {
  best: [best],
  'best, again after a return': [{ ...best, repeat: { afterReturnBy: 4 } }],
  'best, at most': [{ ...best, price: 104, reach: 'at-most' }],
  'best, at a line': [{ ...best, line: 3.5 }],
  'best of chosen sportsbooks': [{ ...best, sportsbooks: ['a', 'b'] }],
  arbitrage: [arbitrage],
  'arbitrage, again after a return': [{ ...arbitrage, repeat: { afterReturnBy: 0.5 } }],
  'arbitrage of one selection': [{ ...arbitrage, on: entry }],
  value: [value],
  'value, again after a return': [{ ...value, repeat: { afterReturnBy: 0.5 } }],
  'value, prices within bounds': [{ ...value, minPrice: -108, maxPrice: 106 }],
  'several at once': [best, arbitrage, value, { ...best, name: 'entry', on: entry }],
};

it.each(Object.keys(RULES))(
  'rules that need not look at each change find what they find when they do: %s',
  (name) => {
    let alerts = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const asleep = new AlertRun([...RULES[name]!, asking]);
      const awakened = new AlertRun([...RULES[name]!, asking, awake]);
      walk(seed, [asleep, awakened], (step) =>
        expect(asleep.told.map(inShort), `seed ${seed}, step ${step}`).toEqual(awakened.told.map(inShort)),
      );
      alerts += asleep.told.length;
    }
    expect(alerts).toBeGreaterThan(15);
  },
);

function inShort({ rule, sportsbook, outcome, from, to, reason }: AlertRun['told'][number]): string {
  // in which order legs are named depends on when somebody looked at the market first
  return `${rule}: ${sportsbook} ${outcome} ${from}>${to}, ${reason
    .split(/ at |, /)
    .sort()
    .join(', ')}`;
}

/** The same news, at random, to several. */
function walk(seed: number, runs: readonly AlertRun[], check: (step: number) => void): void {
  const chance = new SeededChance(seed);
  const price = () => {
    const cents = chance.whole(-12, 9);
    return chance.next() < 0.08 ? 0 : cents >= 0 ? 100 + cents : cents - 100;
  };
  const offer = (game: string): Stated[] => {
    const [home, away] = game.split(',')[0]!.split(' vs ') as [string, string];
    const line = [2.5, 3.5, 4][chance.whole(0, 2)]!;
    const all: Stated[] = [
      [home, price()],
      [away, price()],
      spread(home, -line, price()),
      spread(away, line, price()),
      total('Over', 220, price()),
      total('Under', 220, price()),
    ];
    return all.filter(() => chance.next() < 0.5);
  };
  for (let step = 0; step < 400; step += 1) {
    const passedMs = chance.whole(20, 6000);
    const book = BOOKS[chance.whole(0, BOOKS.length - 1)]!;
    const game = GAMES[chance.next() < 0.8 ? 0 : 1];
    const stated = offer(game);
    const dice = chance.next();
    const isFirst = step < 2 * BOOKS.length;
    for (const run of runs) {
      run.clock.pass(passedMs);
      if (isFirst || dice < 0.02) run.snapshot(book, stated, game);
      else if (dice < 0.05) run.replace(book, stated, game);
      else if (dice < 0.06) run.fold({ kind: 'game-removed', sportsbook: book, game });
      else if (dice < 0.065) run.board.beginConnection(run.clock.nowMs());
      else run.update(book, stated, game);
    }
    check(step);
  }
}

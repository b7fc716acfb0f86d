import { expect, it } from 'vitest';
import { type AmericanOdds, NOT_OFFERED } from '#domain/odds/american.ts';
import { sureReturnPct } from '#domain/odds/fair/arbitrage.ts';
import { fairProbabilities } from '#domain/odds/fair/devig.ts';
import { expectedValuePct } from '#domain/odds/fair/value.ts';
import { centsOf, exact } from '#domain/odds/price-move.ts';
import { SeededChance } from '../../reliability/seeded-chance.ts';
import { AlertRun, type Stated } from '../../testing/alert-run.ts';

const on = { type: 'league', sport: 'NBA' };
const BOOKS = ['pinnacle', 'a', 'b', 'c', 'consensus'];
const TEAMS = ['Lakers', 'Celtics'] as const;
const BEST = 105;
const OVER_PCT = 0.5;
const FRESH_S = 20;
const RULES = [
  { name: 'best', on, kind: 'price', price: BEST, of: 'best' },
  { name: 'arbitrage', on, kind: 'arbitrage', overPct: OVER_PCT, freshS: FRESH_S },
  { name: 'value', on, kind: 'value', overPct: OVER_PCT, fair: ['pinnacle'], method: 'multiplicative' },
];

/** A price of a team at a sportsbook, and when it was stated. */
interface Quote {
  american: number;
  atMs: number;
}

/** Every price as it stands, and what rules over the whole market are worth at it: worked out anew each time. */
class Model {
  readonly quotes = new Map<string, Quote>();

  price(book: string, team: string): number {
    return this.quotes.get(`${book} ${team}`)?.american ?? NOT_OFFERED;
  }

  best(team: string): number | null {
    const offered = this.#bettable(team).map(({ american }) => centsOf(american as AmericanOdds));
    return offered.length === 0 ? null : Math.max(...offered);
  }

  /** `null` where a side is not offered; `-100` where one is too old. */
  sureReturn(nowMs: number): number | null {
    const sides = TEAMS.map((team) => this.#bettable(team));
    if (sides.some((side) => side.length === 0)) return null;
    const fresh = sides.map((side) => side.filter(({ atMs }) => nowMs - atMs <= FRESH_S * 1000));
    if (fresh.some((side) => side.length === 0)) return -100;
    const bests = fresh.map((side) =>
      side
        .map(({ american }) => american as AmericanOdds)
        .reduce((best, each) => (centsOf(each) > centsOf(best) ? each : best)),
    );
    return exact(sureReturnPct(bests) - OVER_PCT);
  }

  value(book: string, team: string): number | null {
    const sharp = TEAMS.map((each) => this.price('pinnacle', each));
    const american = this.price(book, team);
    if (american === NOT_OFFERED || sharp.includes(NOT_OFFERED)) return null;
    const fair = fairProbabilities(sharp as AmericanOdds[], 'multiplicative')!;
    return exact(
      expectedValuePct(american as AmericanOdds, fair[TEAMS.indexOf(team as 'Lakers')]!) - OVER_PCT,
    );
  }

  #bettable(team: string): Quote[] {
    return BOOKS.filter((book) => book !== 'consensus').flatMap((book) => {
      const quote = this.quotes.get(`${book} ${team}`);
      return quote === undefined || quote.american === NOT_OFFERED ? [] : [quote];
    });
  }
}

it.each([1, 2, 3, 4])(
  'what a rule remembers of a market tells no other alerts than a look at all its prices, run %i',
  (seed) => {
    const chance = new SeededChance(seed);
    const run = new AlertRun(RULES);
    const model = new Model();
    const expected = { best: 0, arbitrage: 0, value: 0 };
    const parts = (team: string) => ({ target: team });
    const priceNear = () => {
      const cents = chance.whole(-12, 12);
      return cents >= 0 ? 100 + cents : cents - 100;
    };
    const state = (book: string, prices: readonly (readonly [string, number])[], isSnapshot = false) => {
      const nowMs = run.clock.nowMs();
      for (const [team, american] of prices) model.quotes.set(`${book} ${team}`, { american, atMs: nowMs });
      const stated = prices.map(([team, american]): Stated => [team, american, parts(team)]);
      if (isSnapshot) run.snapshot(book, stated);
      else run.update(book, stated);
    };
    for (const book of BOOKS)
      state(
        book,
        TEAMS.map((team) => [team, -112] as const),
        true,
      );
    // how the market stood when it was last known
    let wasOver = false;
    let mayHaveLooked = false;
    const bestWas = new Map<string, number>(TEAMS.map((team) => [team, model.best(team)!]));
    const valueWas = new Map<string, boolean>();

    for (let step = 0; step < 1500; step += 1) {
      run.clock.pass(chance.whole(20, 9000));
      const book = BOOKS[chance.whole(0, BOOKS.length - 1)]!;
      const before = new Map(TEAMS.map((team) => [team, model.best(team)]));
      const valueBefore = new Map(
        BOOKS.flatMap((b) => TEAMS.map((t) => [`${b} ${t}`, model.value(b, t)] as const)),
      );
      const toldBefore = run.told.length;
      const chosen = TEAMS.filter(() => chance.next() < 0.7);
      const prices = chosen.map((team) => [team, chance.next() < 0.08 ? NOT_OFFERED : priceNear()] as const);
      if (prices.length === 0) continue;
      const isChanged = prices.some(([team, american]) => model.price(book, team) !== american);
      state(book, prices);
      const told = run.told.slice(toldBefore).map(({ rule }) => rule);
      const of = (rule: string) => told.filter((each) => each === rule).length;

      let bests = 0;
      for (const team of TEAMS) {
        const [was, is] = [before.get(team), model.best(team)];
        if (was !== null && was !== undefined) bestWas.set(team, was);
        if (is !== null && is >= BEST - 100 && bestWas.get(team)! < BEST - 100) bests += 1;
      }
      expect(of('best'), `best, step ${step}`).toBe(bests);
      expected.best += bests;

      let values = 0;
      for (const [key, was] of valueBefore) {
        const [b, t] = key.split(' ') as [string, string];
        if (b === 'pinnacle' || b === 'consensus') continue;
        if (was !== null) valueWas.set(key, was > 0);
        const is = model.value(b, t);
        if (is !== null && is > 0 && valueWas.get(key) !== true) values += 1;
      }
      expect(of('value'), `value, step ${step}`).toBe(values);
      expected.value += values;

      // only a change where one can bet is a look at the market
      if (book !== 'consensus') {
        const level = model.sureReturn(run.clock.nowMs());
        const isOver = level !== null && level > 0;
        if (!(isOver && mayHaveLooked)) {
          expect(of('arbitrage'), `arbitrage, step ${step}`).toBe(isOver && !wasOver ? 1 : 0);
        }
        expected.arbitrage += of('arbitrage');
        // whether it looks at what is stated again without a change depends on what it waits for
        mayHaveLooked = !isOver && !isChanged && (wasOver || mayHaveLooked);
        if (level !== null && (isChanged || isOver)) wasOver = isOver;
      }
    }
    for (const count of Object.values(expected)) expect(count).toBeGreaterThan(10);
  },
);

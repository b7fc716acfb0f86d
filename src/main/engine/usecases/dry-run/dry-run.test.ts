import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRules } from '#domain/alert/rule/read-rules.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import type { HistoryWriter } from '../../adapters/cache/history/history-writer.ts';
import { playWriter } from '../../adapters/cache/history/kept-plays.ts';
import { openHistory } from '../../adapters/cache/history/open-history.ts';
import { runDryRun } from '../../parts/run-dry-run.ts';
import { SeededChance } from '../../reliability/seeded-chance.ts';
import { AlertRun, type Stated, spread, total } from '../../testing/alert-run.ts';
import { recordRun } from '../../testing/recorded-run.ts';
import { GATHER_MS } from '../history/record-history.ts';

const HOUR_MS = 3_600_000;
const L = 'Lakers';
const C = 'Celtics';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-dry-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Rules that go on live while everything is recorded into a real history. */
function recorded(rules: unknown) {
  const run = new AlertRun(rules);
  const { writer, database } = recordRun(run, folder);
  const { rules: tried, watchlists } = readRules(rules);
  return {
    run,
    writer,
    writePlays: playWriter(database),
    /** What each rule would have told, by its name. */
    dryRun(others = tried, sharedSources: readonly (readonly string[])[] = []) {
      run.clock.pass(GATHER_MS);
      const report = runDryRun(
        { folder, rules: others, watchlists, sharedSources, toMs: run.clock.nowMs() },
        () => undefined,
      );
      return {
        report: report!,
        counts: Object.fromEntries(report!.rules.map((each) => [each.rule, each.count])),
        unsure: Object.fromEntries(report!.rules.map((each) => [each.rule, each.unsure])),
      };
    },
    /** What each rule has told. */
    live: () =>
      Object.fromEntries(
        tried.map(({ name }) => [name, run.told.filter(({ rule }) => rule === name).length]),
      ),
  };
}

const NBA = { type: 'league', sport: 'NBA' };
const EVERY_KIND = [
  { name: 'price', on: NBA, kind: 'price', price: 120 },
  { name: 'returns', on: NBA, kind: 'price', price: 120, repeat: { afterReturnBy: 10 } },
  { name: 'best', on: NBA, kind: 'price', price: 125, of: 'best' },
  { name: 'once', on: NBA, kind: 'price', price: 110, repeat: 'once' },
  { name: 'move', on: NBA, kind: 'move', by: 12, unit: 'cents', withinS: 1800, direction: 'both' },
  {
    name: 'rests',
    on: NBA,
    kind: 'move',
    by: 5,
    unit: 'cents',
    withinS: 900,
    direction: 'up',
    repeat: { afterMinutes: 60 },
  },
  { name: 'line', on: NBA, kind: 'line', by: 1, through: [3], direction: 'both' },
  {
    name: 'steam',
    on: NBA,
    kind: 'steam',
    sportsbooksMoving: 2,
    by: 5,
    unit: 'cents',
    withinS: 900,
    direction: 'both',
  },
  { name: 'arbitrage', on: NBA, kind: 'arbitrage', find: 'arbitrage', overPct: 0.5, freshS: 600 },
  { name: 'value', on: NBA, kind: 'value', overPct: 2, fair: ['pinnacle'], method: 'multiplicative' },
  {
    name: 'event',
    on: NBA,
    kind: 'event',
    events: ['suspended', 'reopened', 'new-market', 'game-added', 'game-removed'],
  },
  { name: 'before', on: NBA, kind: 'price', price: 120, phase: 'pre-match' },
  { name: 'in play', on: NBA, kind: 'price', price: 120, phase: 'in-play' },
  {
    name: 'hours',
    on: NBA,
    kind: 'price',
    price: 120,
    hours: { from: '09:00', to: '17:00', timeZone: 'UTC' },
  },
];

/**
 * An eventful day at four sportsbooks: prices and lines move, are suspended, come and go, and so do games. `restates`: how
 * often, 0 to 1, what stands is stated again without a change.
 */
function playDay(run: AlertRun, writer: HistoryWriter, seed: number, restates = 0): void {
  const chance = new SeededChance(seed);
  const upTo = (count: number) => chance.whole(0, count - 1);
  const books = ['pinnacle', 'circa', 'fanduel', 'betmgm'];
  const games = ['Lakers vs Celtics', 'Kings vs Suns', 'Bulls vs Heat'].map(
    (teams) => `${teams}, 2027-01-15, 07`,
  );
  const standing = new Map<string, number>();
  /** Another one than stands: what is stated again without a change is fresher than its record. */
  const priceOf = (of: string): number => {
    const cents = upTo(60) - 30;
    const price = cents >= 0 ? 100 + cents : cents - 100;
    return standing.get(of) === price ? priceOf(of) : price;
  };
  const stand = (book: string, game: string, outcomes: readonly Stated[]): readonly Stated[] => {
    for (const [key, american] of outcomes) standing.set(`${book} ${game} ${key}`, american);
    return outcomes;
  };
  const stated = (book: string, game: string): Stated[] => {
    const [home, away] = game.split(',')[0]!.split(' vs ') as [string, string];
    const line = 1.5 + upTo(4);
    const outcomes: Stated[] = [
      [home, 0, { target: home }],
      [away, 0, { target: away }],
      spread(home, -line, 0),
      spread(away, line, 0),
      total('Over', 210.5, 0),
      total('Under', 210.5, 0),
    ];
    return outcomes.map(([key, , parts]) => [key, priceOf(`${book} ${game} ${key}`), parts] as Stated);
  };
  run.startsAtMs = run.clock.nowMs() + 12 * HOUR_MS;
  for (const book of books)
    for (const game of games) run.snapshot(book, stand(book, game, stated(book, game)), game);
  for (let step = 0; step < 1500; step += 1) {
    run.clock.pass(1 + upTo(90_000));
    const [book, game] = [books[upTo(books.length)]!, games[upTo(games.length)]!];
    const all = stated(book, game);
    if (restates > 0 && chance.next() < restates) {
      const same = all.map(
        ([key, , parts]) => [key, standing.get(`${book} ${game} ${key}`)!, parts] as Stated,
      );
      run.update(book, same.slice(0, 2), game);
      continue;
    }
    const what = chance.next();
    if (what < 0.02) run.fold({ kind: 'game-removed', sportsbook: book, game });
    else if (what < 0.05) run.replace(book, stand(book, game, all.slice(0, 2 + upTo(5))), game);
    else if (what < 0.1)
      run.update(
        book,
        stand(
          book,
          game,
          all.map(([key, , parts]) => [key, 0, parts] as Stated),
        ),
        game,
      );
    else run.update(book, stand(book, game, [all[upTo(3)]!, all[3 + upTo(3)]!]), game);
    if (step % 400 === 399) writer.compact(step % 800 === 799);
  }
}

describe('rules that are tried on the recorded day', () => {
  it.each([1, 2])('would have fired exactly as they did, day %i', (seed) => {
    const { run, writer, dryRun, live } = recorded(EVERY_KIND);
    playDay(run, writer, seed);
    const { counts, report } = dryRun();
    expect(counts).toEqual(live());
    // an empty day would show nothing
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
    for (const { rule, first, lastAtMs } of report.rules) {
      const told = run.told.filter((each) => each.rule === rule);
      expect(first.map(({ atMs }) => atMs)).toEqual(told.slice(0, first.length).map(({ atMs }) => atMs));
      // which of the outcomes of one message came first is not recorded
      const [would, did] = [first[0]!, told.find(({ outcome }) => outcome === first[0]!.outcome)!];
      expect(would).toMatchObject({ sportsbook: did.sportsbook, game: did.game, kind: did.kind });
      expect(lastAtMs).toBe(told.at(-1)!.atMs);
    }
  });

  it.each([4, 5])('say how far they may be wrong about what was stated again, day %i', (seed) => {
    const { run, writer, dryRun, live } = recorded(EVERY_KIND);
    playDay(run, writer, seed, 0.6);
    const { counts, unsure } = dryRun();
    const { arbitrage, ...others } = live();
    expect(counts).toMatchObject(others);
    expect(Math.abs(counts.arbitrage! - arbitrage!)).toBeLessThanOrEqual(unsure.arbitrage!);
    // what is stated again is no change, so it has to make a difference here, and to no other rule
    expect(counts.arbitrage).not.toBe(arbitrage);
    expect(Object.entries(unsure).filter(([, count]) => count > 0)).toEqual([
      ['arbitrage', unsure.arbitrage],
    ]);
  });

  describe('of an arbitrage one of whose legs has stood still', () => {
    const RULES = [{ name: 'r', on: NBA, kind: 'arbitrage', find: 'arbitrage', overPct: 1, freshS: 30 }];
    const home = (american: number): Stated => [L, american, { target: L }];
    const away = (american: number): Stated => [C, american, { target: C }];

    it.each([
      ['was stated again meanwhile', true, 1],
      ['was not', false, 0],
    ])('say that they can not know whether it %s', (_, isRestated, told) => {
      const { run, dryRun, live } = recorded(RULES);
      run.snapshot('a', [home(105), away(-125)]);
      run.snapshot('b', [home(-125), away(-105)]);
      run.clock.pass(60_000);
      if (isRestated) run.update('a', [home(105)]);
      run.clock.pass(1000);
      run.update('b', [away(110)]);
      expect(live()).toEqual({ r: told });
      expect(dryRun()).toMatchObject({ counts: { r: 0 }, unsure: { r: 1 } });
    });

    it('are sure of what is fresh by its changes, and of what no age makes an arbitrage', () => {
      const { run, dryRun, live } = recorded(RULES);
      run.snapshot('a', [home(105), away(-125)]);
      run.snapshot('b', [home(-125), away(-105)]);
      run.clock.pass(60_000);
      run.update('a', [home(100)]);
      run.clock.pass(1000);
      run.update('a', [home(104)]);
      run.update('b', [away(110)]);
      expect(live()).toEqual({ r: 1 });
      expect(dryRun()).toMatchObject({ counts: { r: 1 }, unsure: { r: 0 } });
    });

    it('do not take for fresh what stood when the day began', () => {
      const { run, dryRun } = recorded(RULES);
      run.snapshot('a', [home(105), away(-125)]);
      run.snapshot('b', [home(-125), away(-105)]);
      run.clock.pass(10_000);
      run.update('b', [away(110)]);
      run.clock.pass(24 * HOUR_MS - GATHER_MS - 5000);
      expect(dryRun()).toMatchObject({ counts: { r: 0 }, unsure: { r: 1 } });
    });
  });

  it('begin with the prices as they stood a day ago, and say since when is recorded', () => {
    const rules = [{ name: 'r', on: NBA, kind: 'price', price: 150 }];
    const { run, dryRun } = recorded(rules);
    const startedAtMs = run.clock.nowMs();
    run.snapshot('a', [[L, 140]]);
    run.update('a', [[L, 160]]);
    run.clock.pass(HOUR_MS);
    const early = dryRun();
    expect(early.counts).toEqual({ r: 1 });
    expect(early.report).toMatchObject({ isShort: true, fromMs: startedAtMs });
    // the crossing is older than a day, and the price is over the target since
    run.clock.pass(24 * HOUR_MS);
    run.update('a', [[L, 165]]);
    expect(dryRun().counts).toEqual({ r: 0 });
    expect(dryRun().report.isShort).toBe(false);
    run.update('a', [[L, 145]]);
    run.clock.pass(1000);
    run.update('a', [[L, 150]]);
    expect(dryRun().counts).toEqual({ r: 1 });
  });

  it('are tried though they are switched off, and look only at what they watch', () => {
    const { run, dryRun } = recorded([{ name: 'r', on: NBA, kind: 'price', price: 150 }]);
    const twin = 'Celtics vs Lakers, 2027-01-15, 07';
    run.snapshot('a', [[L, 140]]);
    run.snapshot('b', [[L, 140]], twin);
    run.clock.pass(1000);
    run.update('a', [[L, 155]]);
    run.clock.pass(1000);
    run.update('b', [[L, 155]], twin);
    const [bet, elsewhere, off] = readRules([
      {
        name: 'bet',
        on: { type: 'entry', entry: { kind: 'game', game: run.game } },
        kind: 'price',
        price: 150,
      },
      { name: 'elsewhere', on: { type: 'league', sport: 'NFL' }, kind: 'price', price: 150 },
      { name: 'off', on: NBA, kind: 'price', price: 150, isOff: true },
    ]).rules;
    expect(dryRun([bet!, elsewhere!, off!]).counts).toEqual({ bet: 2, elsewhere: 0, off: 2 });
    expect(dryRun([elsewhere!]).report.changes).toBe(0);
  });

  it('count the sportsbooks of one source as the settings have them', () => {
    const steam = EVERY_KIND.find(({ kind }) => kind === 'steam')!;
    const { run, dryRun } = recorded([steam]);
    for (const book of ['a', 'b']) run.snapshot(book, [[L, 140]]);
    for (const book of ['a', 'b']) {
      run.clock.pass(1000);
      run.update(book, [[L, 155]]);
    }
    expect(dryRun().counts).toEqual({ steam: 1 });
    expect(dryRun(undefined, [['a', 'b']]).counts).toEqual({ steam: 0 });
  });

  it('hear what a sportsbook that is cleared takes with it as no removal', () => {
    const rules = [{ name: 'r', on: NBA, kind: 'event', events: ['game-removed'] }];
    const { run, dryRun, live } = recorded(rules);
    const other = 'Kings vs Suns, 2027-01-15, 07';
    for (const game of [run.game, other]) run.snapshot('a', [[L, -110]], game);
    run.clock.pass(1000);
    run.fold({ kind: 'book-cleared', sportsbook: 'a' });
    run.clock.pass(1000);
    for (const game of [run.game, other]) run.snapshot('a', [[L, -110]], game);
    run.clock.pass(1000);
    run.fold({ kind: 'game-removed', sportsbook: 'a', game: other });
    expect(dryRun().counts).toEqual(live());
    expect(live()).toEqual({ r: 1 });
  });

  it('tell of a start at its minute, once', () => {
    const { run, dryRun } = recorded([
      { name: 'soon', on: NBA, kind: 'event', events: ['starts-soon'], minutes: 10 },
    ]);
    const startedAtMs = run.clock.nowMs();
    run.snapshot('a', [[L, -110]]);
    run.clock.pass(2 * HOUR_MS);
    const { counts, report } = dryRun();
    expect(counts).toEqual({ soon: 1 });
    expect(report.rules[0]!.first[0]!.atMs).toBe(startedAtMs + HOUR_MS - 10 * 60_000);
  });

  it('hear the recorded plays', () => {
    const { run, dryRun, writePlays } = recorded([
      { name: 'goals', on: NBA, kind: 'play', what: 'event', events: ['goal'] },
      { name: 'score', on: NBA, kind: 'play', what: 'score' },
    ]);
    run.snapshot('a', [
      [L, -110],
      [C, -110],
    ]);
    const play = (sequence: number, type: string, home: number): PlayEntry => ({
      game: run.game,
      universalId: null,
      league: 'NBA',
      type,
      id: `${sequence}`,
      side: 'home',
      team: L,
      player: null,
      points: null,
      seconds: null,
      period: '1',
      clock: null,
      name: null,
      description: null,
      arrivedAtMs: run.clock.nowMs() + sequence * 1000,
      sequence,
      score: { home, away: 0 },
      summary: `play ${sequence}`,
    });
    const plays = [play(1, 'start', 0), play(2, 'goal', 1), play(3, 'foul', 1), play(4, 'goal', 2)];
    writePlays(
      plays.map((each) => ({
        game: each.game,
        play: `${each.sequence}`,
        arrivedAtMs: each.arrivedAtMs,
        body: JSON.stringify(each),
      })),
    );
    run.clock.pass(HOUR_MS);
    const { counts, report } = dryRun();
    expect(counts).toEqual({ goals: 2, score: 2 });
    expect(report).toMatchObject({ plays: 4 });
  });

  it('have no report where nothing was recorded', () => {
    expect(runDryRun({ folder, rules: [], watchlists: [], toMs: 0 }, () => undefined)).toBeNull();
    openHistory(folder).close();
    expect(runDryRun({ folder, rules: [], watchlists: [], toMs: 0 }, () => undefined)).toBeNull();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import type { Outcome } from '#domain/board/messages.ts';
import type { History, HistoryBatch } from '../../../ports/history.ts';
import { ManualClock } from '../../../testing/manual-clock.ts';
import { HistoryRecorder } from '../../../usecases/history/record-history.ts';
import { HistoryReader } from './history-reader.ts';
import { HistoryWriter } from './history-writer.ts';
import { openHistory, openHistoryToRead } from './open-history.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const outcome = (key: string, american: number, line: string | null = null): Outcome => ({
  key,
  american,
  name: line === null ? 'Moneyline' : 'Spread',
  line,
  overUnder: null,
  target: key.startsWith('H') ? 'Home' : 'Away',
  link: null,
});

/** A board that is recorded into a real database, by hand. */
function setUp() {
  const clock = new ManualClock();
  const board = new Board();
  const database = openHistory(folder);
  let writer = new HistoryWriter(database);
  const history: History = {
    isBehind: false,
    waiting: 0,
    // as the thread's port would: nothing of the batch is shared
    write: (batch: HistoryBatch) => writer.write(structuredClone(batch)),
    noteDamage: () => undefined,
    retain: () => undefined,
    writePlays: () => undefined,
    stop: () => Promise.resolve(),
  };
  const recorder = new HistoryRecorder({ clock, board, history });
  const fold = (
    sportsbook: string,
    game: string,
    outcomes: readonly Outcome[],
    mode: 'merge' | 'replace',
  ) => {
    const message = {
      kind: 'prices',
      mode,
      origin: mode === 'replace' ? 'snapshot' : 'update',
      at: { sportsbook, sport: 'NBA', game, home: 'Home', away: 'Away', startsAtMs: null, universalId: null },
      outcomes,
    } as const;
    board.fold(message, clock.nowMs());
    recorder.note(board.changes);
  };
  return {
    clock,
    board,
    recorder,
    fold,
    remove(sportsbook: string, game: string) {
      board.fold({ kind: 'game-removed', sportsbook, game }, clock.nowMs());
      recorder.note(board.changes);
    },
    compact: (isEverything = true) => writer.compact(isEverything),
    /** As a program that was killed would find it. */
    openAgain() {
      writer = new HistoryWriter(database);
      recorder.beginAnew();
    },
    reader: new HistoryReader(openHistoryToRead(folder)),
    pending: () => writer.newChanges,
  };
}

const ALL = { fromMs: 0, toMs: 9e15, columns: 100 };
const game = (label: string) => [{ label, isFlipped: false }];

describe('the openers of a market', () => {
  const opener = (world: ReturnType<typeof setUp>, labels: readonly string[], market: string) =>
    world.reader.openers({ market, games: labels.map((label) => ({ labels: game(label), sides: 2 })) });

  it('are the first prices of each game, before and after compaction', () => {
    const world = setUp();
    const flush = () => {
      world.clock.pass(1_000);
    };
    const openedAtMs = world.clock.nowMs();
    world.fold('circa', 'g', [outcome('H -3', -110, '-3'), outcome('A 3', -110, '3')], 'replace');
    flush();
    world.fold('fanduel', 'g', [outcome('H -4', -105, '-4'), outcome('A 4', -115, '4')], 'replace');
    world.fold('circa', 'g', [outcome('H -3', -140, '-3'), outcome('A 3', 120, '3')], 'merge');
    world.fold('circa', 'other', [outcome('Home', -150), outcome('Away', 130)], 'replace');
    flush();
    const expected = {
      sportsbook: 'circa',
      atMs: openedAtMs,
      sides: [
        { american: -110, line: 3 },
        { american: -110, line: -3 },
      ],
    };
    expect(opener(world, ['nobody knows', 'g', 'other'], 'spread')).toEqual([null, expected, null]);
    world.compact();
    expect(opener(world, ['g'], 'spread')).toEqual([expected]);
    expect(opener(world, ['g'], 'total')).toEqual([null]);
    expect(opener(world, ['other'], 'moneyline')[0]?.sides.map((side) => side?.american)).toEqual([
      130, -150,
    ]);
  });

  it('are the first of all labels of a match, with the sides as the match has them', () => {
    const world = setUp();
    const openedAtMs = world.clock.nowMs();
    world.fold('circa', 'twin', [outcome('H 3', -120, '3'), outcome('A -3', 100, '-3')], 'replace');
    world.clock.pass(1_000);
    world.fold('fanduel', 'g', [outcome('H -4', -105, '-4'), outcome('A 4', -115, '4')], 'replace');
    world.clock.pass(1_000);
    const labels = [...game('g'), { label: 'twin', isFlipped: true }];
    const read = () => world.reader.openers({ market: 'spread', games: [{ labels, sides: 2 }] });
    const expected = {
      sportsbook: 'circa',
      atMs: openedAtMs,
      sides: [
        { american: -120, line: 3 },
        { american: 100, line: -3 },
      ],
    };
    expect(read()).toEqual([expected]);
    world.compact();
    expect(read()).toEqual([expected]);
  });
});

describe('the history', () => {
  it('keeps every price with its time, suspended and gone ones too, before and after compaction', () => {
    const world = setUp();
    const times: number[] = [];
    const at = () => times.push(world.clock.nowMs());
    world.fold('circa', 'g', [outcome('H', -110), outcome('A', 105)], 'replace');
    at();
    world.clock.pass(1000);
    world.fold('circa', 'g', [outcome('H', -115)], 'merge');
    at();
    world.clock.pass(1000);
    world.fold('circa', 'g', [outcome('H', 0)], 'merge');
    at();
    world.clock.pass(1000);
    world.remove('circa', 'g');
    world.recorder.stop();
    const read = () =>
      world.reader.series({
        ...ALL,
        games: game('g'),
        of: { kind: 'outcome', sportsbook: 'circa', outcome: 'H' },
      });
    const expected = [-110, -115, 0].map((american, n) => ({ atMs: times[n], american, line: null }));
    expect(read()[0]?.points).toEqual(expected);
    world.compact();
    expect(world.pending()).toBe(0);
    expect(read()[0]?.points).toEqual(expected);
    expect(read()[0]?.summary).toMatchObject({ moves: 1, opener: expected[0], lowest: expected[1] });
  });

  it('follows an outcome whose line moves, without a gap between the lines', () => {
    const world = setUp();
    world.fold('circa', 'g', [outcome('H spread', -110, '-3.5')], 'replace');
    world.clock.pass(500);
    world.fold('circa', 'g', [outcome('H spread', -105, '-4')], 'merge');
    world.clock.pass(500);
    world.fold('circa', 'g', [outcome('H spread', -108, '-3.5')], 'merge');
    world.recorder.stop();
    const of = { kind: 'outcome', sportsbook: 'circa', outcome: 'H spread' } as const;
    const [series] = world.reader.series({ ...ALL, games: game('g'), of });
    expect(series?.points.map(({ american, line }) => [american, line])).toEqual([
      [-110, -3.5],
      [-105, -4],
      [-108, -3.5],
    ]);
    const bet = { kind: 'bet', market: 'game|spread|-3.5', side: 'home' } as const;
    expect(
      world.reader.series({ ...ALL, games: game('g'), of: bet })[0]?.points.map((point) => point.american),
    ).toEqual([-110, 0, -108]);
  });

  it('tells its games, and what of each was offered: markets once, sides in their usual order', () => {
    const world = setUp();
    world.fold('circa', 'g', [outcome('H', -110), outcome('A', 105)], 'replace');
    world.fold('fanduel', 'g', [outcome('A', 106), outcome('H spread', -110, '-3.5')], 'replace');
    world.fold('circa', 'other', [outcome('H', -110)], 'replace');
    world.recorder.stop();
    expect(world.reader.newestMatches().map(({ label, sport }) => [label, sport])).toEqual([
      ['g', 'NBA'],
      ['other', 'NBA'],
    ]);
    expect(
      world.reader.marketsOf(game('g')).map(({ bet, sides, name }) => [bet.market, sides, name]),
    ).toEqual([
      ['game|moneyline', ['away', 'home'], 'Moneyline'],
      ['game|spread|-3.5', ['home'], 'Spread'],
    ]);
    expect(world.reader.marketsOf(game('unknown'))).toEqual([]);
    // of a match under two labels each market stands once, as the match has its sides
    const turned = { label: 'other', isFlipped: true };
    expect(
      world.reader.marketsOf([...game('g'), turned]).map(({ bet, sides }) => [bet.market, sides]),
    ).toEqual([
      ['game|moneyline', ['away', 'home']],
      ['game|spread|-3.5', ['home']],
    ]);
    expect(world.reader.marketsOf([turned])[0]?.sides).toEqual(['away']);
  });

  it('compares one bet across sportsbooks, whatever they call it, from any moment on', () => {
    const world = setUp();
    world.fold('circa', 'g', [outcome('H', -110)], 'replace');
    world.fold(
      'fanduel',
      'g',
      [{ ...outcome('Home to win', -120), name: 'Match Winner', target: 'Home' }],
      'replace',
    );
    world.clock.pass(10_000);
    world.fold(
      'fanduel',
      'g',
      [{ ...outcome('Home to win', -125), name: 'Match Winner', target: 'Home' }],
      'merge',
    );
    world.recorder.stop();
    const of = { kind: 'bet', market: 'game|moneyline', side: 'home' } as const;
    const fromMs = world.clock.nowMs() - 5_000;
    const series = world.reader.series({ ...ALL, games: game('g'), of, fromMs });
    expect(
      series.map(({ sportsbook, points }) => [sportsbook, points.map(({ american }) => american)]),
    ).toEqual([
      ['circa', [-110]],
      ['fanduel', [-120, -125]],
    ]);
    // what stood when the range began is its first point
    expect(series[0]?.points[0]?.atMs).toBe(fromMs);
  });

  it('begins anew on the ids that were there before', () => {
    const first = setUp();
    first.fold('circa', 'g', [outcome('H', -110)], 'replace');
    first.recorder.stop();
    const second = setUp();
    second.clock.pass(60_000);
    second.fold('circa', 'g', [outcome('H', -120)], 'replace');
    second.recorder.stop();
    const [kept] = second.reader.games();
    expect(second.reader.selectionsOf(kept!.id)).toHaveLength(1);
    const of = { kind: 'outcome', sportsbook: 'circa', outcome: 'H' } as const;
    expect(
      second.reader.series({ ...ALL, games: game('g'), of })[0]?.points.map(({ american }) => american),
    ).toEqual([-110, -120]);
  });

  it('equals a plain list of what happened, over any sequence of folds, compactions and restarts', () => {
    const keys = ['H', 'A', 'H spread'];
    const step = fc.oneof(
      fc.record({
        do: fc.constant('fold' as const),
        book: fc.constantFrom('circa', 'fanduel'),
        game: fc.constantFrom('g1', 'g2'),
        key: fc.constantFrom(...keys),
        american: fc.constantFrom(0, -110, -115, 105, 120),
        line: fc.constantFrom('-3.5', '-4'),
      }),
      fc.record({
        do: fc.constantFrom('remove' as const),
        book: fc.constantFrom('circa', 'fanduel'),
        game: fc.constantFrom('g1', 'g2'),
      }),
      fc.record({ do: fc.constant('compact' as const), all: fc.boolean() }),
      fc.record({ do: fc.constantFrom('restart' as const, 'wait' as const) }),
    );
    fc.assert(
      // what follows soon goes in one batch with what was before it
      fc.property(fc.array(fc.tuple(step, fc.constantFrom(5, 150)), { maxLength: 60 }), (steps) => {
        rmSync(folder, { recursive: true, force: true });
        const world = setUp();
        const truth = new Map<string, [number, number][]>();
        const add = (at: string, american: number) => {
          const list = truth.get(at) ?? [];
          truth.set(at, list);
          const last = list.at(-1);
          if (last?.[1] !== american && !(list.length === 0 && american === 0 && at.endsWith('!')))
            list.push([world.clock.nowMs(), american]);
        };
        for (const [each, afterMs] of steps) {
          world.clock.pass(afterMs);
          if (each.do === 'fold') {
            const line = each.key === 'H spread' ? each.line : null;
            world.fold(each.book, each.game, [outcome(each.key, each.american, line)], 'merge');
            add(`${each.book} ${each.game} ${each.key}`, each.american);
          } else if (each.do === 'remove') {
            world.remove(each.book, each.game);
            for (const [at] of truth) if (at.startsWith(`${each.book} ${each.game} `)) add(at, 0);
          } else if (each.do === 'compact') world.compact(each.all);
          else if (each.do === 'restart') {
            world.clock.pass(200);
            world.openAgain();
          }
        }
        world.recorder.stop();
        for (const [at, expected] of truth) {
          const [sportsbook, label, ...key] = at.split(' ');
          const of = { kind: 'outcome', sportsbook: sportsbook!, outcome: key.join(' ') } as const;
          const points =
            world.reader.series({ ...ALL, columns: 1000, games: game(label!), of })[0]?.points ?? [];
          const prices = points.map(({ atMs, american }) => [atMs, american]);
          // a line that moves while the price stays is a point of its own
          const moved = prices.filter(([, american], n) => n === 0 || prices[n - 1]![1] !== american);
          expect(moved).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BARE_PLAY, type Score, type StatedPlay, type StatedPlays } from './play.ts';
import { MAX_PLAYS_PER_GAME, PlayLog } from './play-log.ts';
import { MAX_RECENT_GAMES } from './recent-games.ts';

const BARE: StatedPlay = { ...BARE_PLAY, type: 'possession', side: 'home', team: 'Boston' };

/** A play that happened, with the score that it led to. */
interface TruePlay {
  readonly play: StatedPlay;
  readonly score: Score;
}

function frame(plays: readonly StatedPlay[], score: Score | null = null, game = 'g'): StatedPlays {
  return { game, universalId: null, league: 'NBA', score, plays };
}

/** The window of the true list from `start` to before `end`, as the feed would frame it. */
function windowOf(truth: readonly TruePlay[], start: number, end: number): StatedPlays {
  const part = truth.slice(start, end);
  return frame(
    part.map(({ play }) => play),
    part.at(-1)!.score,
  );
}

function told(log: PlayLog, game = 'g'): string[] {
  return log.plays(game).map((entry) => `${entry.type} ${entry.seconds} ${entry.score?.home ?? '?'}`);
}

const at = (seconds: number, more: Partial<StatedPlay> = {}): StatedPlay => ({ ...BARE, seconds, ...more });
const shot = (seconds: number, points: number, more: Partial<StatedPlay> = {}): StatedPlay =>
  at(seconds, { type: 'goal', points, ...more });

describe('PlayLog', () => {
  it('keeps what a frame says of a play, and numbers plays over all games', () => {
    const log = new PlayLog();
    const [first] = log.add(frame([shot(734, 2, { player: 'A. Reed' })], { home: 12, away: 10 }), 1000);
    const [second] = log.add(frame([at(5)], null, 'other'), 2000);
    expect(first).toMatchObject({
      game: 'g',
      league: 'NBA',
      arrivedAtMs: 1000,
      sequence: 1,
      clock: '12:14',
      score: { home: 12, away: 10 },
      summary: '2-pointer by A. Reed, Boston',
    });
    expect(second).toMatchObject({ game: 'other', sequence: 2, score: null });
  });

  test.each<[string, StatedPlays[], number]>([
    ['a frame sent twice', [frame([at(1)]), frame([at(1)])], 1],
    ['a play whose seconds differ', [frame([at(1)]), frame([at(2)])], 2],
    ['two alike in one frame', [frame([at(1), at(1)])], 2],
    ['two alike in one frame, sent again', [frame([at(1), at(1)]), frame([at(1), at(1)])], 2],
    ['plays whose ids differ', [frame([at(1, { id: '7' })]), frame([at(1, { id: '8' })])], 2],
    ['one id twice in one frame', [frame([at(1, { id: '7' }), at(1, { id: '7' })])], 1],
    [
      'one id, completed later',
      [frame([at(1, { id: '7' })]), frame([at(1, { id: '7', player: 'A. Reed' })])],
      1,
    ],
    [
      'one number for two types of play',
      [frame([at(1, { id: '7' })]), frame([at(1, { id: '7', type: 'foul' })])],
      2,
    ],
    [
      'an old play beside a new score',
      [frame([at(1)], { home: 0, away: 0 }), frame([at(1), shot(9, 2)], { home: 2, away: 0 })],
      2,
    ],
    [
      'two free throws at one second',
      [frame([shot(5, 1)], { home: 1, away: 0 }), frame([shot(5, 1)], { home: 2, away: 0 })],
      2,
    ],
    [
      'free throws of both teams at one second',
      [
        frame([shot(5, 1)], { home: 1, away: 0 }),
        frame([shot(5, 1, { side: 'away' })], { home: 1, away: 1 }),
        frame([shot(5, 1)], { home: 2, away: 1 }),
      ],
      3,
    ],
    [
      'a free throw after scores that were missed, but heard of',
      [
        frame([shot(5, 1)], { home: 1, away: 0 }),
        frame([at(5)], { home: 4, away: 0 }),
        frame([shot(5, 1)], { home: 5, away: 0 }),
      ],
      3,
    ],
    [
      'a goal sent again after another one scored',
      [
        frame([shot(5, 1)], { home: 1, away: 0 }),
        frame([shot(8, 1)], { home: 2, away: 0 }),
        frame([shot(5, 1)], { home: 2, away: 0 }),
      ],
      2,
    ],
    [
      'a goal sent again after scores that were missed',
      [frame([shot(5, 2)], { home: 2, away: 0 }), frame([shot(5, 2)], { home: 9, away: 4 })],
      1,
    ],
    [
      'bare plays in turn',
      ['home', 'away', 'home'].map((side) => frame([{ ...BARE, side: side as 'home' }])),
      3,
    ],
    ['a bare frame sent twice', [frame([BARE]), frame([BARE])], 1],
  ])('%s', (_, frames, count) => {
    const log = new PlayLog();
    for (const each of frames) log.add(each, 0);
    expect(log.plays('g')).toHaveLength(count);
  });

  it('puts a frame that lists the newest first into order, and knows the score after each play', () => {
    const log = new PlayLog();
    log.add(frame([shot(30, 3), at(20, { type: 'rebound' }), shot(10, 2)], { home: 5, away: 0 }), 0);
    expect(told(log)).toEqual(['goal 10 2', 'rebound 20 2', 'goal 30 5']);
  });

  it('leaves a period that starts its clock anew where it is', () => {
    const log = new PlayLog();
    log.add(frame([at(720), at(0, { type: 'periodstart' })]), 0);
    expect(log.plays('g').map((entry) => entry.type)).toEqual(['possession', 'periodstart']);
  });

  it('does not guess whose points were taken when the side is missing', () => {
    const log = new PlayLog();
    log.add(frame([at(1), shot(2, 2, { side: null, team: null })], { home: 2, away: 0 }), 0);
    expect(log.plays('g').map((entry) => entry.score)).toEqual([null, { home: 2, away: 0 }]);
  });

  it('keeps the newest plays of a game, still knows those that left, and counts', () => {
    const log = new PlayLog();
    const count = MAX_PLAYS_PER_GAME + 50;
    for (let seconds = 0; seconds < count; seconds += 1) log.add(frame([at(seconds)]), 0);
    expect(log.add(frame([at(3)]), 0)).toEqual([]);
    expect(log.plays('g')).toHaveLength(MAX_PLAYS_PER_GAME);
    expect(log.plays('g')[0]!.seconds).toBe(50);
    expect(log.counts).toEqual({ taken: count, repeated: 1, trimmed: 50 });
  });

  it('forgets games that are gone, and holds a bounded number of games', () => {
    const log = new PlayLog();
    log.add(frame([at(1)]), 0);
    log.forget('g');
    expect(log.plays('g')).toEqual([]);
    for (let game = 0; game < 3 * MAX_RECENT_GAMES; game += 1) log.add(frame([at(1)], null, `g${game}`), 0);
    expect(log.gamesPushedOut).toBe(2 * MAX_RECENT_GAMES);
    expect(log.plays(`g${3 * MAX_RECENT_GAMES - 1}`)).toHaveLength(1);
  });

  it('takes labels that are names of the language', () => {
    const log = new PlayLog();
    for (const game of ['__proto__', 'constructor']) log.add(frame([at(1)], null, game), 0);
    expect(log.plays('__proto__')).toHaveLength(1);
    expect(log.plays('toString')).toEqual([]);
  });
});

/** A list of plays with a running score; free throws at one second, alike but for the score, are among them. */
function truthOf(timed: 'seconds' | 'id' | 'both'): fc.Arbitrary<TruePlay[]> {
  const step = fc.record({
    type: fc.constantFrom('possession', 'foul', 'rebound', 'goal', 'goal', 'goal', 'new_type'),
    side: fc.constantFrom('home' as const, 'away' as const),
    points: fc.integer({ min: 1, max: 2 }),
    player: fc.constantFrom(null, 'A. Reed'),
    pauseSeconds: fc.constantFrom(0, 0, 0, 1, 7, 20),
  });
  return fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => {
    let seconds = 0;
    let score: Score = { home: 0, away: 0 };
    return steps.map(({ type, side, points, player, pauseSeconds }, number) => {
      const isGoal = type === 'goal';
      // only scoring plays can be told apart at one second
      seconds += isGoal ? pauseSeconds : pauseSeconds + 1;
      if (isGoal) score = { ...score, [side]: score[side] + points };
      const play: StatedPlay = {
        ...BARE,
        type,
        side,
        team: side,
        player,
        points: isGoal ? points : null,
        seconds: timed === 'id' ? null : seconds,
        id: timed === 'seconds' ? null : `n${number}`,
      };
      return { play, score };
    });
  });
}

/** Where windows of a list start and end: each at or before the end of what was told, so that nothing is skipped. */
const windows = fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(1, 1, 1, 2, 3, 12)), { maxLength: 60 });

describe.each(['seconds', 'id', 'both'] as const)('plays with %s', (timed) => {
  it('come out exactly once and in order, whatever is sent again, overlaps or is told anew', () => {
    fc.assert(
      fc.property(truthOf(timed), windows, (truth, cuts) => {
        const log = new PlayLog();
        const out: string[] = [];
        const send = (start: number, end: number): void => {
          for (const entry of log.add(windowOf(truth, start, end), 0)) {
            out.push(
              JSON.stringify([entry.type, entry.side, entry.points, entry.seconds, entry.id, entry.score]),
            );
          }
        };
        let end = 0;
        for (const [back, length] of cuts) {
          const start = Math.max(0, end - (back % (end + 1)));
          const stop = Math.min(truth.length, start + length);
          if (stop <= start) continue;
          send(start, stop);
          end = Math.max(end, stop);
        }
        // the rest play by play, then everything told anew as after a reconnect
        for (let number = end; number < truth.length; number += 1) send(number, number + 1);
        for (let number = 0; number < truth.length; number += 1) send(number, number + 1);
        send(0, truth.length);
        expect(out).toEqual(
          truth.map(({ play, score }) =>
            JSON.stringify([play.type, play.side, play.points, play.seconds, play.id, score]),
          ),
        );
        expect(log.plays('g').map((entry) => entry.sequence)).toEqual(truth.map((_, number) => number + 1));
      }),
      { numRuns: 400 },
    );
  });
});

describe('plays with neither id nor seconds, in a game without times', () => {
  it('come out once while every frame reaches the end of what was told', () => {
    const list = fc.array(fc.constantFrom('ball', 'strike', 'foul_ball', 'single', 'walk', 'fly_out'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(list, fc.array(fc.integer({ min: 0, max: 4 })), (types, overlaps) => {
        // neighbours that are alike can't be told from a frame sent again
        const truth = types.filter((type, number) => type !== types[number - 1]);
        const log = new PlayLog();
        for (let number = 0; number < truth.length; number += 1) {
          const longest = longestUnambiguous(truth, number, overlaps[number] ?? 0);
          log.add(frame(truth.slice(number - longest, number + 1).map((type) => ({ ...BARE, type }))), 0);
        }
        expect(log.plays('g').map((entry) => entry.type)).toEqual(truth);
      }),
      { numRuns: 400 },
    );
  });
});

/** How far a frame may reach back so that it lies over the end of the list in one way only. */
function longestUnambiguous(truth: readonly string[], number: number, wanted: number): number {
  for (let length = Math.min(wanted, number); length > 0; length -= 1) {
    const window = truth.slice(number - length, number + 1);
    const before = truth.slice(0, number);
    const fits = window
      .map((_, at) => at + 1)
      .filter((size) => size <= before.length && before.slice(-size).join() === window.slice(0, size).join());
    if (Math.max(0, ...fits) === length) return length;
  }
  return 0;
}

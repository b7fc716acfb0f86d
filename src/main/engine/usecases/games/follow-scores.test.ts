import { describe, expect, it, test } from 'vitest';
import type { GameState, StatedState } from '#domain/play/game-state.ts';
import { createMemoryBudgets } from '../../adapters/system/memory-budgets.ts';
import type { FeedEnd, FeedListener, ScoresMessage } from '../../ports/feed.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { ScoresFollower } from './follow-scores.ts';

const GAME = 'Sunderland vs Man Utd, 2026-05-03, 01';

/** A live-score feed whose connections the test plays by hand. */
function setUp() {
  const clock = new ManualClock();
  const connects: { listener: FeedListener<ScoresMessage>; closed: boolean }[] = [];
  const told: string[] = [];
  const settled: string[] = [];
  const inShort = ({ score, phase, period }: GameState) =>
    `${score?.home}-${score?.away} ${phase}${period === null ? '' : ` ${period}`}`;
  const follower = new ScoresFollower({
    feed: {
      connect(listener) {
        const connect = { listener, closed: false };
        connects.push(connect);
        return {
          subscribe: () => undefined,
          close() {
            connect.closed = true;
          },
        };
      },
    },
    budgets: createMemoryBudgets(),
    clock,
    chance: () => 0.5,
    isKeyGood: () => true,
    leagueOf: () => 'NBA',
    status: () => undefined,
    support: () => undefined,
    state: (state) => told.push(inShort(state)),
    settled: (state) => settled.push(inShort(state)),
  });
  const say = (message: Parameters<FeedListener<ScoresMessage>['message']>[0]) => {
    connects.at(-1)!.listener.frame(50);
    connects.at(-1)!.listener.message(message);
  };
  const score = (home: number, away: number, more: Partial<StatedState> = {}) =>
    say({
      kind: 'state',
      state: {
        game: GAME,
        universalId: null,
        league: null,
        home: null,
        away: null,
        score: { home, away },
        period: null,
        clock: null,
        phase: 'live',
        detail: null,
        ...more,
      },
    });
  const open = () => {
    follower.follow([GAME]);
    say({ kind: 'acknowledged', plan: null });
  };
  const end = (reason: FeedEnd['reason'], more: Partial<FeedEnd> = {}) =>
    connects.at(-1)!.listener.ended({ reason, detail: `ended: ${reason}`, ...more });
  return { clock, connects, told, settled, follower, say, score, open, end };
}

describe('ScoresFollower', () => {
  it('tells a score at once, and settles on it when it has stood for 3 s', () => {
    const world = setUp();
    world.open();
    world.score(1, 0);
    expect(world.told).toEqual(['1-0 live']);
    world.clock.pass(2_900);
    expect(world.settled).toEqual([]);
    world.clock.pass(200);
    expect(world.settled).toEqual(['1-0 live']);
    expect(world.follower.support(GAME)).toBe('live');
  });

  it('tells the period in the words of the league, which these frames do not name', () => {
    const world = setUp();
    world.open();
    world.score(1, 0, { period: 'Period 4' });
    expect(world.told).toEqual(['1-0 live 4th quarter']);
  });

  it('does not settle on a score that is taken back, and is not put off by the clock', () => {
    const world = setUp();
    world.open();
    world.score(0, 0);
    world.clock.pass(3_100);
    world.score(1, 0);
    world.clock.pass(1_000);
    world.score(0, 0);
    world.clock.pass(10_000);
    expect(world.settled).toEqual(['0-0 live']);
    for (let seconds = 0; seconds < 5; seconds += 1) {
      world.score(0, 1, { clock: `10:0${seconds}` });
      world.clock.pass(1_000);
    }
    expect(world.settled).toEqual(['0-0 live', '0-1 live']);
    expect(world.told).toHaveLength(8);
    world.score(0, 1, { phase: 'ended' });
    world.clock.pass(3_100);
    expect(world.settled.at(-1)).toBe('0-1 ended');
  });

  it('misses no score that stood for its time, even if the next one comes before the timer', () => {
    const world = setUp();
    world.open();
    world.score(0, 0);
    world.clock.pass(3_100);
    // planned before the timer of the score, so it runs before it
    world.clock.after(3_000, () => world.score(0, 0));
    world.score(1, 0, { clock: '10:00' });
    world.clock.pass(1_000);
    world.score(1, 0, { clock: '10:01' });
    world.clock.pass(10_000);
    expect(world.settled).toEqual(['0-0 live', '1-0 live', '0-0 live']);
  });

  test.each<[string, FeedEnd['reason'], Partial<FeedEnd>]>([
    ['not at this address', 'unreachable', { status: 404 }],
    ['broken there', 'unreachable', { status: 500 }],
    ['not in the plan', 'key-refused', { status: 403 }],
    ['no connection to spare', 'too-many', { status: 503 }],
    ['closed at once', 'no-acknowledgement', {}],
  ])('%s: off, and asked for again in half an hour', (_, reason, more) => {
    const world = setUp();
    world.follower.follow([GAME]);
    world.end(reason, more);
    expect(world.follower.status.state).toBe('refused');
    expect(world.follower.status.detail).toMatch(/^Live scores: /);
    world.clock.pass(29 * 60_000);
    expect(world.connects).toHaveLength(1);
    world.clock.pass(61_000);
    expect(world.connects).toHaveLength(2);
  });

  it('comes back as usual after a cut', () => {
    const world = setUp();
    world.open();
    world.end('closed');
    world.clock.pass(20_000);
    expect(world.connects).toHaveLength(2);
  });

  it('leaves nothing behind when it is stopped', () => {
    const world = setUp();
    world.open();
    world.score(1, 0);
    world.follower.stop();
    expect(world.clock.planned).toBe(0);
    world.clock.pass(10_000);
    expect(world.settled).toEqual([]);
    expect(world.connects[0]!.closed).toBe(true);
  });

  it('forgets a game that is gone, once nobody wants it', () => {
    const world = setUp();
    world.open();
    world.score(1, 0);
    world.follower.forget(GAME);
    expect(world.follower.stateOf(GAME)).not.toBeNull();
    world.follower.follow([]);
    world.follower.forget(GAME);
    expect(world.follower.stateOf(GAME)).toBeNull();
    world.clock.pass(10_000);
    expect(world.settled).toEqual([]);
  });
});

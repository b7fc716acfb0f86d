import { describe, expect, it } from 'vitest';
import type { FeedStatus } from '#contract/feed-status.ts';
import type { FeedFilters } from '#contract/filters.ts';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { moneyline } from '#domain/board/testing/outcomes.ts';
import { createMemoryBudgets } from '../../adapters/system/memory-budgets.ts';
import type { FeedEnd, FeedListener, OddsMessage } from '../../ports/feed.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { OddsFollower } from './follow-odds.ts';

/** A feed whose connections the test plays by hand. */
function setUp(chance = 0.5, clock = new ManualClock(), budgets = createMemoryBudgets()) {
  const board = new Board();
  const connects: {
    atMs: number;
    listener: FeedListener<OddsMessage>;
    subscribed: number[];
    filters: FeedFilters[];
    closed: boolean;
  }[] = [];
  const states: string[] = [];
  const answers: string[] = [];
  const statuses: FeedStatus[] = [];
  const moves: { key: string; previous: number; american: number; origin: string }[] = [];
  const follower = new OddsFollower({
    feed: {
      connect(listener) {
        const connect = {
          atMs: clock.moment().uptimeMs,
          listener,
          subscribed: [] as number[],
          filters: [] as FeedFilters[],
          closed: false,
        };
        connects.push(connect);
        return {
          subscribe(filters) {
            connect.subscribed.push(clock.moment().uptimeMs);
            connect.filters.push(filters);
          },
          close() {
            connect.closed = true;
          },
        };
      },
    },
    board,
    budgets,
    clock,
    chance: () => chance,
    filters: {},
    filtersChanged: () => answers.push(follower.filterAnswer),
    changed(changes) {
      for (let at = 0; at < changes.count; at += 1) {
        moves.push({
          key: board.selections.key(changes.selection(at)),
          previous: changes.previous(at),
          american: changes.american(at),
          origin: changes.origin,
        });
      }
    },
    status(status) {
      statuses.push(status);
      if (states.at(-1) !== status.state) states.push(status.state);
    },
  });
  const last = () => connects.at(-1)!;
  const acknowledge = () => {
    last().listener.frame(10);
    last().listener.message({ kind: 'acknowledged', plan: null });
  };
  const prices = (
    origin: 'snapshot' | 'update',
    sportsbook: string,
    game: string,
    odds: Record<string, number>,
  ) => {
    last().listener.frame(100);
    last().listener.message({
      kind: 'board',
      message: {
        kind: 'prices',
        mode: origin === 'snapshot' ? 'replace' : 'merge',
        origin,
        at: { sportsbook, sport: 'NBA', game, home: 'H', away: 'A', startsAtMs: null, universalId: null },
        outcomes: Object.entries(odds).map(([key, american]) => moneyline(key, american)),
      },
    });
  };
  const end = (reason: FeedEnd['reason'] = 'closed') =>
    last().listener.ended({ reason, detail: `ended: ${reason}` });
  const onBoard = () =>
    describeSelections(board).map(
      (record) => `${record.sportsbook} ${record.game} ${record.outcome} ${record.american}`,
    );
  const ping = () => {
    last().listener.frame(17);
    last().listener.message({ kind: 'ping' });
  };
  return {
    answers,
    clock,
    board,
    follower,
    connects,
    states,
    statuses,
    moves,
    last,
    acknowledge,
    prices,
    end,
    onBoard,
    ping,
  };
}

describe('OddsFollower', () => {
  it('connects, waits for the acknowledgement, subscribes, and is live', () => {
    const world = setUp();
    world.follower.start();
    expect(world.last().subscribed).toEqual([]);
    world.acknowledge();
    expect(world.last().subscribed).toHaveLength(1);
    world.prices('snapshot', 'circa', 'g', { home: -110 });
    expect(world.states).toEqual(['connecting', 'live']);
    expect(world.onBoard()).toEqual(['circa g home -110']);
  });

  it('after a drop every price is stale, then live one by one, and ghosts are swept', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.prices('snapshot', 'circa', 'g', { home: -110, away: -110 });
    world.prices('snapshot', 'circa', 'ghost', { home: 200 });
    world.prices('snapshot', 'fanduel', 'g', { home: -105 });
    world.end();
    expect(world.board.isConfirmed(0)).toBe(false);
    expect(world.follower.isLive).toBe(false);
    world.clock.pass(30_000);
    world.acknowledge();
    world.moves.length = 0;
    world.prices('snapshot', 'circa', 'g', { home: -110, away: -130 });
    expect(world.states.at(-1)).toBe('resyncing');
    expect(world.moves.map((move) => [move.key, move.previous, move.origin])).toEqual([
      ['home', 0, 'snapshot'],
      ['away', 0, 'snapshot'],
    ]);
    expect(world.onBoard()).toContain('circa ghost home 200');
    world.clock.pass(2500);
    expect(world.onBoard()).toEqual(['circa g away -130', 'circa g home -110', 'fanduel g home -105']);
    expect(world.states.at(-1)).toBe('resyncing');
    world.clock.pass(4000);
    expect(world.onBoard()).toEqual(['circa g away -130', 'circa g home -110']);
    expect(world.states.at(-1)).toBe('live');
  });

  it('is live as soon as the snapshot has stated everything again', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.prices('snapshot', 'circa', 'g', { home: -110 });
    world.end();
    world.clock.pass(30_000);
    world.acknowledge();
    world.prices('snapshot', 'circa', 'g', { home: -110 });
    world.clock.pass(2500);
    expect(world.states.at(-1)).toBe('live');
  });

  it('finishes a resync that has begun when it is stopped', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.prices('snapshot', 'circa', 'g', { home: -110 });
    world.prices('snapshot', 'circa', 'ghost', { home: -110 });
    world.end();
    world.clock.pass(30_000);
    world.acknowledge();
    world.prices('snapshot', 'circa', 'g', { home: -120 });
    world.follower.stop();
    expect(world.onBoard()).toEqual(['circa g home -120']);
    expect(world.clock.planned).toBe(0);
  });

  it('finds a half-open socket after three ping intervals, says stale, and connects anew', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.prices('snapshot', 'circa', 'g', { home: -110 });
    for (let n = 0; n < 4; n += 1) {
      world.clock.pass(6_000);
      world.ping();
    }
    world.clock.pass(17_000);
    expect(world.states.at(-1)).toBe('live');
    world.clock.pass(1_500);
    expect(world.states).toContain('stale');
    expect(world.connects[0]!.closed).toBe(true);
    expect(world.connects).toHaveLength(2);
    // what the dead socket still says is not heard
    world.connects[0]!.listener.message({ kind: 'acknowledged', plan: null });
    expect(world.connects[1]!.subscribed).toEqual([]);
  });

  it('a silent socket without pings is dead after 45 s', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.clock.pass(44_000);
    expect(world.connects).toHaveLength(1);
    world.clock.pass(1_500);
    expect(world.connects).toHaveLength(2);
  });

  it('is not silent while a large frame is being worked off', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    for (let n = 0; n < 10; n += 1) {
      world.clock.pass(20_000);
      world.last().listener.working?.();
    }
    expect(world.connects).toHaveLength(1);
    world.clock.pass(46_000);
    expect(world.connects).toHaveLength(2);
  });

  it('a ping that was held up makes a quiet socket no deader', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    for (const afterMs of [20_000, 20_000, 38_000, 2_000, 20_000, 20_000]) {
      world.clock.pass(afterMs);
      world.ping();
    }
    expect(world.states).toEqual(['connecting', 'live']);
  });

  it('a wall clock that is turned makes nothing stale, and hides no dead socket', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.ping();
    for (const turnedMs of [86_400_000, -86_400_000, -14_000, 14_000, -3_600_000, -1, 86_399_999]) {
      world.clock.pass(7_500);
      world.clock.turnWall(turnedMs);
      world.clock.pass(7_500);
      world.ping();
    }
    expect(world.states).toEqual(['connecting', 'live']);
    world.clock.turnWall(-86_400_000);
    world.clock.pass(45_100);
    expect(world.states).toContain('stale');
  });

  it('gives up on a socket that is never acknowledged', () => {
    const world = setUp();
    world.follower.start();
    world.clock.pass(15_000);
    expect(world.connects[0]!.closed).toBe(true);
    expect(world.statuses.at(-1)).toMatchObject({
      state: 'offline',
      detail: expect.stringContaining('did not acknowledge'),
    });
  });

  it('keeps 5.5 s between sockets and 10 in 62 s, however often they fail', () => {
    const world = setUp(0);
    world.follower.start();
    for (let n = 0; n < 2000; n += 1) {
      if (!world.last().closed) {
        world.last().closed = true;
        world.end('unreachable');
      }
      world.clock.pass(500);
    }
    const starts = world.connects.map((connect) => connect.atMs);
    expect(starts.length).toBeGreaterThan(100);
    for (let n = 1; n < starts.length; n += 1)
      expect(starts[n]! - starts[n - 1]!).toBeGreaterThanOrEqual(5500);
    for (let n = 10; n < starts.length; n += 1)
      expect(starts[n]! - starts[n - 10]!).toBeGreaterThanOrEqual(62_000);
  });

  it('stops at a refused key and says so; "too many" waits 60 to 75 s', () => {
    const world = setUp();
    world.follower.start();
    world.end('key-refused');
    expect(world.statuses.at(-1)).toMatchObject({ state: 'refused', retryAtMs: null });
    world.clock.pass(3_600_000);
    expect(world.connects).toHaveLength(1);
    world.follower.reconnect('The key was changed.');
    world.end('too-many');
    world.clock.pass(59_000);
    expect(world.connects).toHaveLength(2);
    world.clock.pass(16_000);
    expect(world.connects).toHaveLength(3);
  });

  it('a pause that the provider asked for outlives the program', () => {
    const clock = new ManualClock();
    const budgets = createMemoryBudgets();
    const first = setUp(0.5, clock, budgets);
    first.follower.start();
    first.end('too-many');
    first.follower.stop();
    clock.pass(20_000);
    const second = setUp(0.5, clock, budgets);
    second.follower.start();
    expect(second.connects).toHaveLength(0);
    expect(second.statuses.at(-1)).toMatchObject({
      state: 'refused',
      detail: 'The provider asked for a pause before Linewatch was started anew.',
    });
    clock.pass(39_000);
    expect(second.connects).toHaveLength(0);
    clock.pass(16_000);
    expect(second.connects).toHaveLength(1);
  });

  it('subscribes again 5.5 s after the provider complained', () => {
    const world = setUp();
    world.follower.start();
    world.acknowledge();
    world.last().listener.message({
      kind: 'error',
      text: 'Re-subscription rate limit hit. Please wait 5 seconds before re-subscribing.',
    });
    world.clock.pass(5_400);
    expect(world.last().subscribed).toHaveLength(1);
    world.clock.pass(200);
    expect(world.last().subscribed).toHaveLength(2);
    expect(world.states.at(-1)).toBe('live');
  });

  it('100 cuts: nothing stays live that the newest connection has not stated', () => {
    const world = setUp(0);
    world.follower.start();
    for (let cut = 0; cut < 100; cut += 1) {
      world.acknowledge();
      world.prices('snapshot', 'circa', 'g', { home: -110 - cut, away: 100 });
      if (cut % 3 === 0) world.prices('snapshot', 'fanduel', `g${cut}`, { home: 150 });
      world.clock.pass(cut % 2 === 0 ? 100 : 9000);
      world.end();
      for (let selection = 0; selection < world.board.selections.end; selection += 1) {
        expect(world.board.isConfirmed(selection)).toBe(false);
      }
      expect(world.follower.isLive).toBe(false);
      world.clock.pass(70_000);
    }
  });

  describe('filters', () => {
    const confirm = (world: ReturnType<typeof setUp>) =>
      world.last().listener.message({ kind: 'subscribed' });

    it('coalesce clicks, leave 5.5 s apart, and drop what they exclude once confirmed', () => {
      const world = setUp();
      world.follower.start();
      world.acknowledge();
      world.prices('snapshot', 'circa', 'g', { home: -110 });
      world.prices('snapshot', 'fanduel', 'g', { home: -110 });
      world.clock.pass(1000);
      for (const sportsbooks of [['circa', 'betmgm'], ['betmgm'], ['circa']])
        world.follower.changeFilters({ sportsbooks });
      expect(world.last().subscribed).toHaveLength(1);
      world.clock.pass(4600);
      expect(world.last().filters).toEqual([{}, { sportsbooks: ['circa'] }]);
      expect(world.onBoard()).toHaveLength(2);
      expect(world.follower.filterAnswer).toBe('asked');
      confirm(world);
      expect(world.onBoard()).toEqual(['circa g home -110']);
      expect(world.moves.at(-1)).toMatchObject({ key: 'home', previous: -110, american: 0 });
    });

    it('are sent again when the provider complains or does not confirm', () => {
      const world = setUp();
      world.follower.start();
      world.acknowledge();
      world.clock.pass(6000);
      world.follower.changeFilters({ sports: ['NBA'] });
      world.last().listener.message({
        kind: 'error',
        text: 'Re-subscription rate limit hit. Please wait 5 seconds before re-subscribing.',
      });
      world.clock.pass(5600);
      expect(world.last().filters.slice(1)).toEqual([{ sports: ['NBA'] }, { sports: ['NBA'] }]);
      world.clock.pass(10_100);
      expect(world.last().filters).toHaveLength(4);
      confirm(world);
      world.prices('snapshot', 'circa', 'g', { home: -110 });
      world.clock.pass(20_000);
      expect(world.last().filters).toHaveLength(4);
      expect(world.follower.filterAnswer).toBe('heard');
    });

    it('that the plan does not have are answered in the provider\u2019s words, which silence does not replace', () => {
      const world = setUp();
      world.follower.start();
      world.acknowledge();
      world.last().listener.message({ kind: 'error', text: 'Your plan allows one league' });
      world.clock.pass(12_000);
      expect(world.follower.filterAnswer).toBe('silent');
      world.follower.explain('There may be no such games now.');
      const detail = 'Not in your plan. The provider says: Your plan allows one league';
      expect(world.follower.status).toMatchObject({ state: 'live', detail });
      world.follower.changeFilters({ sports: ['NBA'] });
      world.follower.explain('There may be no such games now.');
      expect(world.follower.status.detail).toBe('There may be no such games now.');
    });

    it('that bring nothing are found silent after 12 s', () => {
      const world = setUp();
      world.follower.start();
      world.acknowledge();
      world.ping();
      world.clock.pass(11_900);
      expect(world.follower.filterAnswer).toBe('asked');
      world.clock.pass(200);
      expect(world.follower.filterAnswer).toBe('silent');
      world.prices('update', 'circa', 'g', { home: -110 });
      expect(world.answers).toEqual(['silent', 'heard']);
    });

    it('that were changed again before the provider confirmed count from its word on', () => {
      const world = setUp();
      world.follower.start();
      world.acknowledge();
      world.prices('snapshot', 'circa', 'g', { home: -110 });
      world.prices('snapshot', 'fanduel', 'g', { home: -110 });
      world.clock.pass(6000);
      world.follower.changeFilters({ sportsbooks: ['circa'] });
      world.follower.changeFilters({});
      confirm(world);
      // nobody tells us of fanduel any more, so its price must not stand as live
      expect(world.onBoard()).toEqual(['circa g home -110']);
      world.clock.pass(6000);
      confirm(world);
      expect(world.connects).toHaveLength(1);
      world.clock.pass(8100);
      expect(world.connects).toHaveLength(2);
    });

    it('that are wider connect again where the provider does not state what is new', () => {
      const world = setUp();
      world.follower.start();
      world.acknowledge();
      world.follower.changeFilters({ sports: ['NBA'] });
      world.clock.pass(5600);
      confirm(world);
      world.clock.pass(9000);
      expect(world.connects).toHaveLength(1);
      world.follower.changeFilters({});
      confirm(world);
      world.prices('update', 'circa', 'g', { home: -110 });
      world.clock.pass(8100);
      expect(world.connects).toHaveLength(2);
    });
  });
});

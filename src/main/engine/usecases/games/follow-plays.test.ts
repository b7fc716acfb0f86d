import { afterEach, describe, expect, it, test } from 'vitest';
import type { FeedStatus } from '#contract/feed-status.ts';
import type { FeedFilters } from '#contract/filters.ts';
import type { GameState, StatedState } from '#domain/play/game-state.ts';
import type { PlayEntry, StatedPlay } from '#domain/play/play.ts';
import { type Simulator, startSimulator } from '#simulator/index.ts';
import { createPlaysFeed } from '../../adapters/feed/plays-feed.ts';
import { createMemoryBudgets } from '../../adapters/system/memory-budgets.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FeedEnd, FeedListener, PlaysMessage } from '../../ports/feed.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { PlaysFollower } from './follow-plays.ts';
import { MAX_FOLLOWED_GAMES } from './wanted-games.ts';

const A = 'Boston vs New York, 2026-01-15, 07';
const B = 'Dallas vs Miami, 2026-01-15, 08';

const STATE: StatedState = {
  game: A,
  universalId: 'u1',
  league: 'NBA',
  home: 'Boston',
  away: 'New York',
  score: null,
  period: null,
  clock: null,
  phase: 'live',
  detail: null,
};

function play(seconds: number, more: Partial<StatedPlay> = {}): StatedPlay {
  return {
    type: 'foul',
    id: null,
    side: 'home',
    team: 'Boston',
    player: null,
    points: null,
    seconds,
    period: null,
    clock: null,
    name: null,
    description: null,
    ...more,
  };
}

/** A play-by-play feed whose connections the test plays by hand. */
function setUp() {
  const clock = new ManualClock();
  const connects: { listener: FeedListener<PlaysMessage>; asked: FeedFilters[]; closed: boolean }[] = [];
  const statuses: FeedStatus[] = [];
  const entries: PlayEntry[] = [];
  const states: GameState[] = [];
  const supports: string[] = [];
  const key = { isGood: true };
  const follower = new PlaysFollower({
    feed: {
      connect(listener) {
        const connect = { listener, asked: [] as FeedFilters[], closed: false };
        connects.push(connect);
        return {
          subscribe: (filters) => connect.asked.push(filters),
          close() {
            connect.closed = true;
          },
        };
      },
    },
    budgets: createMemoryBudgets(),
    clock,
    chance: () => 0.5,
    isKeyGood: () => key.isGood,
    leagueOf: () => null,
    status: (status) => statuses.push(status),
    support: (game, support) => supports.push(`${game.slice(0, 6)} ${support}`),
    plays: (added) => entries.push(...added),
    state: (state) => states.push(state),
  });
  const last = () => connects.at(-1)!;
  const say = (message: Parameters<FeedListener<PlaysMessage>['message']>[0]) => {
    last().listener.frame(50);
    last().listener.message(message);
  };
  const acknowledge = () => say({ kind: 'acknowledged', plan: null });
  const tell = (
    plays: readonly StatedPlay[],
    score: { home: number; away: number } | null = null,
    game = A,
  ) =>
    say({
      kind: 'plays',
      stated: { game, universalId: null, league: 'NBA', score, plays },
      state: { ...STATE, game, score },
    });
  const end = (reason: FeedEnd['reason'], more: Partial<FeedEnd> = {}) =>
    last().listener.ended({ reason, detail: `ended: ${reason}`, ...more });
  /** Lets time pass with a ping every 15 s. */
  const passPinged = (durationMs: number) => {
    for (let ms = 0; ms < durationMs; ms += 15_000) {
      clock.pass(Math.min(15_000, durationMs - ms));
      if (!last().closed) say({ kind: 'ping' });
    }
  };
  const open = (...games: string[]) => {
    follower.follow(games);
    acknowledge();
  };
  const status = () => follower.status;
  return {
    clock,
    connects,
    statuses,
    entries,
    states,
    supports,
    key,
    follower,
    last,
    say,
    acknowledge,
    tell,
    end,
    passPinged,
    open,
    status,
  };
}

describe('PlaysFollower: the socket', () => {
  it('connects on the first need, asks for the wanted games only, and closes a minute after the last', () => {
    const world = setUp();
    world.clock.pass(600_000);
    expect(world.connects).toHaveLength(0);
    expect(world.follower.isRunning).toBe(false);
    world.open(A, B);
    expect(world.last().asked).toEqual([{ games: [A, B] }]);
    expect(world.status().state).toBe('live');
    world.follower.follow([]);
    world.passPinged(59_000);
    expect(world.last().closed).toBe(false);
    world.clock.pass(1_500);
    expect(world.last().closed).toBe(true);
    expect(world.status()).toMatchObject({ state: 'offline', retryAtMs: null });
    expect(world.follower.isRunning).toBe(false);
    expect(world.clock.planned).toBe(0);
    world.clock.pass(10_000);
    world.open(B);
    expect(world.connects).toHaveLength(2);
    expect(world.last().asked).toEqual([{ games: [B] }]);
  });

  it('stays when another game is wanted within the minute', () => {
    const world = setUp();
    world.open(A);
    world.follower.follow([]);
    world.passPinged(30_000);
    world.follower.follow([B]);
    world.passPinged(120_000);
    expect(world.connects).toHaveLength(1);
    expect(world.last().asked[1]).toEqual({ games: [B] });
  });

  it('never asks without games, which would mean all games', () => {
    const world = setUp();
    world.open(A);
    world.follower.follow([]);
    world.end('closed');
    world.clock.pass(20_000);
    world.acknowledge();
    world.clock.pass(20_000);
    for (const { asked } of world.connects) for (const { games } of asked) expect(games?.length).toBe(1);
    expect(world.last().asked).toEqual([]);
  });

  it('coalesces changes 5.5 s apart, is silent about an order, and gives up on a confirmation that never comes', () => {
    const world = setUp();
    world.open(A);
    world.follower.follow([B]);
    world.follower.follow([A, B]);
    world.follower.follow([B, A]);
    expect(world.last().asked).toHaveLength(1);
    world.passPinged(60_000);
    expect(world.last().asked.slice(1)).toEqual([{ games: [A, B] }, { games: [A, B] }, { games: [A, B] }]);
    world.follower.follow([B, A]);
    world.passPinged(60_000);
    expect(world.last().asked).toHaveLength(4);
  });

  it('takes an accepted game for a confirmation', () => {
    const world = setUp();
    world.open(A);
    world.follower.follow([A, B]);
    world.clock.pass(5_600);
    world.say({ kind: 'accepted', game: B });
    world.passPinged(60_000);
    expect(world.last().asked).toHaveLength(2);
  });

  it('follows at most 40 games and answers the rest', () => {
    const world = setUp();
    const games = Array.from({ length: MAX_FOLLOWED_GAMES + 2 }, (_, number) => `game ${number}`);
    expect(world.follower.follow([...games, 'game 0', ''])).toEqual(['game 40', 'game 41']);
    world.acknowledge();
    expect(world.last().asked).toEqual([{ games: games.slice(0, MAX_FOLLOWED_GAMES) }]);
  });

  it('waits until the odds feed has shown that the key is good', () => {
    const world = setUp();
    world.key.isGood = false;
    world.follower.follow([A]);
    world.clock.pass(600_000);
    expect(world.connects).toHaveLength(0);
    expect(world.status().detail).toContain('Waiting for the odds feed');
    world.key.isGood = true;
    world.clock.pass(2_000);
    expect(world.connects).toHaveLength(1);
  });

  it('is patient with a socket that has no pings, but not with one that had', () => {
    const quiet = setUp();
    quiet.open(A);
    quiet.clock.pass(299_000);
    expect(quiet.connects).toHaveLength(1);
    quiet.clock.pass(2_000);
    expect(quiet.connects).toHaveLength(2);
    const pinged = setUp();
    pinged.open(A);
    pinged.passPinged(60_000);
    pinged.clock.pass(46_000);
    expect(pinged.connects).toHaveLength(2);
    expect(pinged.statuses.map((status) => status.state)).toContain('stale');
    // it has pings, so the next connection is watched from its beginning
    pinged.acknowledge();
    pinged.clock.pass(46_000);
    expect(pinged.connects).toHaveLength(3);
  });

  it('leaves nothing behind when it is stopped', () => {
    const world = setUp();
    world.open(A);
    world.follower.follow([B]);
    world.follower.stop();
    expect(world.last().closed).toBe(true);
    expect(world.clock.planned).toBe(0);
    const waiting = setUp();
    waiting.key.isGood = false;
    waiting.follower.follow([A]);
    waiting.follower.stop();
    expect(waiting.clock.planned).toBe(0);
  });
});

describe('PlaysFollower: a plan without play-by-play', () => {
  const notInPlan = { state: 'refused', detail: 'Play-by-play: not in your plan.' };

  test.each<[string, (world: ReturnType<typeof setUp>) => void]>([
    ['403', (world) => world.end('key-refused', { status: 403 })],
    ['401', (world) => world.end('key-refused', { status: 401 })],
    [
      'a complaint',
      (world) => {
        world.acknowledge();
        world.say({ kind: 'error', text: 'This feature is not available on your current plan.' });
      },
    ],
    [
      'a complaint that calls it not supported',
      (world) => {
        world.acknowledge();
        world.say({ kind: 'error', text: 'Play by play is not supported by your plan' });
      },
    ],
    [
      'a close with a reason',
      (world) => world.end('closed', { detail: 'closed: upgrade your plan (code 1008)' }),
    ],
  ])('%s: says so, and asks again in half an hour', (_, refuse) => {
    const world = setUp();
    world.follower.follow([A]);
    refuse(world);
    expect(world.status()).toMatchObject(notInPlan);
    world.clock.pass(29 * 60_000);
    expect(world.connects).toHaveLength(1);
    world.clock.pass(61_000);
    expect(world.connects).toHaveLength(2);
  });

  it('does not ask sooner because the machine woke, or games are left and wanted anew', () => {
    const world = setUp();
    world.follower.follow([A]);
    world.end('key-refused', { status: 403 });
    world.follower.reconnect('The machine woke.');
    for (let minutes = 0; minutes < 25; minutes += 5) {
      world.follower.follow([]);
      world.clock.pass(120_000);
      world.follower.follow([B]);
      world.clock.pass(180_000);
    }
    expect(world.connects).toHaveLength(1);
    expect(world.status()).toMatchObject(notInPlan);
    world.clock.pass(5 * 60_000 + 1_000);
    expect(world.connects).toHaveLength(2);
  });

  it('with a key that is bad everywhere, says what the provider said and stops', () => {
    const world = setUp();
    world.follower.follow([A]);
    world.key.isGood = false;
    world.end('key-refused', { status: 401 });
    expect(world.status()).toMatchObject({ state: 'refused', detail: 'ended: key-refused', retryAtMs: null });
    world.clock.pass(3_600_000);
    expect(world.connects).toHaveLength(1);
    world.key.isGood = true;
    world.follower.reconnect('The key was changed.');
    expect(world.connects).toHaveLength(2);
  });

  it('takes "too many" for a passing trouble three times, then for a plan without connections to spare', () => {
    const world = setUp();
    world.follower.follow([A]);
    for (let times = 0; times < 3; times += 1) {
      world.end('too-many', { status: 503 });
      world.clock.pass(70_000);
    }
    expect(world.connects).toHaveLength(4);
    world.end('too-many', { status: 503 });
    expect(world.status()).toMatchObject({
      state: 'refused',
      detail: expect.stringContaining('connection to spare'),
    });
    world.clock.pass(29 * 60_000);
    expect(world.connects).toHaveLength(4);
  });

  it('does not blame the key for a close before the acknowledgement', () => {
    const world = setUp();
    world.follower.follow([A]);
    world.end('no-acknowledgement', { detail: 'The key may be wrong or expired.' });
    expect(world.status()).toMatchObject({ state: 'offline', detail: expect.not.stringContaining('key') });
    world.clock.pass(75_000);
    expect(world.connects).toHaveLength(2);
  });

  it('backs off as usual from a network that is gone', () => {
    const world = setUp();
    world.follower.follow([A]);
    world.end('unreachable');
    expect(world.status()).toMatchObject({ state: 'offline', detail: 'ended: unreachable' });
    world.clock.pass(6_000);
    expect(world.connects).toHaveLength(2);
  });
});

describe('PlaysFollower: games', () => {
  it('says what became of each', () => {
    const world = setUp();
    world.open(A, B);
    expect(world.follower.support(A)).toBe('waiting');
    world.say({ kind: 'accepted', game: A });
    world.say({ kind: 'error', text: `${B} is not supported for play by play` });
    expect([world.follower.support(A), world.follower.support(B)]).toEqual(['live', 'not-supported']);
    world.end('closed');
    expect([world.follower.support(A), world.follower.support(B)]).toEqual(['waiting', 'not-supported']);
    world.follower.follow([A]);
    expect(world.follower.support(B)).toBeNull();
    expect(world.supports).toEqual([
      'Boston waiting',
      'Dallas waiting',
      'Boston live',
      'Dallas not-supported',
      'Boston waiting',
    ]);
  });

  test.each<[string, string, string | undefined, (string | null)[]]>([
    ['named in the text', `Code 1: no game ${B}`, undefined, ['waiting', 'wrong-label']],
    ['named in a field', 'not supported', B, ['waiting', 'not-supported']],
    ['both in one text', `not supported: ${A}; ${B}`, undefined, ['not-supported', 'not-supported']],
    ['named by nobody', 'Code 1', undefined, ['waiting', 'waiting']],
    ['not wanted', 'Code 1: game not found: X', undefined, ['waiting', 'waiting']],
    ['another code', `Code 12: ${B}`, undefined, ['waiting', 'waiting']],
  ])('a complaint: %s', (_, text, game, supports) => {
    const world = setUp();
    world.open(A, B);
    world.say(game === undefined ? { kind: 'error', text } : { kind: 'error', text, game });
    expect([A, B].map((label) => world.follower.support(label))).toEqual(supports);
    expect(world.status().state).toBe('live');
    expect(world.last().closed).toBe(false);
  });

  it('a complaint without a name goes to the only game that waits, else it is counted', () => {
    const world = setUp();
    world.open(A, B);
    world.say({ kind: 'error', text: 'Code 1' });
    expect(world.follower.unplacedComplaints).toBe(1);
    world.say({ kind: 'accepted', game: A });
    world.say({ kind: 'error', text: 'Code 1' });
    expect(world.follower.support(B)).toBe('wrong-label');
  });

  it('a label that begins another is not meant with it', () => {
    const longer = `${A}, 0123456789ab`;
    const world = setUp();
    world.open(A, longer, B);
    world.say({ kind: 'error', text: `Code 1: ${longer}` });
    expect([A, longer].map((game) => world.follower.support(game))).toEqual(['waiting', 'wrong-label']);
  });

  it('does not ask again for what was turned down, until it is wanted anew', () => {
    const world = setUp();
    world.open(A, B);
    world.say({ kind: 'error', text: `${B} is not supported` });
    world.follower.follow([A, B]);
    world.passPinged(30_000);
    expect(world.last().asked).toHaveLength(1);
    world.end('closed');
    world.clock.pass(20_000);
    world.acknowledge();
    expect(world.last().asked).toEqual([{ games: [A] }]);
    world.follower.follow([A]);
    world.follower.follow([A, B]);
    world.clock.pass(6_000);
    expect(world.last().asked.at(-1)).toEqual({ games: [A, B] });
  });

  it('closes when every wanted game was turned down', () => {
    const world = setUp();
    world.open(A);
    world.say({ kind: 'error', text: 'not supported' });
    world.passPinged(61_000);
    expect(world.last().closed).toBe(true);
    expect(world.follower.support(A)).toBe('not-supported');
  });

  it('a complaint about the subscribe is answered by another one', () => {
    const world = setUp();
    world.open(A);
    world.say({ kind: 'error', text: 'Re-subscription rate limit hit. Please wait 5 seconds.' });
    world.clock.pass(6_000);
    expect(world.last().asked).toHaveLength(2);
  });
});

describe('PlaysFollower: plays', () => {
  it('come once and in order through cuts, repeats and overlaps', () => {
    const world = setUp();
    world.open(A);
    world.tell([play(1), play(2)]);
    world.tell([play(2), play(3)]);
    world.end('closed');
    world.clock.pass(20_000);
    world.acknowledge();
    for (const seconds of [1, 2, 3]) world.tell([play(seconds)]);
    world.tell([play(3), play(4)]);
    world.follower.reconnect('The machine woke.');
    world.clock.pass(20_000);
    world.acknowledge();
    world.tell([1, 2, 3, 4, 5].map((seconds) => play(seconds)));
    expect(world.entries.map((entry) => entry.seconds)).toEqual([1, 2, 3, 4, 5]);
    expect(world.entries.map((entry) => entry.sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(world.follower.plays(A)).toEqual(world.entries);
    expect(world.follower.playCounts).toEqual({ taken: 5, repeated: 9, trimmed: 0 });
  });

  it('bring the state with them; a repeat does not set it back', () => {
    const world = setUp();
    world.open(A);
    world.tell([play(60)], { home: 0, away: 0 });
    world.tell([play(754)], { home: 20, away: 18 });
    world.tell([play(60)], { home: 0, away: 0 });
    expect(world.states.map((state) => [state.clock, state.score?.home])).toEqual([
      ['1:00', 0],
      ['12:34', 20],
    ]);
    expect(world.follower.stateOf(A)).toMatchObject({ phase: 'live', home: 'Boston', league: 'NBA' });
    world.say({ kind: 'state', state: { ...STATE, phase: 'ended' } });
    expect(world.states.at(-1)).toMatchObject({
      phase: 'ended',
      score: { home: 20, away: 18 },
      clock: '12:34',
    });
  });

  it('are kept when the game is no longer looked at, and forgotten when it is gone', () => {
    const world = setUp();
    world.open(A);
    world.tell([play(1)]);
    world.follower.forget(A);
    expect(world.follower.plays(A)).toHaveLength(1);
    world.follower.follow([B]);
    expect(world.follower.plays(A)).toHaveLength(1);
    world.follower.forget(A);
    expect(world.follower.plays(A)).toEqual([]);
    expect(world.follower.stateOf(A)).toBeNull();
  });
});

/** The machine's clock, ten times as fast: waiting between subscribes is not what the test is about. */
const hurriedClock: Clock = {
  nowMs: () => Date.now(),
  moment: () => ({ wallMs: 10 * performance.now(), uptimeMs: 10 * performance.now(), boot: 'test' }),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs / 10);
    return () => clearTimeout(timer);
  },
};

describe('PlaysFollower with a real server', () => {
  const stops: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  function follow(simulator: Simulator) {
    const entries: PlayEntry[] = [];
    const follower = new PlaysFollower({
      feed: createPlaysFeed({ base: simulator.base, key: simulator.key }),
      budgets: {
        spent: () => [],
        spend: () => undefined,
        pause: () => null,
        keepPause: () => undefined,
      },
      clock: hurriedClock,
      chance: () => 0,
      leagueOf: () => null,
      isKeyGood: () => true,
      status: () => undefined,
      support: () => undefined,
      plays: (added) => entries.push(...added),
      state: () => undefined,
    });
    stops.push(() => follower.stop());
    return { entries, follower };
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('every play of a live game arrives once, through doubled frames and a dropped socket', async () => {
    const simulator = await startSimulator({
      seed: 3,
      manual: true,
      startMs: Date.UTC(2026, 0, 18, 18),
      playsAcknowledgement: 'connection_ack',
    });
    stops.push(() => simulator.stop());
    const { world, faults } = simulator;
    const happened: { label: string; seconds: number; kind: string }[] = [];
    const step = world.step.bind(world);
    world.step = (ms) => {
      const messages = step(ms);
      for (const message of messages)
        if (message.feed === 'plays' && message.kind === 'play')
          happened.push({
            label: `${message.game.home} vs ${message.game.away}`,
            seconds: message.state.elapsedSeconds,
            kind: message.game.league.model.kind,
          });
      return messages;
    };
    // lets some games begin
    for (let n = 0; n < 200 && happened.length < 50; n += 1) simulator.step(60_000);
    const ball = happened.find(({ kind }) => kind === 'basketball' || kind === 'hockey')!;
    const game = simulator.boardFor().find((record) => record.game.startsWith(ball.label))!.game;
    const { entries, follower } = follow(simulator);
    follower.follow([game, 'Nobody vs Nobody, 2026-01-15, 07']);
    await until(() => follower.support(game) === 'live');
    await until(() => follower.support('Nobody vs Nobody, 2026-01-15, 07') === 'wrong-label');
    happened.length = 0;
    faults.duplicate(40);
    for (let n = 0; n < 20; n += 1) simulator.step(15_000);
    const truth = () => happened.filter(({ label }) => label === ball.label).map(({ seconds }) => seconds);
    const seen = () => [...new Set(entries.map((entry) => entry.seconds))];
    await until(() => seen().length >= truth().length);
    faults.drop();
    await until(() => follower.support(game) === 'waiting');
    await until(() => follower.support(game) === 'live');
    faults.clear();
    for (let n = 0; n < 20; n += 1) simulator.step(15_000);
    await until(() => seen().length >= truth().length);
    expect(truth().length).toBeGreaterThan(20);
    expect(seen()).toEqual(truth());
    const plays = entries.filter((entry) => !entry.type.startsWith('period'));
    expect(plays.map((entry) => entry.seconds)).toEqual(truth());
    expect(follower.playCounts.repeated).toBeGreaterThan(0);
    expect(follower.stateOf(game)).toMatchObject({ phase: 'live' });
  });

  it('a plan without it is said to be one', async () => {
    const simulator = await startSimulator({ seed: 3, manual: true, plan: 'growth' });
    stops.push(() => simulator.stop());
    const { follower } = follow(simulator);
    follower.follow([A]);
    await until(() => follower.status.state === 'refused');
    expect(follower.status.detail).toBe('Play-by-play: not in your plan.');
  });
});

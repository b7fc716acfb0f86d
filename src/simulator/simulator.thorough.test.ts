import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from './options.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { connect, type PlainClient, sorted } from './testing.ts';

const running: Simulator[] = [];

async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const evening = {
    seed: 11,
    books: 5,
    games: 12,
    ratePerSecond: 5,
    startMs: Date.UTC(2026, 10, 22, 23, 30),
  };
  const simulator = await startSimulator({ ...evening, manual: true, limits: false, ...options });
  running.push(simulator);
  return simulator;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

/** Waits until the client's board is as large as the oracle's: a snapshot has no end mark. */
async function snapshot(client: PlainClient, simulator: Simulator, filters = {}): Promise<void> {
  const size = simulator.boardFor(filters).length;
  await expect.poll(() => client.board.length, { timeout: 10_000, interval: 10 }).toBe(size);
}

describe('the odds socket', () => {
  it('acknowledges first, then sends the state of every game at every sportsbook', async () => {
    const simulator = await start();
    const client = await connect(simulator);
    expect(client.messages).toEqual([{ action: 'socket_connected', plan: 'pro' }]);
    await client.settle();
    expect(client.messages).toHaveLength(1);
    client.subscribe();
    await snapshot(client, simulator);
    expect(client.count('initial_state')).toBe([...simulator.world.listedSheets()].length);
    expect(client.count('subscription_updated')).toBe(0);
    expect(sorted(client.board)).toEqual(sorted(simulator.boardFor()));
  });

  it('tells a client that folds every frame what the oracle knows, through a whole evening', async () => {
    const simulator = await start({ ratePerSecond: 2 });
    const filters = { sports: ['NBA', 'NFL', 'NHL', 'MLB'], markets: ['Moneyline', 'Total', 'Spread'] };
    const [all, some] = [await connect(simulator), await connect(simulator)];
    all.subscribe();
    some.subscribe(filters);
    await snapshot(all, simulator);
    await snapshot(some, simulator, filters);
    for (let stretch = 0; stretch < 6; stretch += 1) {
      simulator.step(1_200_000);
      await all.settle();
      await some.settle();
      expect(sorted(all.board)).toEqual(sorted(simulator.boardFor()));
      expect(sorted(some.board)).toEqual(sorted(simulator.boardFor(filters)));
    }
    for (const action of [
      'line_update',
      'game_update',
      'game_added',
      'game_removed',
      'book_clear',
      'sport_clear',
    ]) {
      expect(all.count(action), action).toBeGreaterThan(0);
    }
    expect(some.messages.length).toBeLessThan(all.messages.length / 2);
  });

  it('stays consistent for a client that subscribes while prices move', async () => {
    const simulator = await start({ books: 10, games: 24, ratePerSecond: 200 });
    const client = await connect(simulator);
    client.subscribe();
    for (let step = 0; step < 30; step += 1) {
      simulator.step(500);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await snapshot(client, simulator);
    await client.settle();
    expect(sorted(client.board)).toEqual(sorted(simulator.boardFor()));
  });

  it.each([
    { arrayFrames: true, binaryFrames: false },
    { arrayFrames: false, binaryFrames: true },
    { arrayFrames: true, binaryFrames: true },
  ])('says the same in other frames: %o', async (style) => {
    const simulator = await start(style);
    const client = await connect(simulator);
    client.subscribe();
    await snapshot(client, simulator);
    simulator.step(300_000);
    await client.settle();
    expect(sorted(client.board)).toEqual(sorted(simulator.boardFor()));
    expect(client.frames.some((frame) => frame.isArray)).toBe(style.arrayFrames);
    expect(client.frames.every((frame) => frame.isBinary)).toBe(style.binaryFrames);
  });

  it('runs by itself: prices move within two seconds, pings come as often as set', async () => {
    const simulator = await start({
      manual: false,
      books: 12,
      games: 40,
      ratePerSecond: 50,
      pingIntervalMs: 100,
    });
    const client = await connect(simulator);
    client.subscribe();
    const startedMs = performance.now();
    await client.action('line_update');
    expect(performance.now() - startedMs).toBeLessThan(2000);
    await expect.poll(() => client.count('ping'), { timeout: 3000 }).toBeGreaterThan(2);
    simulator.pause();
    await client.settle();
    const before = client.count('line_update');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(client.count('line_update')).toBe(before);
  });
});

describe('filters', () => {
  it.each([
    ['an empty array', { sports: [] }],
    ['an empty list of markets', { markets: [] }],
    ['unknown sportsbooks', { sportsbooks: ['nobody'] }],
    ['another spelling', { sports: ['nba'] }],
    ['unknown markets', { markets: ['moneyline'] }],
    ['an unknown game', { games: ['A vs B, 2026-11-22, 07'] }],
  ])('%s yield silence', async (_, filters) => {
    const simulator = await start();
    const client = await connect(simulator);
    client.subscribe(filters);
    await client.settle();
    simulator.step(900_000);
    await client.settle();
    expect(client.messages).toHaveLength(1);
  });

  it('let through what they name, and ignore what nothing is called by', async () => {
    const simulator = await start();
    const [game] = simulator.boardFor({ sports: ['NHL'] }).map((record) => record.game);
    const filters = { games: [game, 'nonsense'], sportsbooks: ['draftkings', 'nobody'] };
    const client = await connect(simulator);
    client.subscribe(filters);
    await client.action('initial_state');
    simulator.step(600_000);
    await client.settle();
    const said = new Set(client.messages.slice(1).map(({ data }) => `${data.sportsbook} ${data.game}`));
    expect([...said]).toEqual([`draftkings ${game}`]);
  });

  it('are replaced by a new subscription, which is acknowledged and brings the new state', async () => {
    const simulator = await start();
    const client = await connect(simulator);
    client.subscribe({ sports: ['NBA'] });
    await client.action('initial_state');
    client.subscribe({ sports: ['NFL'] });
    const { message } = await client.action('subscription_updated');
    expect(message).toBe('You have succesfully updated your subscription filters.');
    await client.next(({ action, data }) => action === 'initial_state' && data.sport === 'NFL');
    const heard = client.messages.length;
    simulator.step(600_000);
    await client.settle();
    const news = client.messages.slice(heard).filter(({ action }) => action === 'line_update');
    expect(new Set(news.map(({ data }) => data.sport))).toEqual(new Set(['NFL']));
  });

  it('without state again on request: only changes follow a new subscription', async () => {
    const simulator = await start({ resubscribeSendsState: false });
    const client = await connect(simulator);
    client.subscribe({ sports: ['NBA'] });
    await client.action('initial_state');
    client.subscribe({ sports: ['NFL'] });
    await client.action('subscription_updated');
    await client.settle();
    expect(client.messages.some(({ data }) => data?.sport === 'NFL')).toBe(false);
  });

  it.each(['no json', '{"action":"hello"}', '{"action":"subscribe","filters":{"sports":"NBA"}}', '[]'])(
    'that are none are an error: %s',
    async (text) => {
      const client = await connect(await start());
      client.send(text);
      expect((await client.action('error')).message).toBe('Invalid subscription message.');
    },
  );
});

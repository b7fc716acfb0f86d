import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, test } from 'vitest';
import { startSimulator } from '#simulator/index.ts';
import type { Clock } from '../../ports/clock.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { createMemoryBudgets } from '../system/memory-budgets.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { decodeGames, decodeInfo, decodeLabels, decodeMarkets, decodeParlays } from './decode-rest.ts';
import { GetQueue, MOST_WAITING } from './get-queue.ts';
import { createProviderRest } from './provider-rest.ts';

const KEY = '1f0c3c1e-7a3b-4f55-9f0e-0c6b8f6d2a11';

describe('against the simulator', () => {
  it('reads every endpoint within the limits', async () => {
    const simulator = await startSimulator({ seed: 3, books: 4, games: 10 });
    const rest = createProviderRest({
      base: simulator.base,
      key: simulator.key,
      clock: createSystemClock(),
      budgets: createMemoryBudgets(),
    });
    const [info, games, markets] = await Promise.all([rest.info(), rest.games(), rest.markets({})]);
    expect(info).toMatchObject({ ok: true, value: { sportsbooks: expect.arrayContaining(['draftkings']) } });
    expect(games.ok && games.value.length).toBeGreaterThan(5);
    expect(games.ok && games.value[0]).toMatchObject({ label: expect.stringContaining(' vs ') });
    expect(markets.ok && Object.keys(markets.value)).toContain('draftkings');
    rest.stop();
    await simulator.stop();
  });

  it('says that the key is wrong', async () => {
    const simulator = await startSimulator({ seed: 3, books: 2, games: 3 });
    const rest = createProviderRest({
      base: simulator.base,
      key: KEY,
      clock: createSystemClock(),
      budgets: createMemoryBudgets(),
    });
    expect(await rest.info()).toMatchObject({ ok: false, code: 'key-refused' });
    await simulator.stop();
  });
});

describe('against a server that answers as it likes', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function answer(
    status: number,
    body: string,
    headers: Record<string, string> = {},
    clock: Clock = createSystemClock(),
  ) {
    server = createServer((_request, response) => response.writeHead(status, headers).end(body));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
    return createProviderRest({ base, key: KEY, clock, budgets: createMemoryBudgets() });
  }

  test.each([
    [200, '{"error":"This endpoint is not included in your plan"}', { code: 'not-in-plan' }],
    [403, '{"message":"Upgrade your plan to use parlays"}', { code: 'not-in-plan' }],
    [401, 'Unauthorized', { code: 'key-refused' }],
    [429, '', { code: 'rate-limited', retryAfterMs: 60_000 }],
    [500, `<h1>oops ${KEY}</h1>`, { code: 'offline' }],
    [200, 'this is no JSON', { code: 'unreadable' }],
    [200, '[]', { code: 'unreadable' }],
  ])('HTTP %d with %j', async (status, body, expected) => {
    const outcome = await (await answer(status, body)).info();
    expect(outcome).toMatchObject({ ok: false, ...expected });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });

  it('reads a date in Retry-After by the clock that it is given', async () => {
    const clock = new ManualClock();
    const until = new Date(Math.ceil(clock.nowMs() / 1000) * 1000 + 30_000);
    const rest = await answer(429, '{}', { 'retry-after': until.toUTCString() }, clock);
    expect(await rest.info()).toMatchObject({ retryAfterMs: until.getTime() - clock.nowMs() });
  });

  it('honours Retry-After', async () => {
    const rest = await answer(429, '{"message":"Too many requests"}', { 'retry-after': '17' });
    expect(await rest.info()).toMatchObject({ code: 'rate-limited', retryAfterMs: 17_000 });
  });

  it('says when nobody is there, without the key', async () => {
    const rest = createProviderRest({
      base: 'http://127.0.0.1:9/api',
      key: KEY,
      clock: createSystemClock(),
      budgets: createMemoryBudgets(),
    });
    const outcome = await rest.info();
    expect(outcome).toMatchObject({
      ok: false,
      code: 'offline',
      message: expect.stringContaining('could not be reached'),
    });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });
});

describe('GetQueue', () => {
  const settle = async () => {
    for (let n = 0; n < 5; n += 1) await Promise.resolve();
  };

  it('lets three through at once, then one every 7 s, in their order', async () => {
    const clock = new ManualClock();
    const queue = new GetQueue(clock, createMemoryBudgets());
    const gone: number[] = [];
    for (let n = 0; n < 5; n += 1) void queue.turn().then(() => gone.push(n));
    await settle();
    expect(gone).toEqual([0, 1, 2]);
    clock.pass(7000);
    await settle();
    expect(gone).toEqual([0, 1, 2, 3]);
    clock.pass(7000);
    await settle();
    expect(gone).toEqual([0, 1, 2, 3, 4]);
  });

  it('stands still after a 429, and lets everybody go when stopped', async () => {
    const clock = new ManualClock();
    const queue = new GetQueue(clock, createMemoryBudgets());
    queue.block(60_000);
    const first = queue.turn();
    const second = queue.turn();
    clock.pass(59_000);
    expect(queue.waiting).toBe(2);
    clock.pass(1_001);
    expect(await first).toBe(true);
    expect(await second).toBe(true);
    for (let n = 0; n < 3; n += 1) void queue.turn();
    const waits = queue.turn();
    queue.stop();
    expect(await waits).toBe(false);
    expect(clock.planned).toBe(0);
  });

  it('is bounded', async () => {
    const queue = new GetQueue(new ManualClock(), createMemoryBudgets());
    for (let n = 0; n < MOST_WAITING + 3; n += 1) void queue.turn();
    expect(await queue.turn()).toBe(false);
  });
});

describe('shapes', () => {
  it('reads the parlays of the provider\u2019s guide', () => {
    const guide = JSON.parse(readFileSync(new URL('./fixtures/guide-parlays.json', import.meta.url), 'utf8'));
    const [offer] = decodeParlays(guide)!;
    expect(offer).toMatchObject({ american: 1746, totalBets: 3238, type: 'SGP_PLUS' });
    expect(offer!.legs).toHaveLength(4);
    expect(offer!.legs[0]).toEqual({
      outcome: 'Auston Matthews Over 0.5 Goals',
      game: 'Toronto Maple Leafs vs New York Rangers, 2025-10-16, 07',
      sport: 'NHL',
      universalId: 'ac792a4acb18',
      name: 'Goals',
      line: '0.5',
      overUnder: 'Over',
      target: 'Auston Matthews',
    });
  });

  test('every shape as an object or a list, every field optional', () => {
    expect(decodeInfo({ sports: { NBA: 1 }, sportsbooks: ['circa', 5, '', 'circa'] })).toEqual({
      sports: ['NBA'],
      sportsbooks: ['circa'],
    });
    expect(decodeInfo({ nothing: 1 })).toBeUndefined();
    expect(
      decodeGames({
        'A vs B, 2025-07-07, 09': {
          sport: 'MLB',
          when: '2025-07-07, 09:05 PM',
          universal_id: 'ac792a4acb18',
        },
      }),
    ).toEqual([
      {
        label: 'A vs B, 2025-07-07, 09',
        sport: 'MLB',
        startsAtMs: Date.parse('2025-07-08T01:05:00Z'),
        universalId: 'ac792a4acb18',
      },
    ]);
    expect(decodeGames(['A vs B', { game: 'C vs D' }, 7, {}])?.map(({ label }) => label)).toEqual([
      'A vs B',
      'C vs D',
    ]);
    expect(decodeGames({ 'A vs B': null })).toEqual([
      { label: 'A vs B', sport: null, startsAtMs: null, universalId: null },
    ]);
    expect(decodeGames('no')).toBeUndefined();
    expect(decodeMarkets({ circa: { NBA: ['Spread', 3], NFL: null }, fanduel: ['Total'], bad: 4 })).toEqual({
      circa: { NBA: ['Spread'], NFL: [] },
      fanduel: { '': ['Total'] },
    });
    expect(
      decodeParlays({ a: { odds: 'x', legs: [{ outcome_name: 'Goals', outcome_line: 0.5 }, 4] }, b: 3 }),
    ).toMatchObject([
      { american: null, totalBets: null, type: '', legs: [{ outcome: 'Goals', line: 0.5, game: null }] },
    ]);
    expect(decodeLabels({ games: ['X vs Y'] })).toEqual(['X vs Y']);
    expect(Object.keys(decodeMarkets(JSON.parse('{"__proto__":{"NBA":["Spread"]}}')) ?? {})).toEqual([
      '__proto__',
    ]);
  });
});

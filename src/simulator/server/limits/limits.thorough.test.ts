import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../options.ts';
import { type Simulator, startSimulator } from '../../simulator.ts';
import { connect } from '../../testing.ts';
import { providerLimits } from './limits.ts';

const IP = '192.0.2.1';

describe('the provider’s limits', () => {
  it('let in 12 connects in any minute, refused ones counted', () => {
    const limits = providerLimits();
    const at = (second: number): boolean => limits.connect(IP, second * 1000);
    expect(Array.from({ length: 12 }, (_, n) => at(n))).not.toContain(false);
    expect(at(12)).toBe(false);
    expect(at(59)).toBe(false);
    expect(at(62)).toBe(true);
    expect(limits.connect('192.0.2.2', 12_000)).toBe(true);
  });

  it('let in 3 GETs in quick succession, then one every 5 seconds, 12 in any minute', () => {
    const limits = providerLimits();
    expect([0, 1, 2].map((ms) => limits.get(IP, ms))).toEqual([0, 0, 0]);
    expect(limits.get(IP, 3)).toBeGreaterThan(4900);
    let let_in = 3;
    for (let ms = 5000; ms < 60_000; ms += 1000) if (limits.get(IP, ms) === 0) let_in += 1;
    expect(let_in).toBe(12);
    expect(limits.get(IP, 59_999)).toBeGreaterThan(0);
    expect(limits.get(IP, 66_000)).toBe(0);
  });

  it('want 5 seconds between subscribes', () => {
    const limits = providerLimits();
    expect(limits.resubscribe(null, 0)).toBe(true);
    expect(limits.resubscribe(0, 4999)).toBe(false);
    expect(limits.resubscribe(0, 5000)).toBe(true);
  });
});

describe('at the door', () => {
  const running: Simulator[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
  });
  async function start(options: SimulatorOptions = {}): Promise<Simulator> {
    const simulator = await startSimulator({ books: 2, games: 3, manual: true, ...options });
    running.push(simulator);
    return simulator;
  }

  it('a wrong key is refused with 401, on sockets and GETs', async () => {
    const simulator = await start();
    await expect(connect(simulator, '', 'wrong')).rejects.toThrow('401 {"error":"Invalid API key."}');
    const response = await fetch(`${simulator.base}/get_info?key=wrong`);
    expect([response.status, await response.json()]).toEqual([401, { error: 'Invalid API key.' }]);
    expect((await fetch(`${simulator.base}/get_info`)).status).toBe(401);
  });

  it('the 13th connect of a minute is refused with 429', async () => {
    const simulator = await start({ plan: 'custom' });
    for (let nth = 1; nth <= 12; nth += 1) (await connect(simulator)).close();
    await expect(connect(simulator)).rejects.toThrow('429');
    expect(simulator.stats).toMatchObject({ connects: 12, refusals: 1 });
  });

  it.each([
    ['starter', 1],
    ['pro', 3],
  ] as const)(
    'a %s key has %i sockets, one more is 503, and a closed one frees its place',
    async (plan, most) => {
      const simulator = await start({ plan });
      const clients = await Promise.all(Array.from({ length: most }, () => connect(simulator)));
      await expect(connect(simulator)).rejects.toThrow('503 {"message":"too many concurrent connections"}');
      clients[0]!.close();
      await expect.poll(() => simulator.stats.sockets).toBe(most - 1);
      await connect(simulator);
    },
  );

  it('a second subscribe within 5 seconds is refused in the provider’s words, and changes nothing', async () => {
    const simulator = await start();
    const client = await connect(simulator);
    client.subscribe({ sports: ['NBA'] });
    client.subscribe({ sports: ['NFL'] });
    const { message } = await client.action('error');
    expect(message).toBe('Re-subscription rate limit hit. Please wait 5 seconds before re-subscribing.');
    simulator.step(60_000);
    await client.settle();
    const sports = new Set(client.messages.filter(({ data }) => data).map(({ data }) => data.sport));
    expect([...sports]).toEqual(['NBA']);
  });

  it('a GET too many is 429 and says how long to wait', async () => {
    const { base, key } = await start();
    const answers = await Promise.all([1, 2, 3, 4].map(() => fetch(`${base}/get_info?key=${key}`)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.headers.get('retry-after')).toBe('5');
  });

  it('a client that never subscribes is sent away', async () => {
    const client = await connect(await start({ subscribeWithinMs: 40 }));
    expect((await client.action('error')).message).toContain('No subscription received');
    expect(await client.closed).toBe(1008);
  });

  it('a plan’s limits hold: one league and market on Starter, no parlays, no play-by-play', async () => {
    const simulator = await start({ plan: 'starter' });
    await expect(connect(simulator, '/playbyplay')).rejects.toThrow('403');
    const client = await connect(simulator);
    client.subscribe({ sports: ['NBA', 'NFL'], markets: ['Moneyline'] });
    expect((await client.action('error')).message).toBe('Your plan allows 1 sport per connection.');
    client.subscribe({ sports: ['NBA'], markets: ['Moneyline'] });
    await client.action('initial_state');
    const response = await fetch(`${simulator.base}/get_parlays?sportsbooks=draftkings&key=${simulator.key}`);
    expect([response.status, await response.json()]).toEqual([
      403,
      { message: 'This feature is not available on your current plan.' },
    ]);
  });

  it('nothing is counted with the limits off', async () => {
    const simulator = await start({ limits: false, plan: 'starter' });
    for (let nth = 0; nth < 15; nth += 1) await connect(simulator);
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => fetch(`${simulator.base}/get_info?key=${simulator.key}`)),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});

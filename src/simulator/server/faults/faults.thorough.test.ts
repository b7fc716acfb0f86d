import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../options.ts';
import { type Simulator, startSimulator } from '../../simulator.ts';
import { connect, type PlainClient } from '../../testing.ts';

const running: Simulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

const ONE_BOOK = { sportsbooks: ['draftkings'], sports: ['NBA'], markets: ['Moneyline'] };

async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const evening = { seed: 5, books: 2, games: 6, ratePerSecond: 20, startMs: Date.UTC(2026, 10, 22, 23, 30) };
  const simulator = await startSimulator({ ...evening, manual: true, limits: false, ...options });
  running.push(simulator);
  return simulator;
}

async function subscribed(simulator: Simulator): Promise<PlainClient> {
  const client = await connect(simulator);
  client.subscribe(ONE_BOOK);
  await client.action('initial_state');
  await client.settle();
  return client;
}

/** What a client hears of the same minute of the evening, with a fault and without. */
async function heard(
  fault: (simulator: Simulator) => void,
): Promise<{ plain: string[]; faulty: string[]; client: PlainClient }> {
  const [one, two] = [await start(), await start()];
  const [undisturbed, client] = [await subscribed(one), await subscribed(two)];
  const before = client.messages.length;
  fault(two);
  one.step(120_000);
  two.step(120_000);
  await undisturbed.settle();
  await client.settle();
  const text = (from: PlainClient): string[] =>
    from.messages.slice(before).map((message) => JSON.stringify(message));
  return { plain: text(undisturbed), faulty: text(client), client };
}

describe('faults', () => {
  it('none: two simulators with one seed say the same', async () => {
    const { plain, faulty } = await heard(() => undefined);
    expect(plain.length).toBeGreaterThan(10);
    expect(faulty).toEqual(plain);
  });

  it('drop closes every socket without a word; a new connect works', async () => {
    const simulator = await start();
    const client = await subscribed(simulator);
    simulator.faults.drop();
    expect(await client.closed).toBe(1006);
    await subscribed(simulator);
  });

  it('blackhole leaves the socket open, silent and deaf; a new connect works', async () => {
    const simulator = await start({ limits: true, plan: 'starter' });
    const client = await connect(simulator);
    client.subscribe({ sports: ['NBA'], markets: ['Moneyline'] });
    await client.action('initial_state');
    const before = client.messages.length;
    simulator.faults.blackhole();
    simulator.step(120_000);
    simulator.ping();
    const answer = await Promise.race([client.settle().then(() => 'pong'), later(150), client.closed]);
    expect(answer).toBe('nothing');
    expect(client.messages).toHaveLength(before);
    await connect(simulator);
  });

  it('slow delays every frame, in order', async () => {
    const simulator = await start();
    const client = await subscribed(simulator);
    simulator.faults.slow(120);
    const before = client.messages.length;
    simulator.step(60_000);
    await client.settle();
    expect(client.messages).toHaveLength(before);
    await expect.poll(() => client.messages.length).toBeGreaterThan(before);
    const stamps = client.messages.slice(before).map(({ timestamp }) => timestamp.slice(0, 23));
    expect(stamps).toEqual([...stamps].sort());
  });

  it('refuse turns connects and GETs away, with status and words, as often as said', async () => {
    const simulator = await start();
    simulator.faults.refuse(503, 'too many concurrent connections', 2);
    await expect(connect(simulator)).rejects.toThrow('503 {"message":"too many concurrent connections"}');
    expect((await fetch(`${simulator.base}/get_info?key=${simulator.key}`)).status).toBe(503);
    await connect(simulator);
  });

  it('garble damages as many frames as said', async () => {
    const { plain, faulty, client } = await heard(({ faults }) => faults.garble(3));
    expect(client.unreadable + faulty.filter((text) => !plain.includes(text)).length).toBe(3);
  });

  it('split sends fragments that make the same frames', async () => {
    const { plain, faulty } = await heard(({ faults }) => faults.split(1000));
    expect(faulty).toEqual(plain);
  });

  it('duplicate sends frames twice', async () => {
    const { plain, faulty } = await heard(({ faults }) => faults.duplicate(2));
    expect(faulty).toEqual([plain[0], plain[0], plain[1], plain[1], ...plain.slice(2)]);
  });

  it('reorder swaps neighbours', async () => {
    const { plain, faulty } = await heard(({ faults }) => faults.reorder(1));
    expect(faulty).toEqual([plain[1], plain[0], ...plain.slice(2)]);
  });

  it('burst holds everything back, then sends it at once', async () => {
    const simulator = await start();
    const client = await subscribed(simulator);
    const before = client.messages.length;
    simulator.faults.burst(150);
    simulator.step(60_000);
    await client.settle();
    expect(client.messages).toHaveLength(before);
    await expect.poll(() => client.messages.length).toBeGreaterThan(before + 5);
  });

  it('a book can be renamed, an action unknown, a field of another type', async () => {
    const renamed = await heard(({ faults }) => faults.renameBook('draftkings', 'kingsdraft'));
    expect(new Set(renamed.faulty.map((text) => JSON.parse(text).data.sportsbook))).toEqual(
      new Set(['kingsdraft']),
    );
    const unknown = await heard(({ faults }) => faults.unknownAction('market_pulse'));
    expect(unknown.faulty.map((text) => JSON.parse(text).action)).toContain('market_pulse');
    const changed = await heard(({ faults }) => faults.changeType('outcomes', 1));
    expect(Array.isArray(JSON.parse(changed.faulty[0]!).data.outcomes)).toBe(true);
    expect(changed.faulty.slice(1)).toEqual(changed.plain.slice(1));
  });

  it('clear ends them all', async () => {
    const { plain, faulty } = await heard(({ faults }) => {
      faults.garble(50);
      faults.slow(500);
      faults.renameBook('draftkings', 'x');
      faults.refuse(500, 'no');
      faults.clear();
    });
    expect(faulty).toEqual(plain);
  });
});

describe('the control endpoint', () => {
  async function order(simulator: Simulator, body: string): Promise<Response> {
    return fetch(simulator.base.replace('/api', '/control'), { method: 'POST', body });
  }

  it('is not there unless it was asked for', async () => {
    expect((await order(await start(), '{"do":"drop"}')).status).toBe(405);
  });

  it('gives the orders that the faults know, moves time, and shows the board', async () => {
    const simulator = await start({ control: true });
    const client = await subscribed(simulator);
    expect((await order(simulator, '{"do":"rename-book","from":"draftkings","to":"kd"}')).status).toBe(200);
    expect((await order(simulator, '{"do":"step","ms":120000}')).status).toBe(200);
    await client.settle();
    expect(client.messages.at(-1).data.sportsbook).toBe('kd');
    const lines = await (await fetch(simulator.base.replace('/api', '/control/board'))).text();
    expect(lines.trim().split('\n')).toHaveLength(simulator.boardFor().length);
    expect((await order(simulator, '{"do":"drop"}')).status).toBe(200);
    expect(await client.closed).toBe(1006);
  });

  it.each(['{"do":"dance"}', '{}', 'null', 'no json', '{"do":"toString"}'])(
    'refuses %s with a sentence',
    async (body) => {
      const response = await order(await start({ control: true }), body);
      expect([response.status, (await response.json()).error]).toEqual([
        400,
        expect.stringContaining('drop, blackhole'),
      ]);
    },
  );
});

function later(ms: number): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('nothing'), ms);
  });
}

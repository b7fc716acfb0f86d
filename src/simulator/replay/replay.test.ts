import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../simulator.ts';
import { connect } from '../testing.ts';
import { type ReplayServer, startReplay } from './index.ts';

const PRICE = {
  action: 'line_update',
  data: {
    sport: 'NBA',
    sportsbook: 'draftkings',
    game: 'A vs B, 2026-11-22, 07',
    info: { when: '2026-11-22, 07:00 PM' },
    outcomes: { 'A Moneyline': { odds: '-110', outcome_name: 'Moneyline' } },
  },
};

const LINES = [
  JSON.stringify({ linewatch: 'recording', version: 1 }),
  JSON.stringify({ t: 1000, feed: 'odds', text: '{"action":"socket_connected"}' }),
  JSON.stringify({ t: 1050, feed: 'odds', text: JSON.stringify(PRICE) }),
  JSON.stringify({ t: 1060, feed: 'plays', text: '{"action":"new_play","event":"A vs B"}' }),
  JSON.stringify({ t: 1450, feed: 'odds', base64: Buffer.from('[{"action":"ping"}]').toString('base64') }),
  '{"t":1500,"feed":"odds","te',
];

const running: ReplayServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function replay(bytes: string | Buffer, speed: number): Promise<ReplayServer> {
  const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'recording.ndjson.gz');
  writeFileSync(file, bytes);
  const server = await startReplay(file, speed);
  running.push(server);
  return server;
}

const plain = LINES.join('\n');

describe('a replay', () => {
  it.each([
    ['gzipped', gzipSync(plain)],
    ['plain', plain],
    [
      'gzipped and torn',
      gzipSync(`${plain}\n${'{"t":1,"feed":"none"}\n'.repeat(4000)}`, { level: 0 }).subarray(0, -70_000),
    ],
  ])('of a %s file plays each feed to its socket, frames as they were', async (_, bytes) => {
    const server = await replay(bytes, Infinity);
    const odds = await connect(server as unknown as Simulator);
    odds.subscribe();
    await odds.action('ping');
    expect(odds.messages).toEqual([{ action: 'socket_connected', plan: 'pro' }, PRICE, { action: 'ping' }]);
    expect(odds.frames.map(({ isBinary }) => isBinary)).toEqual([false, false, true]);
    const plays = await connect(server as unknown as Simulator, '/playbyplay');
    plays.subscribe({ games: [] });
    expect(await plays.action('new_play')).toEqual({ action: 'new_play', event: 'A vs B' });
  });

  it('keeps the time between frames, divided by the speed', async () => {
    const server = await replay(plain, 2);
    const client = await connect(server as unknown as Simulator);
    client.subscribe();
    await client.action('line_update');
    const atMs = performance.now();
    await client.action('ping');
    expect(performance.now() - atMs).toBeGreaterThan(150);
    expect(performance.now() - atMs).toBeLessThan(1500);
  });

  it('cuts the socket where the recording went on over a new one, and goes on over the next', async () => {
    const line = (t: number, entry: object) => JSON.stringify({ t, feed: 'odds', ...entry });
    const recording = [
      line(0, { connected: true }),
      line(1, { text: '{"action":"socket_connected"}' }),
      line(2, { text: '{"action":"mark","n":1}' }),
      line(50, { connected: true }),
      line(51, { text: '{"action":"socket_connected"}' }),
      line(52, { text: '{"action":"mark","n":2}' }),
    ].join('\n');
    const server = await replay(recording, Infinity);
    const seen: unknown[] = [];
    for (const again of [1, 2, 1]) {
      const client = await connect(server as unknown as Simulator);
      client.subscribe();
      seen.push(await client.action('mark'));
      if (again === 1 && seen.length === 1) await client.closed;
    }
    expect(seen).toEqual([1, 2, 1].map((n) => ({ action: 'mark', n })));
  });

  it('answers the GET endpoints from what is in the frames', async () => {
    const { base, key, frames } = await replay(plain, 1);
    expect(frames).toBe(4);
    const get = async (path: string): Promise<unknown> => (await fetch(`${base}/${path}?key=${key}`)).json();
    expect(await get('get_info')).toEqual({ sports: ['NBA'], sportsbooks: ['draftkings'] });
    expect(await get('get_games')).toEqual({
      [PRICE.data.game]: { sport: 'NBA', game: PRICE.data.game, when: PRICE.data.info.when },
    });
    expect(await get('get_markets')).toEqual({ draftkings: { NBA: ['Moneyline'] } });
  });

  it('of a file that is not there is an error', async () => {
    await expect(startReplay('/nowhere/recording.gz', 1)).rejects.toThrow('ENOENT');
  });
});

import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { HeadlessRun } from '../reliability/headless-run.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const GAME = 'Lakers vs Celtics, 2027-01-15, 07';
const on = { type: 'league', sport: 'NBA' };

/** A provider in a test's hand: odds and plays, every frame written by the test. */
class Provider {
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  readonly sockets = new Map<'odds' | 'plays', WebSocket>();
  #heard: () => void = () => undefined;

  async open(): Promise<string> {
    await new Promise((resolve) => this.#server.once('listening', resolve));
    this.#server.on('connection', (socket, request) => {
      const feed = request.url?.includes('playbyplay') ? 'plays' : 'odds';
      if (request.url?.includes('livescores')) return socket.close();
      socket.send(JSON.stringify({ action: 'socket_connected' }));
      socket.once('message', () => {
        this.sockets.set(feed, socket);
        this.#heard();
      });
    });
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}/api`;
  }

  async subscribed(feed: 'odds' | 'plays'): Promise<void> {
    while (!this.sockets.has(feed)) await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  prices(
    action: string,
    sportsbook: string,
    outcomes: Record<string, number | string | null>,
    sport = 'NBA',
  ): void {
    const stated = Object.entries(outcomes).map(([key, odds]) => {
      const [name, target, line, over] = key.split('/');
      const more = { outcome_name: name, outcome_target: target || null, outcome_line: line || null };
      return [
        key,
        { odds: odds === null ? null : String(odds), link: null, ...more, outcome_over_under: over ?? null },
      ];
    });
    this.say('odds', {
      timestamp: '2027-01-15T19:46:10.023175+00:00',
      action,
      data: {
        sport,
        sportsbook,
        game: GAME,
        home_team: 'Lakers',
        away_team: 'Celtics',
        info: {},
        outcomes: Object.fromEntries(stated),
      },
    });
  }

  say(feed: 'odds' | 'plays', frame: unknown): void {
    this.sockets.get(feed)!.send(JSON.stringify(frame));
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }
}

let provider: Provider;
let base: string;
let run: HeadlessRun | undefined;
beforeEach(async () => {
  provider = new Provider();
  base = await provider.open();
});
afterEach(async () => {
  await run?.clear();
  run = undefined;
  provider.close();
});

function start(rules: unknown): HeadlessRun {
  return new HeadlessRun(base, KEY, (folder) => {
    writeFileSync(`${folder}/rules.json`, typeof rules === 'string' ? rules : JSON.stringify(rules));
    return ['--rules', `${folder}/rules.json`];
  });
}

const alerts = (of: HeadlessRun) => of.lines.filter(({ type }) => type === 'alert');
const HOME = 'Moneyline/Lakers';
const AWAY = 'Moneyline/Celtics';

describe('headless --rules', () => {
  it('prints a line for each alert of each kind, as soon as it fires', async () => {
    run = start([
      { name: 'price', on, kind: 'price', price: 150 },
      {
        name: 'move',
        on,
        kind: 'move',
        by: 30,
        unit: 'cents',
        withinS: 60,
        direction: 'up',
        sportsbooks: ['a'],
      },
      { name: 'line', on, kind: 'line', by: 1 },
      {
        name: 'steam',
        on,
        kind: 'steam',
        sportsbooksMoving: 2,
        by: 30,
        unit: 'cents',
        withinS: 60,
        direction: 'both',
      },
      { name: 'event', on, kind: 'event', events: ['suspended'] },
      { name: 'value', on, kind: 'value', overPct: 5, fair: ['pinnacle'], method: 'power' },
      { name: 'arbitrage', on, kind: 'arbitrage', overPct: 5, freshS: 60 },
      { name: 'play', on, kind: 'play', what: 'event', events: ['goal'] },
      { name: 'score', on, kind: 'play', what: 'score' },
    ]);
    await provider.subscribed('odds');
    for (const book of ['a', 'b', 'pinnacle'])
      provider.prices('initial_state', book, { [HOME]: 110, [AWAY]: -120 });
    provider.prices('initial_state', 'c', { 'Spread/Lakers/-3': -110, 'Spread/Celtics/3': -110 });
    await run.until(() => run!.frames >= 4);
    expect(alerts(run)).toEqual([]);
    provider.prices('line_update', 'a', { [HOME]: 150 });
    provider.prices('line_update', 'b', { [HOME]: 141 });
    provider.prices('game_update', 'c', { 'Spread/Lakers/-4': -110, 'Spread/Celtics/4': null });
    await provider.subscribed('plays');
    provider.say('plays', { stream: 'playbyplay', action: 'connected', event: GAME });
    const play = (home: number, seconds: number) => ({
      stream: 'playbyplay',
      action: 'new_play',
      event: GAME,
      home: 'Lakers',
      away: 'Celtics',
      league: 'NBA',
      state: '1st quarter',
      score: { home, away: 0 },
      play_info: [{ type: 'goal', team: 'home', points: 2, seconds, name: 'Goal' }],
    });
    provider.say('plays', play(2, 10));
    provider.say('plays', play(4, 20));
    await run.until(() => alerts(run!).length >= 12);
    expect(
      alerts(run).map(({ rule, sportsbook, outcome, from, to }) => [rule, sportsbook, outcome, from, to]),
    ).toEqual([
      ['price', 'a', HOME, 110, 150],
      ['move', 'a', HOME, 110, 150],
      ['value', 'a', HOME, 110, 150],
      ['arbitrage', 'a', HOME, 110, 150],
      ['steam', 'b', HOME, 110, 141],
      ['value', 'b', HOME, 110, 141],
      ['line', 'c', 'Spread/Lakers/-4', -3, -4],
      ['event', 'c', 'Spread/Lakers/-3', -110, null],
      ['event', 'c', 'Spread/Celtics/3', -110, null],
      ['play', '', '', null, null],
      ['play', '', '', null, null],
      ['score', '', '', 2, 4],
    ]);
    expect(alerts(run)[0]).toEqual({
      type: 'alert',
      rule: 'price',
      kind: 'price',
      game: GAME,
      outcome: HOME,
      sportsbook: 'a',
      from: 110,
      to: 150,
      reason: 'pays +150, wanted +150 or more',
      suppressed: false,
    });
    expect(alerts(run).map(({ suppressed }) => suppressed)).toEqual([
      ...new Array(5).fill(false),
      ...new Array(7).fill(true),
    ]);
  });

  it('ends with a sentence for a file that is wrong', async () => {
    run = start([{ name: 'r', on, kind: 'price', price: 150, pirce: 1 }]);
    expect(await run.ended).toBe(2);
    expect(run.stderr).toMatch(/rule 1 \("r"\): "pirce" is not known here/);
  });
});

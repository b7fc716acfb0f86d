import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../options.ts';
import { type Simulator, startSimulator } from '../../simulator.ts';
import { connect } from '../../testing.ts';
import { playLabel } from '../../wire/play-frames.ts';
import type { Game } from '../../world/games/game.ts';
import { labelOf } from '../../world/games/naming.ts';

const running: Simulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const evening = { seed: 2, books: 1, games: 60, ratePerSecond: 1, startMs: Date.UTC(2026, 10, 22, 23, 30) };
  const simulator = await startSimulator({ ...evening, manual: true, limits: false, ...options });
  running.push(simulator);
  return simulator;
}

function find(simulator: Simulator, kind: string, phase: Game['phase']): Game {
  const game = simulator.world.games.find((each) => each.league.model.kind === kind && each.phase === phase);
  if (game === undefined) throw new Error(`no ${kind} ${phase}`);
  return game;
}

describe('the play-by-play socket', () => {
  it.each(['connection_ack', 'socket_connected'] as const)('acknowledges with %s', async (action) => {
    const client = await connect(await start({ playsAcknowledgement: action }), '/playbyplay');
    expect(client.messages).toEqual([{ action }]);
  });

  it('accepts a game under way and tells its plays, scores adding up', async () => {
    const simulator = await start();
    const game = find(simulator, 'basketball', 'live');
    const before = game.contest.state;
    const client = await connect(simulator, '/playbyplay');
    client.subscribe({ games: [labelOf(game)] });
    expect(await client.action('connected')).toEqual({
      stream: 'playbyplay',
      action: 'connected',
      event: labelOf(game),
      universal_id: game.universalId,
    });
    simulator.step(1_200_000);
    await client.settle();
    const plays = client.messages.filter(({ action }) => action === 'new_play');
    expect(plays.length).toBeGreaterThan(40);
    const points = plays
      .flatMap(({ play_info }) => play_info)
      .reduce((sum, play) => sum + (play.points ?? 0), 0);
    const { score, home, away, league, event } = plays.at(-1);
    expect(score.home + score.away).toBe(before.home + before.away + points);
    expect({ home, away, league, event }).toEqual({
      home: game.home,
      away: game.away,
      league: game.league.sport,
      event: labelOf(game),
    });
    expect(client.messages.some(({ play_info }) => play_info?.[0].scorer?.name)).toBe(true);
  });

  it('is silent on a game to come until it starts, and tells of its end', async () => {
    const simulator = await start();
    const game = find(simulator, 'soccer', 'upcoming');
    const client = await connect(simulator, '/playbyplay');
    client.subscribe({ games: [labelOf(game)] });
    await client.settle();
    expect(client.messages).toHaveLength(1);
    simulator.step(game.startsAtMs - simulator.world.nowMs + 3 * 3_600_000);
    await client.settle();
    expect(client.messages[1].action).toBe('connected');
    expect(client.messages.at(-1)).toMatchObject({ action: 'match_state', state: 'ended' });
  });

  it('gives fights and esports their play_info as an object', async () => {
    const simulator = await start();
    const [fight, match] = [find(simulator, 'mma', 'live'), find(simulator, 'esports', 'live')];
    const client = await connect(simulator, '/playbyplay');
    client.subscribe({ games: [labelOf(fight), playLabel(match)] });
    await client.action('connected');
    simulator.step(1_200_000);
    await client.settle();
    const of = (game: Game) =>
      client.messages.findLast((message) => message.play_info && message.event === playLabel(game));
    expect(Object.keys(of(fight).play_info)).toEqual(['status', 'round', 'clock', 'result']);
    expect(of(match).play_info).toMatchObject({ currentMap: expect.any(Number), maps: expect.any(Array) });
  });

  it('refuses by game: wrong labels with an action, games without play-by-play without one', async () => {
    const simulator = await start();
    const [match, tennis] = [find(simulator, 'esports', 'live'), find(simulator, 'tennis', 'live')];
    const client = await connect(simulator, '/playbyplay');
    client.subscribe({ games: ['A vs B, 2026-11-22, 07', labelOf(match), labelOf(tennis)] });
    await client.settle();
    const [, unknown, esports, unsupported] = client.messages;
    expect(unknown).toEqual({ action: 'error', message: expect.stringContaining('Code 1') });
    expect(esports).toEqual({ action: 'error', message: expect.stringContaining('Code 1') });
    expect(unsupported).toEqual({ error: expect.stringContaining('not supported') });
  });

  it('follows only the games of the newest subscription', async () => {
    const simulator = await start();
    const [one, two] = [find(simulator, 'basketball', 'live'), find(simulator, 'hockey', 'live')];
    const client = await connect(simulator, '/playbyplay');
    client.subscribe({ games: [labelOf(one)] });
    await client.action('connected');
    client.subscribe({ games: [labelOf(two)] });
    await client.action('subscription_updated');
    await client.settle();
    const heard = client.messages.length;
    simulator.step(600_000);
    await client.settle();
    const events = new Set(client.messages.slice(heard).map(({ event }) => event));
    expect([...events]).toEqual([labelOf(two)]);
  });
});

describe('the live-score socket', () => {
  it('tells how games stand, in the fields of their sport', async () => {
    const simulator = await start();
    const client = await connect(simulator, '/livescores');
    client.subscribe({});
    await client.action('match_update');
    simulator.step(600_000);
    await client.settle();
    const updates = client.messages.filter(({ action }) => action === 'match_update');
    const of = (kind: string) =>
      updates.findLast(({ universal_id }) => universal_id === find(simulator, kind, 'live').universalId);
    expect(of('soccer')).toMatchObject({
      designation: { A: 'home', B: 'away' },
      state: { preMatch: false, goalsA: expect.any(Number), elapsedTimeSeconds: expect.any(Number) },
    });
    const { home, away } = find(simulator, 'baseball', 'live').contest.state;
    expect(of('baseball').state).toMatchObject({ inning: expect.any(Number), runs: { A: home, B: away } });
  });
});

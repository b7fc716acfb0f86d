import { beforeEach, expect, it } from 'vitest';
import type { PlayGame, PlayView } from '#contract/plays.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { hearPlays, MOST_HEARD } from './heard-plays.ts';

let bridge: FakeBridge;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const play = (sequence: number): PlayView => ({
  sequence,
  game: 'G',
  atMs: sequence,
  type: 'goal',
  typeName: 'Goal',
  text: `Goal ${sequence}`,
  clock: '',
  score: null,
});
const game = (state: string): PlayGame => ({
  game: 'G',
  home: 'Home',
  away: 'Away',
  score: null,
  state,
  support: 'live',
});

beforeEach(() => {
  bridge = new FakeBridge();
  bridge.answerValue('plays.followed', { plays: [play(1), play(2)], games: [game('Q1')] });
});

it('hears what others follow, each play once and in order, whatever came before the answer', async () => {
  const { news } = hearPlays(bridge);
  bridge.push('plays', { plays: [play(2), play(3)], games: [] });
  await settle();
  bridge.push('plays', { plays: [play(4)], games: [game('Q2')] });
  expect(news.read().plays.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(news.read().games).toEqual([game('Q2')]);
});

it('keeps the newest plays only', async () => {
  const { news } = hearPlays(bridge);
  await settle();
  bridge.push('plays', { plays: Array.from({ length: 100 }, (_, at) => play(at + 3)), games: [] });
  expect(news.read().plays).toHaveLength(MOST_HEARD);
  expect(news.read().plays.at(-1)?.sequence).toBe(102);
});

it('begins anew with another run of the engine, and leaves nothing behind', async () => {
  const heard = hearPlays(bridge);
  await settle();
  bridge.answerValue('plays.followed', { plays: [], games: [] });
  bridge.push('engine.started', null);
  await settle();
  expect(heard.news.read().plays).toEqual([]);
  heard.stop();
  expect(bridge.receiverCount('plays')).toBe(0);
  expect(bridge.receiverCount('engine.started')).toBe(0);
});

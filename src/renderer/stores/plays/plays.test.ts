import fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { PlayView } from '#contract/plays.ts';
import type { Reply } from '#contract/requests.ts';
import { DEFAULT_SETTINGS, type FollowedGame, MOST_FOLLOWED, type Settings } from '#contract/settings.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { observable } from '../observable.ts';
import { liveGames } from './live-games.ts';
import { mergePlays } from './merge-plays.ts';
import { PlaysStore } from './plays.ts';

const play = (sequence: number, game = 'A'): PlayView => ({
  sequence,
  game,
  atMs: sequence,
  type: 'goal',
  typeName: 'Goal',
  text: `play ${sequence}`,
  clock: '',
  score: null,
});
const sequences = (plays: readonly PlayView[] | undefined) => plays?.map(({ sequence }) => sequence);

let bridge: FakeBridge;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const followed = () => bridge.inputsOf('plays.follow').at(-1)?.games;

const START_MS = 1_000;
/** The settings on disk. */
let kept = observable<Settings>(DEFAULT_SETTINGS);
const settings = {
  get settings() {
    return kept;
  },
  change: (part: Partial<Settings>) => kept.write({ ...kept.read(), ...part }),
};
const keptGames = () =>
  kept.read().followedGames.map(({ game, isPinned }) => `${game}${isPinned ? '*' : ''}`);
const keep = (...followedGames: FollowedGame[]) => kept.write({ ...DEFAULT_SETTINGS, followedGames });

beforeEach(() => {
  kept = observable<Settings>(DEFAULT_SETTINGS);
  bridge = new FakeBridge();
  bridge.answerValue('plays.follow', { plays: [], games: [] });
  bridge.answerValue('plays.read', []);
});

describe('the plays store', () => {
  it('follows what is picked while the screen is open, and after it only what is pinned', async () => {
    const store = new PlaysStore(bridge, settings);
    store.open();
    store.pick('A', START_MS);
    store.pick('B', START_MS);
    expect(followed()).toEqual(['A', 'B']);
    store.pin('B', true);
    store.leave();
    expect(followed()).toEqual(['B']);
    store.pin('B', false);
    expect(followed()).toEqual([]);
    store.open();
    expect(followed()).toEqual(['A', 'B']);
    store.drop('A');
    expect(followed()).toEqual(['B']);
  });

  it('keeps what the user picked for the next start, and not what a game’s page looks at', () => {
    const store = new PlaysStore(bridge, settings);
    store.open();
    store.pick('A', START_MS);
    store.pick('B', START_MS);
    store.pick('C', START_MS, 'page');
    store.pin('B', true);
    expect(keptGames()).toEqual(['A', 'B*']);
    store.pin('C', true);
    store.drop('A');
    expect(keptGames()).toEqual(['B*', 'C*']);
  });

  it('goes on with the games of the last run, those that are over left out', () => {
    const hourMs = 3_600_000;
    const nowMs = 100 * hourMs;
    keep(
      { game: 'under way', startsAtMs: nowMs - hourMs, isPinned: true },
      { game: 'over', startsAtMs: nowMs - 9 * hourMs, isPinned: true },
      { game: 'tomorrow', startsAtMs: nowMs + 20 * hourMs, isPinned: false },
    );
    const store = new PlaysStore(bridge, settings);
    store.resume(nowMs);
    expect(followed()).toEqual(['under way']);
    expect(keptGames()).toEqual(['under way*', 'tomorrow']);
    store.open();
    expect(followed()).toEqual(['under way', 'tomorrow']);
  });

  it('forgets a game of the last run that the feed no longer knows, but none that was picked now', () => {
    keep({ game: 'A', startsAtMs: START_MS, isPinned: true });
    const store = new PlaysStore(bridge, settings);
    store.resume(START_MS);
    store.pick('B', START_MS);
    const unknown = { home: '', away: '', score: null, state: '', support: 'wrong-label' } as const;
    bridge.push('plays', {
      plays: [],
      games: [
        { game: 'A', ...unknown },
        { game: 'B', ...unknown },
      ],
    });
    expect(keptGames()).toEqual(['B']);
    expect(followed()).toEqual([]);
  });

  it('reads what was before, and doubles nothing that is pushed meanwhile', async () => {
    let answer: (reply: Reply<'plays.read'>) => void = () => undefined;
    bridge.answer('plays.read', () => new Promise((resolve) => (answer = resolve)));
    const store = new PlaysStore(bridge, settings);
    store.open();
    store.pick('A', START_MS);
    await settle();
    bridge.push('plays', { plays: [play(3), play(4), play(9, 'other')], games: [] });
    answer({ ok: true, value: [play(1), play(2), play(3)] });
    await settle();
    bridge.push('plays', { plays: [play(4), play(5)], games: [] });
    expect(sequences(store.tickers.read()[0]?.plays)).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins anew with the engine, and drops what its forerunner still answers', async () => {
    let answer: (reply: Reply<'plays.read'>) => void = () => undefined;
    bridge.answer('plays.read', () => new Promise((resolve) => (answer = resolve)));
    const store = new PlaysStore(bridge, settings);
    store.open();
    store.pick('A', START_MS);
    await settle();
    bridge.answerValue('plays.read', [play(1)]);
    bridge.push('engine.started', null);
    await settle();
    answer({ ok: true, value: [play(7)] });
    await settle();
    expect(sequences(store.tickers.read()[0]?.plays)).toEqual([1]);
    store.stop();
    expect(bridge.receiverCount('plays') + bridge.receiverCount('engine.started')).toBe(0);
  });

  it('has room for ten', () => {
    const store = new PlaysStore(bridge, settings);
    for (let at = 0; at < MOST_FOLLOWED; at += 1) expect(store.pick(`game ${at}`, START_MS)).toBe(true);
    expect(store.pick('one more', START_MS)).toBe(false);
    expect(store.pick('game 3', START_MS)).toBe(true);
    expect(store.tickers.read()).toHaveLength(MOST_FOLLOWED);
  });

  it('shows a game’s state, and why it is not followed', async () => {
    const store = new PlaysStore(bridge, settings);
    store.open();
    store.pick('A', START_MS);
    const game = {
      game: 'A',
      home: 'H',
      away: 'W',
      score: { home: 1, away: 2 },
      state: '2nd',
      support: 'live',
    } as const;
    bridge.push('plays', { plays: [], games: [game] });
    expect(store.tickers.read()[0]?.state).toEqual(game);
    const waiting = { ...game, score: null, state: '', support: 'waiting' } as const;
    bridge.push('plays', { plays: [], games: [waiting] });
    expect(store.tickers.read()[0]?.state).toEqual({ ...game, support: 'waiting' });
    bridge.answer('plays.follow', () => ({ ok: false, code: 'engine-stopped', message: 'It stopped.' }));
    store.pick('B', START_MS);
    await settle();
    expect(store.failure.read()).toBe('It stopped.');
  });
});

test('merged plays are each there once and in order, however they come', () => {
  const batches = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(batches, (given) => {
      let held: readonly PlayView[] = [];
      for (const batch of given)
        held = mergePlays(
          held,
          batch.map((sequence) => play(sequence)),
        );
      expect(sequences(held)).toEqual([...new Set(given.flat())].sort((left, right) => left - right));
    }),
  );
});

test('live games: started, not long over, each once, with the row’s own teams', () => {
  const hour = 3_600_000;
  const nowMs = 100 * hour;
  const listed = [
    { label: 'Mets vs Angels, 2025-07-23, 01', sport: 'MLB', startsAtMs: nowMs - hour },
    { label: 'Later vs Much', sport: 'MLB', startsAtMs: nowMs + 1 },
    { label: 'Long vs Over', sport: 'MLB', startsAtMs: nowMs - 9 * hour },
    { label: 'No vs Start', sport: 'MLB', startsAtMs: null },
  ];
  const row = { rowId: 1, home: 'New York Mets', away: 'Angels', sides: [], startsAtMs: nowMs - hour };
  expect(liveGames(listed, [{ ...row, game: listed[0]!.label }], 'MLB', nowMs)).toEqual([
    { game: listed[0]!.label, sport: 'MLB', home: 'New York Mets', away: 'Angels', startsAtMs: nowMs - hour },
  ]);
  expect(liveGames(listed, [], null, nowMs)[0]).toMatchObject({ home: 'Mets', away: 'Angels' });
});

import { beforeEach, expect, it } from 'vitest';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { openersOf } from './openers.ts';

const OPENER = { sportsbook: 'circa', atMs: 5, sides: [{ american: -110, line: 3.5 }] };
const row = (game: string) => ({ game, sides: ['away', 'home'] });
let bridge: FakeBridge;
let scheduler: ManualScheduler;
/** Turns the clock, and lets what was asked be answered. */
const pass = async (ms: number) => {
  scheduler.advance(ms);
  await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
});

it('asks once for the games that are asked for together, and tells when they are known', async () => {
  bridge.answer('history.openers', ({ games }) => ({ ok: true, value: games.map(() => OPENER) }));
  const openers = openersOf(bridge, scheduler, 'spread');
  let told = 0;
  openers.subscribe(() => {
    told += 1;
  });
  expect([openers.of(row('a')), openers.of(row('b')), openers.of(row('a'))]).toEqual([null, null, null]);
  await pass(200);
  expect(bridge.inputsOf('history.openers')).toEqual([
    {
      market: 'spread',
      games: [
        { label: 'a', sides: 2 },
        { label: 'b', sides: 2 },
      ],
    },
  ]);
  expect(told).toBe(1);
  expect(openers.of(row('b'))).toEqual(OPENER);
  await pass(60_000);
  expect(bridge.inputsOf('history.openers')).toHaveLength(1);
});

it('asks again, but not at once, where the history has none yet or can’t be read', async () => {
  const openers = openersOf(bridge, scheduler, 'spread');
  openers.of(row('a'));
  await pass(200);
  openers.of(row('a'));
  await pass(1_000);
  expect(bridge.inputsOf('history.openers')).toHaveLength(1);
  bridge.answerValue('history.openers', [OPENER]);
  await pass(30_000);
  expect(openers.of(row('a'))).toBeNull();
  await pass(200);
  expect(openers.of(row('a'))).toEqual(OPENER);
});

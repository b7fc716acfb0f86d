import { expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { decodeOddsFrame } from '../../adapters/feed/decode-odds.ts';
import { createMemoryBudgets } from '../../adapters/system/memory-budgets.ts';
import type { FeedListener, OddsMessage } from '../../ports/feed.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { OddsFollower } from '../../usecases/odds/follow-odds.ts';
import { SeededChance } from '../seeded-chance.ts';

const DAY_MS = 86_400_000;

it('10,000 turns of the wall clock, of up to a day either way, make nothing stale', () => {
  const chance = new SeededChance(3);
  const clock = new ManualClock();
  const board = new Board();
  const states: string[] = [];
  let listener: FeedListener<OddsMessage> | undefined;
  const follower = new OddsFollower({
    feed: {
      connect(hearing) {
        listener = hearing;
        return { subscribe: () => undefined, close: () => undefined };
      },
    },
    board,
    budgets: createMemoryBudgets(),
    clock,
    chance: chance.next,
    filters: {},
    changed: () => undefined,
    filtersChanged: () => undefined,
    status: ({ state }) => states.push(state),
  });
  const say = (frame: object): void => {
    const text = JSON.stringify(frame);
    listener?.frame(text.length);
    decodeOddsFrame(text, {
      message: (message) => listener?.message(message),
      refused: (reason) => listener?.refused(reason),
    });
  };
  const outcomes = { home: { odds: '-110' } };
  follower.start();
  say({ action: 'socket_connected' });
  say({
    action: 'initial_state',
    data: { sport: 'NBA', sportsbook: 'circa', game: 'g', info: {}, outcomes },
  });
  for (let turn = 0; turn < 10_000; turn += 1) {
    const beforeMs = chance.whole(0, 15_000);
    clock.pass(beforeMs);
    clock.turnWall(chance.is(0.5) ? chance.whole(-DAY_MS, DAY_MS) : chance.whole(-20_000, 20_000));
    clock.pass(15_000 - beforeMs);
    say({ action: 'ping' });
  }
  expect(new Set(states)).toEqual(new Set(['connecting', 'live']));
  expect(board.isConfirmed(0)).toBe(true);
  clock.pass(46_000);
  expect(states).toContain('stale');
});

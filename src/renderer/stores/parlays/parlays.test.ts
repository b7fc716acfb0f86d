import { beforeEach, describe, expect, it } from 'vitest';
import type { ParlayView } from '#contract/parlays.ts';
import type { Reply } from '#contract/requests.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { compareParlays, orderParlays } from './parlay-order.ts';
import { openParlays } from './parlays.ts';

const parlay = (american: number | null, productAmerican: number | null, bets = 1): ParlayView => ({
  american,
  productAmerican,
  totalBets: bets,
  type: 'SGP',
  legs: [],
});

let bridge: FakeBridge;
let scheduler: ManualScheduler;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
});

describe('the parlays store', () => {
  it('loads on demand, and the last question wins', async () => {
    const answers: ((reply: Reply<'parlays.read'>) => void)[] = [];
    bridge.answer('parlays.read', () => new Promise((resolve) => answers.push(resolve)));
    const store = openParlays(bridge, scheduler);
    expect(bridge.sent).toEqual([]);
    void store.load('pinnacle');
    void store.load('draftkings');
    answers[1]?.({ ok: true, value: [parlay(200, 210)] });
    answers[0]?.({ ok: true, value: [] });
    await settle();
    expect(store.state.read()).toMatchObject({ kind: 'loaded', sportsbook: 'draftkings' });
  });

  it('says when to come back after too many requests', async () => {
    bridge.answer('parlays.read', () => ({ ok: false, code: 'rate-limited', message: 'A pause.' }));
    const store = openParlays(bridge, scheduler);
    await store.load('pinnacle');
    expect(store.state.read()).toMatchObject({
      kind: 'failed',
      code: 'rate-limited',
      retryAtMs: scheduler.nowMs() + 60_000,
    });
    bridge.answer('parlays.read', () => ({
      ok: false,
      code: 'rate-limited',
      message: 'A pause.',
      retryAfterMs: 17_000,
    }));
    await store.load('pinnacle');
    expect(store.state.read()).toMatchObject({ retryAtMs: scheduler.nowMs() + 17_000 });
  });

  it('forgets another feed’s parlays, also those that are still on their way', async () => {
    let answer: (reply: Reply<'parlays.read'>) => void = () => undefined;
    bridge.answer('parlays.read', () => new Promise((resolve) => (answer = resolve)));
    const store = openParlays(bridge, scheduler);
    void store.load('pinnacle');
    bridge.push('engine.started', null);
    answer({ ok: true, value: [] });
    await settle();
    expect(store.state.read()).toEqual({ kind: 'none' });
    store.stop();
    expect(bridge.receiverCount('engine.started')).toBe(0);
  });
});

describe('parlays compared', () => {
  it('says how much more or less the posted price returns', () => {
    const differences = compareParlays([parlay(200, 300), parlay(-110, -110), parlay(null, 100)]);
    expect(differences.map(({ difference }) => difference)).toEqual([-0.25, 0, null]);
  });

  it('orders by a column, those without a figure last either way', () => {
    const compared = compareParlays([parlay(null, 100, 5), parlay(200, 300, 9), parlay(100, 100, 7)]);
    const bets = (isDescending: boolean, column: 'difference' | 'bets') =>
      orderParlays(compared, column, isDescending).map(({ parlay: { totalBets } }) => totalBets);
    expect(bets(true, 'difference')).toEqual([7, 9, 5]);
    expect(bets(false, 'difference')).toEqual([9, 7, 5]);
    expect(bets(true, 'bets')).toEqual([9, 7, 5]);
  });
});

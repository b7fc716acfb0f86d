import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBridge } from '../bridge/fake-bridge.ts';
import { makeStatus } from '../bridge/make-status.ts';
import { followLeagues, LEAGUES_MAX_AGE_MS, LEAGUES_MIN_GAP_MS } from './leagues.ts';
import { ManualScheduler } from './manual-scheduler.ts';

const NBA = { sport: 'NBA', games: 4, markets: [{ key: 'moneyline', label: 'Moneyline' }] };

let bridge: FakeBridge;
let scheduler: ManualScheduler;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const asked = () => bridge.inputsOf('leagues.read').length;

async function report(games: number): Promise<void> {
  bridge.push('status', makeStatus({}, { games }));
  await settle();
}

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
  bridge.answerValue('leagues.read', [NBA]);
});

describe('the leagues store', () => {
  it('asks at the start', async () => {
    const store = followLeagues(bridge, scheduler);
    expect(store.leagues.read()).toBe(null);
    await settle();
    expect(store.leagues.read()).toEqual([NBA]);
  });

  it('asks again when games came, but not more often than the gap', async () => {
    followLeagues(bridge, scheduler);
    await settle();
    await report(4);
    expect(asked()).toBe(1);
    scheduler.advance(LEAGUES_MIN_GAP_MS);
    await report(9);
    expect(asked()).toBe(2);
    await report(12);
    expect(asked()).toBe(2);
    scheduler.advance(LEAGUES_MIN_GAP_MS);
    await report(12);
    expect(asked()).toBe(3);
  });

  it('leaves a list alone that nothing has changed, until it is old', async () => {
    followLeagues(bridge, scheduler);
    await settle();
    scheduler.advance(LEAGUES_MIN_GAP_MS);
    await report(4);
    scheduler.advance(LEAGUES_MIN_GAP_MS);
    await report(4);
    expect(asked()).toBe(2);
    scheduler.advance(LEAGUES_MAX_AGE_MS);
    await report(4);
    expect(asked()).toBe(3);
  });

  it('keeps the list it has when the engine does not answer', async () => {
    const store = followLeagues(bridge, scheduler);
    await settle();
    bridge.answer('leagues.read', () => ({ ok: false, code: 'engine-stopped', message: 'It stopped.' }));
    scheduler.advance(LEAGUES_MAX_AGE_MS);
    await report(5);
    expect(store.leagues.read()).toEqual([NBA]);
    store.stop();
    expect(bridge.receiverCount('status')).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { STREAM_NAMES } from '#contract/requests.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { FakeBridge } from '../bridge/fake-bridge.ts';
import { makeBatch } from '../bridge/make-batch.ts';
import { makeStatus } from '../bridge/make-status.ts';
import { ManualScheduler } from './manual-scheduler.ts';
import { SILENT_AFTER_MS } from './status.ts';
import { openStores } from './stores.ts';

const MARKETS = ['moneyline', 'spread'].map((key) => ({ key, label: key }));
const ROW = { rowId: 0, game: 'G', home: 'Home', away: 'Away', startsAtMs: null, sides: ['Away', 'Home'] };

let bridge: FakeBridge;
let scheduler: ManualScheduler;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const opened = () => bridge.inputsOf('screen.open').map(({ sport, market }) => `${sport} ${market}`);

function paint(): void {
  scheduler.advance(50);
  scheduler.frame();
  scheduler.advance(0);
}

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
  bridge.answerValue('settings.read', { ...DEFAULT_SETTINGS, market: 'spread', isWelcomed: true });
  bridge.answer('settings.change', (part) => ({
    ok: true,
    value: { ...DEFAULT_SETTINGS, market: 'spread', isWelcomed: true, ...part },
  }));
  bridge.answerValue('status.read', makeStatus({}, { frames: 10 }));
  bridge.answerValue('leagues.read', [
    { sport: 'NBA', games: 1, markets: MARKETS },
    { sport: 'NFL', games: 1, markets: MARKETS },
  ]);
  bridge.answerValue('screen.open', makeBatch({ rows: [ROW], cells: [{ row: 0, book: 0 }] }));
  bridge.answerValue('screen.painted', null);
});

describe('the stores of a window', () => {
  it('begin with the first steps once, and note it at once', async () => {
    expect((await openStores(bridge, scheduler)).navigation.firstStep.read()).toBeNull();
    expect(bridge.inputsOf('settings.change')).toEqual([]);
    bridge.answerValue('settings.read', DEFAULT_SETTINGS);
    expect((await openStores(bridge, scheduler)).navigation.firstStep.read()).toBe(0);
    expect(bridge.inputsOf('settings.change')).toEqual([{ isWelcomed: true }]);
  });

  it('do not begin with the first steps when nobody knows whether they were shown', async () => {
    bridge.answer('settings.read', () => ({ ok: false, code: 'internal', message: 'No disk.' }));
    expect((await openStores(bridge, scheduler)).navigation.firstStep.read()).toBeNull();
  });

  it('open the first league with the remembered market, then follow the choice', async () => {
    const stores = await openStores(bridge, scheduler);
    await settle();
    expect(opened()).toEqual(['NBA spread']);
    stores.choice.chooseLeague('NFL');
    stores.choice.chooseMarket('moneyline');
    expect(opened()).toEqual(['NBA spread', 'NFL spread', 'NFL moneyline']);
    expect(bridge.inputsOf('settings.change')).toEqual([
      { sport: 'NFL' },
      { sport: 'NFL', market: 'moneyline' },
    ]);
  });

  it('doubt every price of a silent engine, and open again when it is back', async () => {
    const stores = await openStores(bridge, scheduler);
    await settle();
    paint();
    expect(stores.screen.freshness.read().live).toBe(true);
    scheduler.advance(SILENT_AFTER_MS);
    paint();
    expect(stores.screen.freshness.read().live).toBe(false);
    bridge.push('status', makeStatus({}, { frames: 11 }));
    await settle();
    paint();
    expect(stores.screen.freshness.read().live).toBe(true);
    expect(opened()).toEqual(['NBA spread', 'NBA spread']);
  });

  it('doubt every price at once while the engine is begun again, watched ones too', async () => {
    bridge.answerValue('watchlists.read', [{ watchlistId: 'a', name: 'Tonight', entries: [] }]);
    const stores = await openStores(bridge, scheduler);
    await settle();
    paint();
    bridge.push('watched', { watchlistId: 'a', rows: [{ isLive: true } as never] });
    const watched = () => stores.watchlists.prices.read()?.rows.map(({ isLive }) => isLive);
    for (const [engine, isLive] of [
      ['restarting', false],
      ['resting', false],
      ['running', true],
    ] as const) {
      bridge.push('status', makeStatus({ engine }));
      paint();
      expect(stores.screen.freshness.read().live).toBe(isLive);
      expect(watched()).toEqual([isLive]);
    }
  });

  it('open the screen again and ask for the leagues when another feed runs or other filters hold', async () => {
    await openStores(bridge, scheduler);
    await settle();
    const leagues = () => bridge.inputsOf('leagues.read').length;
    expect([opened().length, leagues()]).toEqual([1, 1]);
    bridge.push('engine.started', null);
    await settle();
    expect([opened().length, leagues()]).toEqual([2, 2]);
    bridge.push('filters', { filters: { sports: ['NBA'] }, answer: 'asked', unknown: [] });
    expect(opened()).toEqual(['NBA spread', 'NBA spread', 'NBA spread']);
  });

  it('leave nothing behind when stopped', async () => {
    const stores = await openStores(bridge, scheduler);
    await settle();
    stores.stop();
    expect(scheduler.waiting).toBe(0);
    for (const stream of STREAM_NAMES) expect([stream, bridge.receiverCount(stream)]).toEqual([stream, 0]);
  });
});

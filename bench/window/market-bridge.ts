import { BRIDGE_GLOBAL } from '#contract/bridge.ts';
import type { ScreenBatch } from '#contract/odds-screen.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { FakeBridge } from '../../src/renderer/bridge/fake-bridge.ts';
import { makeStatus } from '../../src/renderer/bridge/make-status.ts';
import { LEAGUE, type MarketPlan, type MarketSays, type MarketWants, MOVE_GLOBAL } from './market-words.ts';

/** The bridge that the built page finds: its batches come from the market's thread, all else stands still. */
const plan = JSON.parse(new URLSearchParams(location.search).get('plan') ?? '{}') as MarketPlan;
const market = new Worker('/market-worker.js');
const want = (wish: MarketWants): void => market.postMessage(wish);
const bridge = new FakeBridge();
let isReady: () => void;
const ready = new Promise<void>((resolve) => {
  isReady = resolve;
});
let opened: (batch: ScreenBatch) => void = () => undefined;

market.addEventListener('message', ({ data }: MessageEvent<MarketSays>) => {
  if (data.kind === 'batch') bridge.push('screen.batch', data.batch);
  else if (data.kind === 'opened') opened(data.batch);
  else isReady();
});
want({ kind: 'begin', plan });

const settings = { ...DEFAULT_SETTINGS, isWelcomed: true, sport: LEAGUE, market: 'spread' };
bridge.answerValue('settings.read', settings);
bridge.answerValue('leagues.read', [
  { sport: LEAGUE, games: plan.rows, markets: [{ key: 'spread', label: 'Spread' }] },
]);
const report = () =>
  makeStatus({}, { changesPerSecond: plan.ratePerSecond, games: plan.rows, lastFrameAtMs: Date.now() });
bridge.answer('status.read', () => ({ ok: true, value: report() }));
setInterval(() => bridge.push('status', report()), 1000);
bridge.answer('screen.open', async (query) => {
  await ready;
  return new Promise((resolve) => {
    opened = (batch) => resolve({ ok: true, value: batch });
    want({ kind: 'open', query });
  });
});
bridge.answer('screen.painted', (mark) => {
  want({ kind: 'painted', ...mark });
  // in a long run the list of what was asked would be what grows
  bridge.sent.length = 0;
  return { ok: true, value: null };
});
bridge.answerValue('screen.close', null);

Object.assign(window, {
  [BRIDGE_GLOBAL]: bridge,
  [MOVE_GLOBAL]: (rows: number) => want({ kind: 'move', rows }),
});

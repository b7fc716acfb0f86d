import { expect, it } from 'vitest';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { openWatchlists } from './watchlists.ts';

it('two bets that are watched at once come onto one first list', async () => {
  const bridge = new FakeBridge();
  bridge.answerValue('watchlists.read', []);
  bridge.answer('watchlists.save', (list) => ({ ok: true, value: { ...list, watchlistId: 'first' } }));
  const store = openWatchlists(bridge, new ManualScheduler(), () => undefined);
  await new Promise((resolve) => setTimeout(resolve));
  const words = { added: (list: string) => `on ${list}`, first: 'My watchlist' };
  const team = (name: string) => ({ kind: 'team', sport: 'NBA', team: name }) as const;
  expect(
    await Promise.all([store.watch(team('Lakers'), words), store.watch(team('Celtics'), words)]),
  ).toEqual(['on My watchlist', 'on My watchlist']);
  expect(
    bridge.inputsOf('watchlists.save').map(({ watchlistId, entries }) => [watchlistId, entries.length]),
  ).toEqual([
    ['', 1],
    ['first', 2],
  ]);
  store.stop();
});

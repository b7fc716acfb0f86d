import type { FeedRequests } from '#contract/requests/feed-requests.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import type { Handlers } from '../../ipc/door.ts';
import type { FeedChoice } from '../feed-choice.ts';
import { type Ask, done, ENGINE_STOPPED, notSaved } from './ask.ts';

/** What requests about the key, the catalogue and the filters do. */
export function feedHandlers(
  ask: Ask,
  settings: SettingsStore,
  choice: FeedChoice,
): Pick<Handlers, keyof FeedRequests> {
  return {
    'key.read': () => done(choice.state),
    async 'key.enter'({ key, base }) {
      const trial = await choice.enter(key, base);
      return trial.ok ? done(trial.state) : trial;
    },
    'key.remove': () => choice.remove().then(done),
    'catalogue.read': () => ask('catalogue', null).then(done, () => ENGINE_STOPPED),
    'catalogue.refresh': () => ask('catalogue.refresh', null).then(done, () => ENGINE_STOPPED),
    'markets.read': (query) => ask('markets', query).then(done, () => ENGINE_STOPPED),
    'filters.read': () => ask('filters', null).then(done, () => ENGINE_STOPPED),
    async 'filters.change'(filters) {
      try {
        // the demo's games are not the provider's: its filters are not worth keeping
        if (choice.state.kind !== 'none') settings.change({ filters });
      } catch (error) {
        return notSaved(error);
      }
      return ask('filters.change', filters).then(done, () => ENGINE_STOPPED);
    },
  };
}

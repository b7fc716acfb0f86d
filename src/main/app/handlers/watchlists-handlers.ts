import type { WatchlistsRequests } from '#contract/requests/watchlists-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';
import { fileToOpen, fileToSave } from './choose-file.ts';

const JSON_FILES = [{ name: 'Watchlists', extensions: ['json'] }];

/** What requests about watchlists do: the engine keeps them; the place of a file is the user's to choose. */
export function watchlistsHandlers(ask: Ask): Pick<Handlers, keyof WatchlistsRequests> {
  return {
    'watchlists.read': () => ask('watchlists', null).then(done, () => ENGINE_STOPPED),
    'watchlists.save': (watchlist) => ask('watchlists.save', watchlist).catch(() => ENGINE_STOPPED),
    'watchlists.remove': (input) => ask('watchlists.remove', input).catch(() => ENGINE_STOPPED),
    'watchlists.order': (input) => ask('watchlists.order', input).catch(() => ENGINE_STOPPED),
    async 'watchlists.import'() {
      const file = await fileToOpen('Import watchlists', JSON_FILES);
      return file === null ? done(null) : ask('watchlists.import', { file }).catch(() => ENGINE_STOPPED);
    },
    async 'watchlists.export'() {
      const file = await fileToSave('Export watchlists', 'watchlists.json', JSON_FILES);
      return file === null ? done(null) : ask('watchlists.export', { file }).catch(() => ENGINE_STOPPED);
    },
    'watchlist.courses': (input) => ask('watchlist.courses', input).then(done, () => ENGINE_STOPPED),
    'watchlist.open': ({ watchlistId }, windowId) =>
      ask('watchlist.open', { windowId, watchlistId }).then(done, () => ENGINE_STOPPED),
  };
}

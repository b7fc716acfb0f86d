import { dialog } from 'electron';
import type { WatchlistsRequests } from '#contract/requests/watchlists-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';

const JSON_FILES = [{ name: 'Watchlists', extensions: ['json'] }];

/** What requests about watchlists do: the engine keeps them; the place of a file is the user's to choose. */
export function watchlistsHandlers(ask: Ask): Pick<Handlers, keyof WatchlistsRequests> {
  return {
    'watchlists.read': () => ask('watchlists', null).then(done, () => ENGINE_STOPPED),
    'watchlists.save': (watchlist) => ask('watchlists.save', watchlist).catch(() => ENGINE_STOPPED),
    'watchlists.remove': (input) => ask('watchlists.remove', input).catch(() => ENGINE_STOPPED),
    'watchlists.order': (input) => ask('watchlists.order', input).catch(() => ENGINE_STOPPED),
    async 'watchlists.import'() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: 'Import watchlists',
        properties: ['openFile'],
        filters: JSON_FILES,
      });
      const file = filePaths[0];
      if (canceled || file === undefined) return done(null);
      return ask('watchlists.import', { file }).catch(() => ENGINE_STOPPED);
    },
    async 'watchlists.export'() {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Export watchlists',
        defaultPath: 'watchlists.json',
        filters: JSON_FILES,
      });
      if (canceled || !filePath) return done(null);
      return ask('watchlists.export', { file: filePath }).catch(() => ENGINE_STOPPED);
    },
    'watchlist.open': ({ watchlistId }, windowId) =>
      ask('watchlist.open', { windowId, watchlistId }).then(done, () => ENGINE_STOPPED),
  };
}

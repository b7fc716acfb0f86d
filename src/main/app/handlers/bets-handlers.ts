import { dialog } from 'electron';
import type { BetsRequests } from '#contract/requests/bets-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';

/** What requests about the user's own bets do: the engine keeps them; the place of a file is the user's to choose. */
export function betsHandlers(ask: Ask): Pick<Handlers, keyof BetsRequests> {
  return {
    'bets.read': () => ask('bets', null).then(done, () => ENGINE_STOPPED),
    'bets.note': (note) => ask('bets.note', note).catch(() => ENGINE_STOPPED),
    'bets.change': (change) => ask('bets.change', change).catch(() => ENGINE_STOPPED),
    'bets.remove': (input) => ask('bets.remove', input).catch(() => ENGINE_STOPPED),
    'bets.restore': (input) => ask('bets.restore', input).catch(() => ENGINE_STOPPED),
    async 'bets.export'() {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Export bets',
        defaultPath: 'bets.csv',
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      });
      if (canceled || !filePath) return done(null);
      return ask('bets.export', { file: filePath }).catch(() => ENGINE_STOPPED);
    },
  };
}

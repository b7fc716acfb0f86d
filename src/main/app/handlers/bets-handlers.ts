import type { BetsRequests } from '#contract/requests/bets-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';
import { fileToSave } from './choose-file.ts';

const LEDGER_FILES = [{ name: 'CSV', extensions: ['csv'] }];

/** What requests about the user's own bets do: the engine keeps them; the place of a file is the user's to choose. */
export function betsHandlers(ask: Ask): Pick<Handlers, keyof BetsRequests> {
  return {
    'bets.read': () => ask('bets', null).then(done, () => ENGINE_STOPPED),
    'bets.note': (note) => ask('bets.note', note).catch(() => ENGINE_STOPPED),
    'bets.change': (change) => ask('bets.change', change).catch(() => ENGINE_STOPPED),
    'bets.remove': (input) => ask('bets.remove', input).catch(() => ENGINE_STOPPED),
    'bets.restore': (input) => ask('bets.restore', input).catch(() => ENGINE_STOPPED),
    async 'bets.export'() {
      const file = await fileToSave('Export bets', 'bets.csv', LEDGER_FILES);
      return file === null ? done(null) : ask('bets.export', { file }).catch(() => ENGINE_STOPPED);
    },
  };
}

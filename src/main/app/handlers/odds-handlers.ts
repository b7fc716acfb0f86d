import type { OddsRequests } from '#contract/requests/odds-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';

/** What requests about the odds screen do: the engine's work is only passed on. */
export function oddsHandlers(ask: Ask): Pick<Handlers, keyof OddsRequests> {
  return {
    'leagues.read': () => ask('leagues', null).then(done, () => ENGINE_STOPPED),
    'screen.open': (query, windowId) =>
      ask('screen.open', { windowId, query }).then(done, () => ENGINE_STOPPED),
    async 'screen.painted'(painted, windowId) {
      await ask('screen.painted', { windowId, ...painted }).catch(() => null);
      return done(null);
    },
    async 'screen.close'(_input, windowId) {
      await ask('screen.close', { windowId }).catch(() => null);
      return done(null);
    },
  };
}

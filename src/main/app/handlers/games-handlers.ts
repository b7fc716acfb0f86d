import type { GamesRequests } from '#contract/requests/games-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';

/** What requests about plays and parlays do: the engine's work is only passed on. */
export function gamesHandlers(ask: Ask): Pick<Handlers, keyof GamesRequests> {
  return {
    'plays.follow': ({ games }, windowId) =>
      ask('plays.follow', { windowId, games }).then(done, () => ENGINE_STOPPED),
    'plays.followed': () => ask('plays.followed', null).then(done, () => ENGINE_STOPPED),
    'plays.read': (input) => ask('plays.read', input).then(done, () => ENGINE_STOPPED),
    'parlays.read': (input) => ask('parlays', input).catch(() => ENGINE_STOPPED),
  };
}

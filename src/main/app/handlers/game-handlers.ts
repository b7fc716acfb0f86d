import type { GameRequests } from '#contract/requests/game-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';

/** What requests about one game do: the engine's work is only passed on. */
export function gameHandlers(ask: Ask): Pick<Handlers, keyof GameRequests> {
  return {
    'game.read': (query) => ask('game.read', query).then(done, () => ENGINE_STOPPED),
    'game.open': (query, windowId) => ask('game.open', { windowId, query }).then(done, () => ENGINE_STOPPED),
    async 'game.painted'(painted, windowId) {
      await ask('game.painted', { windowId, ...painted }).catch(() => null);
      return done(null);
    },
    async 'game.close'(_input, windowId) {
      await ask('game.close', { windowId }).catch(() => null);
      return done(null);
    },
    'lines.open': (query, windowId) =>
      ask('lines.open', { windowId, query }).then(done, () => ENGINE_STOPPED),
    async 'lines.painted'(painted, windowId) {
      await ask('lines.painted', { windowId, ...painted }).catch(() => null);
      return done(null);
    },
    async 'lines.close'(_input, windowId) {
      await ask('lines.close', { windowId }).catch(() => null);
      return done(null);
    },
    'game.selection': (query) => ask('game.selection', query).then(done, () => ENGINE_STOPPED),
    'history.openers': (query) => ask('openers', query).then(done, unreadable),
    'history.series': (query) => ask('series', query).then(done, unreadable),
  };
}

function unreadable(error: unknown) {
  return {
    ok: false,
    code: 'unreadable',
    message: `The history could not be read: ${error instanceof Error ? error.message : String(error)}`,
  } as const;
}

import type { SearchRequests } from '#contract/requests/search-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';

/** What requests do that find something by its name. */
export function searchHandlers(ask: Ask): Pick<Handlers, keyof SearchRequests> {
  return {
    'search.names': () => ask('search.names', null).then(done, () => ENGINE_STOPPED),
  };
}

import type { Bridge } from '#contract/bridge.ts';
import type { SearchNames } from '#contract/search.ts';
import { type Observable, observable } from '../observable.ts';

const NOTHING: SearchNames = { games: [], players: [] };

/** The games and players that can be jumped to. */
export interface NamesStore {
  /** As the engine said when it was asked last; empty before. */
  readonly names: Observable<SearchNames>;
  /** Asks anew; what was known stands until the answer. */
  refresh(): void;
}

/** Knows nothing until it is asked for the first time. */
export function openNames(bridge: Bridge): NamesStore {
  const names = observable(NOTHING);
  let asks = 0;
  return {
    names,
    refresh() {
      asks += 1;
      const ask = asks;
      void bridge.request('search.names', null).then((reply) => {
        if (reply.ok && ask === asks) names.write(reply.value);
      });
    },
  };
}

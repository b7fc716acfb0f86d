import type { SearchNames } from '../search.ts';

/** What a window may ask of the main process to find something by its name. */
export interface SearchRequests {
  /** Every game and player on the board now. */
  'search.names': { input: null; output: SearchNames; error: 'engine-stopped' };
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const SEARCH_REQUESTS = {
  'search.names': true,
} satisfies Record<keyof SearchRequests, true>;

import type { Aged, Catalogue } from '../catalogue.ts';
import type { FeedFilters, FilterState } from '../filters.ts';
import type { KeyState } from '../key.ts';

/** What a window may ask of the main process about the key, the catalogue and the filters. */
export interface FeedRequests {
  'key.read': { input: null; output: KeyState; error: never };
  /**
   * Tries a key by connecting with it; only one that the provider acknowledges is kept. Takes up to 20 s. `refused-now`:
   * the provider takes no connection at the moment, whatever the key.
   */
  'key.enter': {
    input: { readonly key: string; readonly base: string };
    output: KeyState;
    error: 'key-refused' | 'refused-now' | 'unreachable';
  };
  /** Forgets the key and goes back to the demo feed. */
  'key.remove': { input: null; output: KeyState; error: never };
  'catalogue.read': { input: null; output: Catalogue; error: 'engine-stopped' };
  /** Fetches the catalogue anew, within the provider's limits; the stream `catalogue` tells what came. */
  'catalogue.refresh': { input: null; output: null; error: 'engine-stopped' };
  /** Market names of some sports and sportsbooks; a list that is left out means all. */
  'markets.read': {
    input: { readonly sports?: readonly string[]; readonly sportsbooks?: readonly string[] };
    output: Aged<readonly string[]>;
    error: 'engine-stopped';
  };
  'filters.read': { input: null; output: FilterState; error: 'engine-stopped' };
  /** Asks the provider for other prices from now on, and keeps the filters for the next start. */
  'filters.change': { input: FeedFilters; output: FilterState; error: 'engine-stopped' | 'not-saved' };
}

/** What the main process sends unasked about the key, the catalogue and the filters. */
export interface FeedStreams {
  key: KeyState;
  catalogue: Catalogue;
  filters: FilterState;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const FEED_REQUESTS = {
  'key.read': true,
  'key.enter': true,
  'key.remove': true,
  'catalogue.read': true,
  'catalogue.refresh': true,
  'markets.read': true,
  'filters.read': true,
  'filters.change': true,
} satisfies Record<keyof FeedRequests, true>;
export const FEED_STREAMS = {
  key: true,
  catalogue: true,
  filters: true,
} satisfies Record<keyof FeedStreams, true>;

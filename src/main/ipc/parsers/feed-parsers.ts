import type { FeedRequests } from '#contract/requests/feed-requests.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isAddress, isFilters, isText, nothing } from './fields.ts';

/** Takes apart what a window asks about the key, the catalogue and the filters. */
export const FEED_PARSERS: Pick<Parsers, keyof FeedRequests> = {
  'key.read': nothing,
  'key.enter'(input) {
    const fields = fieldsOf(input);
    const key = fields?.['key'];
    const base = fields?.['base'];
    const isKey = isText(key) && key !== '' && !/\s/.test(key);
    return isKey && isAddress(base) ? { key, base } : undefined;
  },
  'key.remove': nothing,
  'catalogue.read': nothing,
  'catalogue.refresh': nothing,
  'markets.read'(input) {
    const isNarrowed = isFilters(input) && input.games === undefined && input.markets === undefined;
    return isNarrowed
      ? {
          ...(input.sports && { sports: input.sports }),
          ...(input.sportsbooks && { sportsbooks: input.sportsbooks }),
        }
      : undefined;
  },
  'filters.read': nothing,
  'filters.change': (input) => (isFilters(input) ? input : undefined),
};

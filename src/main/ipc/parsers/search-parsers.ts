import type { SearchRequests } from '#contract/requests/search-requests.ts';
import type { Parsers } from '../door.ts';
import { nothing } from './fields.ts';

/** Takes apart what a window asks to find something by its name. */
export const SEARCH_PARSERS: Pick<Parsers, keyof SearchRequests> = {
  'search.names': nothing,
};

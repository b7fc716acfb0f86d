import type { WatchlistsRequests } from '#contract/requests/watchlists-requests.ts';
import { readWatchlist } from '#domain/watchlist/read-watchlists.ts';
import { WATCHLIST_LIMITS } from '#domain/watchlist/watchlist.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isText, isTextList, nothing } from './fields.ts';

/** Takes apart what a window asks about watchlists. */
export const WATCHLISTS_PARSERS: Pick<Parsers, keyof WatchlistsRequests> = {
  'watchlists.read': nothing,
  'watchlists.save'(input) {
    const read = fieldsOf(input) === undefined ? '' : readWatchlist(input);
    return typeof read === 'string' ? undefined : read;
  },
  'watchlists.remove': watchlistOf,
  'watchlists.order'(input) {
    const watchlistIds = fieldsOf(input)?.['watchlistIds'];
    return isTextList(watchlistIds, WATCHLIST_LIMITS.watchlists) ? { watchlistIds } : undefined;
  },
  'watchlists.import': nothing,
  'watchlists.export': nothing,
  'watchlist.courses': watchlistOf,
  'watchlist.open'(input) {
    const fields = fieldsOf(input);
    const watchlistId = fields?.['watchlistId'];
    return fields !== undefined && (watchlistId === null || isText(watchlistId))
      ? { watchlistId }
      : undefined;
  },
};

function watchlistOf(input: unknown): { readonly watchlistId: string } | undefined {
  const watchlistId = fieldsOf(input)?.['watchlistId'];
  return isText(watchlistId) && watchlistId !== '' ? { watchlistId } : undefined;
}

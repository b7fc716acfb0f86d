import type { OddsRequests } from '#contract/requests/odds-requests.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isText, nothing, painted } from './fields.ts';

/** Takes apart what a window asks about the odds screen. */
export const ODDS_PARSERS: Pick<Parsers, keyof OddsRequests> = {
  'leagues.read': nothing,
  'screen.open'(input) {
    const fields = fieldsOf(input);
    if (fields === undefined || !isText(fields['sport']) || !isText(fields['market'])) return undefined;
    return { sport: fields['sport'], market: fields['market'] };
  },
  'screen.painted': painted,
  'screen.close': nothing,
};

import type { Feed, OddsMessage } from '../../ports/feed.ts';
import { decodeOddsFrame } from './decode-odds.ts';
import { createProviderFeed, type ProviderSocket } from './provider-socket.ts';

/** The odds socket: prices of every game at every sportsbook that the filters let through. */
export function createOddsFeed(
  options: Omit<ProviderSocket<OddsMessage>, 'path' | 'decode'>,
): Feed<OddsMessage> {
  return createProviderFeed({ ...options, path: '', decode: decodeOddsFrame });
}

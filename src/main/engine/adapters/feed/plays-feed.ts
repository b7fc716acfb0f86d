import type { Feed, PlaysMessage } from '../../ports/feed.ts';
import { decodePlaysFrame } from './decode-plays.ts';
import { createProviderFeed, type ProviderSocket } from './socket/provider-socket.ts';

/** The play-by-play socket: what happens in the live games that were asked for by label. */
export function createPlaysFeed(
  options: Omit<ProviderSocket<PlaysMessage>, 'path' | 'decode'>,
): Feed<PlaysMessage> {
  return createProviderFeed({
    ...options,
    path: '/playbyplay',
    decode: (_, text, out) => decodePlaysFrame(text(), out),
  });
}

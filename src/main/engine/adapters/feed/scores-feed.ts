import type { Feed, ScoresMessage } from '../../ports/feed.ts';
import { decodeScoresFrame } from './decode-scores.ts';
import { createProviderFeed, type ProviderSocket } from './socket/provider-socket.ts';

/** The live-score socket: how the games stand that were asked for by label. Not every plan has it. */
export function createScoresFeed(
  options: Omit<ProviderSocket<ScoresMessage>, 'path' | 'decode'>,
): Feed<ScoresMessage> {
  return createProviderFeed({
    ...options,
    path: '/livescores',
    decode: (_, text, out) => decodeScoresFrame(text(), out),
  });
}

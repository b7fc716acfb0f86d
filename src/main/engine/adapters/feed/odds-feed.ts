import type { Board } from '#domain/board/board.ts';
import type { Feed, OddsMessage } from '../../ports/feed.ts';
import { decodeOddsFrame } from './decode-odds.ts';
import { createOddsDecoder } from './scan/odds-decoder.ts';
import { createProviderFeed, type Decoded, type ProviderSocket } from './socket/provider-socket.ts';

/**
 * The odds socket: prices of every game at every sportsbook that the filters let through. With `board`, the one that
 * the messages are folded into, most frames are understood without parsing; without it every frame is parsed.
 */
export function createOddsFeed({
  board,
  ...options
}: Omit<ProviderSocket<OddsMessage>, 'path' | 'decode'> & { readonly board?: Board }): Feed<OddsMessage> {
  const decode =
    board === undefined
      ? (_: Buffer, text: () => string, out: Decoded<OddsMessage>) => decodeOddsFrame(text(), out)
      : createOddsDecoder(board, options.key);
  return createProviderFeed({ ...options, path: '', decode });
}

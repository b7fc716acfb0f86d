import type { Board } from '#domain/board/board.ts';
import type { OddsMessage } from '../../../ports/feed.ts';
import { decodeOddsFrame } from '../decode-odds.ts';
import type { Decode } from '../socket/provider-socket.ts';
import { FrameScanner } from './frame-scanner.ts';

/**
 * Decodes frames of the odds socket for a board: from their bytes where they are plainly written, else by parsing them.
 * What comes out is the same, refusals included. Fold each message before the next frame is decoded. `secret` is never kept.
 */
export function createOddsDecoder(board: Board, secret: string): Decode<OddsMessage> {
  const scanner = new FrameScanner(board, secret);
  return (frame, text, out) => {
    const message = scanner.scan(frame);
    if (message === null) decodeOddsFrame(text(), out);
    else out.message({ kind: 'board', message });
  };
}

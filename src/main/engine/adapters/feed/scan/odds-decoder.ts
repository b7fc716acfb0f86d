import type { Board } from '#domain/board/board.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import type { OddsMessage } from '../../../ports/feed.ts';
import { decodeOddsFrame } from '../decode-odds.ts';
import type { Decode, Decoded } from '../socket/provider-socket.ts';
import { FrameScanner } from './frame-scanner.ts';

/**
 * Decodes frames of the odds socket for a board: from their bytes where they are written like frames seen before, else by
 * parsing them. What comes out is the same, refusals included. Fold each message before the next frame is decoded.
 * `secret` is never kept.
 */
export function createOddsDecoder(board: Board, secret: string): Decode<OddsMessage> {
  const scanner = new FrameScanner(board, secret);
  return (frame, text, out) => {
    const message = scanner.scan(frame);
    if (message !== null) return out.message({ kind: 'board', message });
    const parsed = parse(text(), out);
    if (parsed !== null) scanner.learn(frame, parsed);
  };
}

/** Answers the frame's message where it was one of prices and understood without a complaint. */
function parse(text: string, out: Decoded<OddsMessage>): (BoardMessage & { kind: 'prices' }) | null {
  let messages = 0;
  let isClean = true;
  let last: OddsMessage | null = null as OddsMessage | null;
  decodeOddsFrame(text, {
    message: (message) => {
      messages += 1;
      if (message.kind === 'board') last = message;
      out.message(message);
    },
    refused: (reason) => {
      isClean = false;
      out.refused(reason);
    },
  });
  return isClean && messages === 1 && last?.message.kind === 'prices' ? last.message : null;
}

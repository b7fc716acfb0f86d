import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { decodeOddsFrame } from '../../adapters/feed/decode-odds.ts';
import { createOddsDecoder } from '../../adapters/feed/scan/odds-decoder.ts';
import type { Decode } from '../../adapters/feed/socket/provider-socket.ts';
import type { OddsMessage } from '../../ports/feed.ts';
import type { SeededChance } from '../seeded-chance.ts';
import type { FrameMutator } from './frame-mutator.ts';

/** What came of the same frames on both ways. */
export interface TwoDecodersReport {
  readonly frames: number;
  /** Frames that were understood without being parsed. */
  readonly scanned: number;
  /** The beginnings of frames that did not say the same on both ways. */
  readonly differences: readonly string[];
  /** Whether both boards hold the same at the end. */
  readonly isSameBoard: boolean;
  readonly selections: number;
}

const parseOnly: Decode<OddsMessage> = (_, text, out) => decodeOddsFrame(text(), out);

/** A board and the decoder that fills it; `take` answers all that a frame said and changed, as one text. For tests. */
class Way {
  readonly board = new Board();
  readonly #decode: Decode<OddsMessage>;
  parsed = 0;

  constructor(decodeFor: (board: Board) => Decode<OddsMessage>) {
    this.#decode = decodeFor(this.board);
  }

  take(frame: Buffer, atMs: number): string {
    const said: string[] = [];
    const textOf = (): string => {
      this.parsed += 1;
      return frame.toString('utf8');
    };
    this.#decode(frame, textOf, {
      message: (message) => {
        if (message.kind !== 'board') return said.push(JSON.stringify(message));
        const refusal = this.board.fold(message.message, atMs);
        return said.push(`${refusal ?? 'folded'} ${inWords(this.board.changes)}`);
      },
      refused: (reason) => said.push(reason),
    });
    return said.join('\n');
  }
}

function inWords(changes: Changes): string {
  const lines = [changes.origin, changes.gamesAdded, changes.gamesRestated, changes.gamesRemoved].map(String);
  for (let at = 0; at < changes.count; at += 1)
    lines.push(
      `${changes.selection(at)} ${changes.previous(at)} ${changes.american(at)} ${changes.what(at)}`,
    );
  return lines.join('|');
}

/** Gives frames, damaged and whole, to a decoder that scans and to one that parses. */
export function compareDecoders(
  frames: readonly Buffer[],
  count: number,
  chance: SeededChance,
  mutator: FrameMutator,
): TwoDecodersReport {
  const ways = [
    new Way(() => parseOnly),
    new Way((board) => createOddsDecoder(board, 'no-such-key')),
  ] as const;
  const [parsing, scanning] = ways;
  const differences: string[] = [];
  const both = (frame: Buffer, atMs: number): void => {
    if (parsing.take(frame, atMs) !== scanning.take(frame, atMs) && differences.length < 5)
      differences.push(frame.toString('latin1', 0, 400));
  };
  for (const frame of frames) both(frame, 0);
  for (let n = 0; n < count; n += 1) {
    const frame = chance.pick(frames);
    both(chance.is(0.4) ? repriced(frame, chance) : mutator.mutate(frame), n);
    if (n % 5_000 === 4_999) for (const { board } of ways) board.beginConnection(n);
    if (n % 20_000 === 9_999) for (const { board } of ways) board.sweep(null, n);
  }
  return {
    frames: frames.length + count,
    scanned: frames.length + count - scanning.parsed,
    differences,
    isSameBoard:
      JSON.stringify(describeSelections(parsing.board)) ===
      JSON.stringify(describeSelections(scanning.board)),
    selections: parsing.board.selections.size,
  };
}

/** The same frame with other prices, some of them of a strange kind, and another timestamp. */
function repriced(frame: Buffer, chance: SeededChance): Buffer {
  const text = frame.toString('utf8').replace(/("odds": ?)("[^"]*"|-?\d+|null)/g, (whole, name: string) => {
    if (chance.is(0.6)) return whole;
    const price = chance.pick([chance.whole(100, 999), -chance.whole(100, 9_999), -110, 99, 0, 12_345_678]);
    return `${name}${chance.pick([`${price}`, `"${price}"`, `"+${Math.abs(price)}"`, 'null', '""', '"EVEN"', `"0${Math.abs(price)}"`])}`;
  });
  return Buffer.from(text.replace(/("timestamp": ?")[^"]*/, `$1${chance.whole(0, 1e9)}`));
}

import { Board } from '#domain/board/board.ts';
import { decodeOddsFrame } from '#engine/adapters/feed/decode-odds.ts';
import { eveningFrames } from './frames.ts';

/**
 * What decoding and folding costs against a bare JSON.parse of the same frames, in one run: a ratio above 1 is faster
 * than parsing alone. Prints one JSON object a row.
 */
const ROUNDS = 7;

const { snapshot, news } = eveningFrames(20_000);

function parseAll(frames: readonly Buffer[]): void {
  for (const frame of frames) JSON.parse(frame.toString('utf8'));
}

function foldAll(board: Board, frames: readonly Buffer[]): void {
  for (const frame of frames) {
    decodeOddsFrame(frame.toString('utf8'), {
      message: (message) => {
        if (message.kind === 'board') board.fold(message.message, 0);
      },
      refused: () => undefined,
    });
  }
}

function timeMs(work: () => void): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]!;
}

/** Parse and fold take turns, so that a noisy neighbour disturbs both. */
function compare(work: string, frames: readonly Buffer[], prepared: () => Board): void {
  const parse: number[] = [];
  const fold: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const board = prepared();
    parse.push(timeMs(() => parseAll(frames)));
    fold.push(timeMs(() => foldAll(board, frames)));
  }
  const bytes = frames.reduce((sum, frame) => sum + frame.byteLength, 0);
  const row = {
    work,
    peer: 'bare JSON.parse',
    frames: frames.length,
    frameBytes: Math.round(bytes / frames.length),
    peerUsPerFrame: round2((medianOf(parse) * 1000) / frames.length),
    oursUsPerFrame: round2((medianOf(fold) * 1000) / frames.length),
    ratio: round2(medianOf(parse) / medianOf(fold)),
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

const full = (): Board => {
  const board = new Board();
  foldAll(board, snapshot);
  return board;
};

compare('first snapshot', snapshot, () => new Board());
compare('the same snapshot again', snapshot, full);
compare('news of a busy evening', news, full);

import type { BoardMessage } from '#domain/board/messages.ts';
import { decodeOddsFrame } from '../decode-odds.ts';
import { type FramePlaces, type HeadWords, placesOf } from './frame-heads.ts';
import type { OutcomeShape } from './outcome-shape.ts';

const NAME = '"outcomes"';

/** A frame without its outcomes, parsed. */
interface Met {
  readonly frame: Buffer;
  readonly places: FramePlaces;
  readonly words: HeadWords;
}

/**
 * What stands around the outcomes of a frame, in the writing of the one that was learned last. A frame with a head that
 * was not seen before is parsed without its outcomes: if that is understood, the head can be remembered.
 */
export class Surroundings {
  /** From the name of the outcomes to their opening brace, and from their closing brace to the end. */
  #opening: Buffer | null = null;
  #closing = Buffer.alloc(0);
  #shape!: OutcomeShape;

  learn(frame: Buffer, { from, to }: FramePlaces, shape: OutcomeShape): void {
    const name = frame.lastIndexOf(NAME, from);
    if (name === -1) return;
    this.#opening = Buffer.from(frame.subarray(name, from + 1));
    this.#closing = Buffer.from(frame.subarray(to - 1));
    this.#shape = shape;
  }

  /** Parses what stands around the outcomes. `null` where that is not understood, or not written so. */
  meet(frame: Buffer): Met | null {
    if (this.#opening === null) return null;
    const name = frame.indexOf(this.#opening);
    if (name === -1) return null;
    const from = name + this.#opening.length - 1;
    const bare = Buffer.concat([frame.subarray(0, from + 1), this.#closing]);
    const message = readOne(bare.toString('utf8'));
    if (message === null) return null;
    const places = placesOf(bare);
    if (places?.from !== from) return null;
    const { at, mode, origin } = message;
    return { frame: bare, places, words: { at, mode, origin, shape: this.#shape } };
  }
}

/** The one message of a frame that is understood without a complaint. */
function readOne(text: string): (BoardMessage & { kind: 'prices' }) | null {
  const read: BoardMessage[] = [];
  let isClean = true;
  decodeOddsFrame(text, {
    message: (each) => {
      if (each.kind === 'board') read.push(each.message);
      else isClean = false;
    },
    refused: () => {
      isClean = false;
    },
  });
  const [message] = read;
  return isClean && read.length === 1 && message?.kind === 'prices' ? message : null;
}

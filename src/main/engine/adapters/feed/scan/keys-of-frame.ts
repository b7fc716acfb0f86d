import { grown, roomFor } from '#domain/board/columns.ts';
import type { Selections } from '#domain/board/selections.ts';

const INDEX = /^(?:0|[1-9]\d{0,9})$/;

/**
 * The keys that one frame states: none may come twice, for then the last one counts; and one that reads as a small number
 * stands before all others in a parsed object, in the order of the numbers, wherever it was written.
 */
export class KeysOfFrame {
  readonly #selections: Selections;
  /** By id of a key that the board does not know in this game, the frame that stated it last. */
  #stated = new Int32Array(1024);
  /** The number that a selection is noted with which the frame has stated, and how many keys it has stated. */
  frame = 0;
  count = 0;
  #indexes = 0;
  #lastIndex = -1;

  constructor(selections: Selections) {
    this.#selections = selections;
  }

  begin(): void {
    this.frame = (this.frame + 1) | 0;
    this.count = 0;
    this.#indexes = 0;
    this.#lastIndex = -1;
  }

  /** Notes that the frame states a selection. Says whether it is for the first time. */
  note(selection: number): boolean {
    this.count += 1;
    if (this.#selections.noted(selection) === this.frame) return false;
    this.#selections.note(selection, this.frame);
    return true;
  }

  /** Notes that the frame states a new selection, by its key's id. Says whether it is for the first time. */
  noteNew(key: number): boolean {
    this.count += 1;
    if (key >= this.#stated.length) this.#stated = grown(this.#stated, roomFor(key + 1));
    if (this.#stated[key] === this.frame) return false;
    this.#stated[key] = this.frame;
    return true;
  }

  /** Says whether an index stands where it will stand after parsing. Asked before it is noted. */
  isInOrder(index: number): boolean {
    if (this.#indexes !== this.count || index <= this.#lastIndex) return false;
    this.#indexes += 1;
    this.#lastIndex = index;
    return true;
  }
}

/** The number that a key reads as, -1 where it is a name. */
export function indexOf(key: string): number {
  return INDEX.test(key) ? Number(key) : -1;
}

import type { Board } from '#domain/board/board.ts';
import { grown } from '#domain/board/columns.ts';
import { NO_TEXT as NO_ID } from '#domain/board/text/texts.ts';
import { noParts } from '#domain/board/text/wordings.ts';
import { NO_TEXT, type SelectionDefinitions, TEXT_END } from '../../ports/history.ts';

/** A definition as a row of whole numbers. */
const ROW = 4;
const [FROM, SELECTION, GAME, SPORTSBOOK] = [0, 1, 2, 3];
const [END_MARK, NO_TEXT_MARK, BLANK] = [TEXT_END.charCodeAt(0), NO_TEXT.charCodeAt(0), 0x20];

/** Which selections the writer knows by their numbers on the board, and what it has still to be told of them and sportsbooks. */
export class DefinedSelections {
  readonly #board: Board;
  /** By selection, a bit each. */
  #isDefined = new Int32Array(64);
  #count = 0;
  #rows = new Int32Array(256 * ROW);
  #texts = new Uint8Array(4096);
  #textBytes = 0;
  readonly #parts = noParts();
  #sportsbooksTold = 0;

  constructor(board: Board) {
    this.#board = board;
  }

  /** Definitions that the next batch has to tell. */
  get count(): number {
    return this.#count;
  }

  isDefined(selection: number): boolean {
    const word = selection >>> 5;
    return word < this.#isDefined.length && (this.#isDefined[word]! & (1 << (selection & 31))) !== 0;
  }

  /** Defines a selection for the changes of the next batch from a place on. */
  define(selection: number, game: number, sportsbook: number, from: number): void {
    const { selections } = this.#board;
    const word = selection >>> 5;
    if (word >= this.#isDefined.length) this.#isDefined = grown(this.#isDefined, word * 2);
    this.#isDefined[word]! |= 1 << (selection & 31);
    const row = this.#count * ROW;
    if (row === this.#rows.length) this.#rows = grown(this.#rows, row * 2);
    this.#rows[row + FROM] = from;
    this.#rows[row + SELECTION] = selection;
    this.#rows[row + GAME] = game;
    this.#rows[row + SPORTSBOOK] = sportsbook;
    const parts = this.#parts;
    selections.wordings.readParts(selections.wording(selection), parts);
    this.#addText(parts.key);
    this.#addText(parts.name);
    this.#addText(parts.line);
    this.#addText(parts.overUnder);
    this.#addText(parts.target);
    this.#count += 1;
  }

  /** Adds the bytes of a text as the board keeps it; the two marks become blanks, which no sportsbook minds. */
  #addText(id: number): void {
    const { bytes } = this.#board.selections.wordings.texts;
    const length = id === NO_ID ? 1 : bytes.lengthOf(id);
    const end = this.#textBytes + length;
    if (end >= this.#texts.length) this.#texts = grown(this.#texts, 2 * (end + 1));
    const texts = this.#texts;
    if (id === NO_ID) texts[end - 1] = NO_TEXT_MARK;
    else {
      const view = bytes.viewOf(id);
      const shift = bytes.placeOf(id) - this.#textBytes;
      for (let at = this.#textBytes; at < end; at += 1) {
        const byte = view.getUint8(at + shift);
        texts[at] = byte === END_MARK || byte === NO_TEXT_MARK ? BLANK : byte;
      }
    }
    texts[end] = END_MARK;
    this.#textBytes = end + 1;
  }

  /** The selection has left, or is another one by now. */
  forget(selection: number): void {
    this.#isDefined[selection >>> 5]! &= ~(1 << (selection & 31));
  }

  take(): {
    readonly sportsbooks: readonly string[];
    readonly sportsbooksFrom: number;
    readonly selections: SelectionDefinitions;
  } {
    const sportsbooksFrom = this.#sportsbooksTold;
    const sportsbooks: string[] = [];
    const { size } = this.#board.sportsbooks;
    for (let at = sportsbooksFrom; at < size; at += 1) sportsbooks.push(this.#board.sportsbooks.at(at));
    this.#sportsbooksTold = size;
    const selections = this.#columns();
    this.#count = 0;
    this.#textBytes = 0;
    return { sportsbooks, sportsbooksFrom, selections };
  }

  /** The definitions as columns in one buffer. */
  #columns(): SelectionDefinitions {
    const count = this.#count;
    const rows = this.#rows;
    const textsFrom = count * ROW * 4;
    const buffer = new ArrayBuffer(textsFrom + this.#textBytes);
    const from = new Int32Array(buffer, 0, count);
    const selection = new Int32Array(buffer, count * 4, count);
    const game = new Int32Array(buffer, count * 8, count);
    const sportsbook = new Int32Array(buffer, count * 12, count);
    const texts = new Uint8Array(buffer, textsFrom);
    for (let at = 0; at < count; at += 1) {
      const row = at * ROW;
      from[at] = rows[row + FROM]!;
      selection[at] = rows[row + SELECTION]!;
      game[at] = rows[row + GAME]!;
      sportsbook[at] = rows[row + SPORTSBOOK]!;
    }
    texts.set(this.#texts.subarray(0, this.#textBytes));
    return { count, from, selection, game, sportsbook, texts };
  }

  /** The writer knows nothing. */
  beginAnew(): void {
    this.#isDefined.fill(0);
    this.#count = 0;
    this.#textBytes = 0;
    this.#sportsbooksTold = 0;
  }
}

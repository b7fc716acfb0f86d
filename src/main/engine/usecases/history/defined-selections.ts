import type { Board } from '#domain/board/board.ts';
import { grown } from '#domain/board/columns.ts';
import { NO_TEXT, type SelectionDefinitions, TEXT_END } from '../../ports/history.ts';

/** A definition as a row of whole numbers. */
const ROW = 4;
const [FROM, SELECTION, GAME, SPORTSBOOK] = [0, 1, 2, 3];

/** Which selections the writer knows by their numbers on the board, and what it has still to be told of them and sportsbooks. */
export class DefinedSelections {
  readonly #board: Board;
  /** By selection, a bit each. */
  #isDefined = new Int32Array(64);
  #count = 0;
  #rows = new Int32Array(256 * ROW);
  #texts: string[] = [];
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
    const line = selections.line(selection);
    this.#texts.push(
      plain(selections.key(selection)),
      plain(selections.name(selection)),
      line === null ? NO_TEXT : plain(String(line)),
      plain(selections.overUnder(selection)),
      plain(selections.target(selection)),
    );
    this.#count += 1;
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
    this.#texts = [];
    return { sportsbooks, sportsbooksFrom, selections };
  }

  /** The definitions as columns in one buffer. */
  #columns(): SelectionDefinitions {
    const count = this.#count;
    const all = new Int32Array(count * ROW);
    for (let at = 0; at < count; at += 1)
      for (let part = 0; part < ROW; part += 1) all[part * count + at] = this.#rows[at * ROW + part]!;
    const column = (part: number) => all.subarray(part * count, (part + 1) * count);
    return {
      count,
      from: column(FROM),
      selection: column(SELECTION),
      game: column(GAME),
      sportsbook: column(SPORTSBOOK),
      texts: this.#texts.join(TEXT_END),
    };
  }

  /** The writer knows nothing. */
  beginAnew(): void {
    this.#isDefined.fill(0);
    this.#count = 0;
    this.#texts = [];
    this.#sportsbooksTold = 0;
  }
}

/** A text that can be joined with others: the two marks become blanks, which no sportsbook minds. */
function plain(text: string | null): string {
  if (text === null) return NO_TEXT;
  return text.includes(TEXT_END) || text.includes(NO_TEXT)
    ? text.replaceAll(TEXT_END, ' ').replaceAll(NO_TEXT, ' ')
    : text;
}

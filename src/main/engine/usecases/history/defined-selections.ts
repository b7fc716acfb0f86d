import type { Board } from '#domain/board/board.ts';
import { grown } from '#domain/board/columns.ts';
import { NO_TEXT, type SelectionDefinitions, TEXT_END } from '../../ports/history.ts';

/** What the next batch has to tell of selections and sportsbooks that the writer does not know yet. */
export class DefinedSelections {
  readonly #board: Board;
  #count = 0;
  #selection = new Int32Array(256);
  #game = new Int32Array(256);
  #sportsbook = new Int32Array(256);
  #texts: string[] = [];
  #sportsbooksTold = 0;

  constructor(board: Board) {
    this.#board = board;
  }

  /** Definitions that the next batch has to tell. */
  get count(): number {
    return this.#count;
  }

  define(selection: number, number: number): void {
    const { selections, listings } = this.#board;
    const at = this.#count;
    if (at === this.#selection.length) this.#double();
    const listing = listings.at(selections.listing(selection))!;
    this.#selection[at] = number;
    this.#game[at] = listing.game;
    this.#sportsbook[at] = listing.sportsbook;
    const line = selections.line(selection);
    this.#texts.push(
      plain(selections.key(selection)),
      plain(selections.name(selection)),
      line === null ? NO_TEXT : plain(String(line)),
      plain(selections.overUnder(selection)),
      plain(selections.target(selection)),
    );
    this.#count = at + 1;
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
    const selections = {
      count: this.#count,
      selection: this.#selection.slice(0, this.#count),
      game: this.#game.slice(0, this.#count),
      sportsbook: this.#sportsbook.slice(0, this.#count),
      texts: this.#texts.join(TEXT_END),
    };
    this.#count = 0;
    this.#texts = [];
    return { sportsbooks, sportsbooksFrom, selections };
  }

  beginAnew(): void {
    this.#count = 0;
    this.#texts = [];
    this.#sportsbooksTold = 0;
  }

  #double(): void {
    const capacity = this.#selection.length * 2;
    this.#selection = grown(this.#selection, capacity);
    this.#game = grown(this.#game, capacity);
    this.#sportsbook = grown(this.#sportsbook, capacity);
  }
}

/** A text that can be joined with others: the two marks become blanks, which no sportsbook minds. */
function plain(text: string | null): string {
  if (text === null) return NO_TEXT;
  return text.includes(TEXT_END) || text.includes(NO_TEXT)
    ? text.replaceAll(TEXT_END, ' ').replaceAll(NO_TEXT, ' ')
    : text;
}

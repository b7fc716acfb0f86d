import type { Board } from '#domain/board/board.ts';
import type { GameDefinition } from '../../ports/history.ts';

/** Which games the writer knows, and what it has still to be told. */
export class DefinedGames {
  readonly #board: Board;
  readonly #isDefined = new Set<number>();
  #defined: GameDefinition[] = [];
  readonly #gone = new Set<number>();

  constructor(board: Board) {
    this.#board = board;
  }

  /** Whether the next batch tells that the number's last game has gone. */
  isGone(game: number): boolean {
    return this.#gone.has(game);
  }

  define(game: number): void {
    if (this.#isDefined.has(game)) return;
    this.#isDefined.add(game);
    const { label, sport, home, away, startsAtMs, universalId } = this.#board.games.at(game);
    this.#defined.push({ game, label, sport, home, away, startsAtMs, universalId });
  }

  /** More is known of a game now. */
  restate(game: number): void {
    if (this.#isDefined.delete(game)) this.define(game);
  }

  remove(game: number): void {
    if (this.#isDefined.delete(game)) this.#gone.add(game);
  }

  /** What the next batch has to tell. */
  take(): { readonly defined: readonly GameDefinition[]; readonly gone: readonly number[] } {
    const told = { defined: this.#defined, gone: [...this.#gone] };
    this.#defined = [];
    this.#gone.clear();
    return told;
  }

  beginAnew(): void {
    this.#isDefined.clear();
    this.take();
  }
}

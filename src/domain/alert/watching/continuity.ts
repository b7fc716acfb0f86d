/**
 * Whether rules were shown every change of a match, on one connection: for as long as they were, its number stays, and what
 * they have worked out of its prices holds.
 */
export class Continuity {
  #last = 0;
  #ofAll = 0;
  /** By game the number since its match was interrupted alone. */
  readonly #ofGame: number[] = [];

  /** The number of a game's match; 0 is none. */
  of(game: number): number {
    return Math.max(this.#ofAll, this.#ofGame[game] ?? 0);
  }

  /** Something changed somewhere that rules were not shown, or other games are one match now. */
  interrupt(): void {
    this.#last += 1;
    this.#ofAll = this.#last;
  }

  /** Something changed that rules were not shown, in the match of these games. */
  interruptMatch(games: readonly number[]): void {
    this.#last += 1;
    for (const game of games) {
      while (this.#ofGame.length <= game) this.#ofGame.push(0);
      this.#ofGame[game] = this.#last;
    }
  }
}

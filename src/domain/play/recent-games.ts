/** Games of which something is kept at a time; more push the one out that was longest not heard of. */
export const MAX_RECENT_GAMES = 100;

/** Something kept for each of the games that were heard of lately: bounded, whatever labels the feed makes up. */
export class RecentGames<Kept> {
  readonly #games = new Map<string, Kept>();
  #pushedOut = 0;

  get size(): number {
    return this.#games.size;
  }

  /** Games that had to go for others. */
  get pushedOut(): number {
    return this.#pushedOut;
  }

  get(game: string): Kept | undefined {
    return this.#games.get(game);
  }

  /** Sets what is kept, and counts as hearing of the game. */
  set(game: string, kept: Kept): void {
    this.#games.delete(game);
    this.#games.set(game, kept);
    if (this.#games.size <= MAX_RECENT_GAMES) return;
    for (const oldest of this.#games.keys()) {
      this.#games.delete(oldest);
      this.#pushedOut += 1;
      return;
    }
  }

  /** Answers whether it was known. */
  forget(game: string): boolean {
    return this.#games.delete(game);
  }
}

/** Market names by sportsbook and league, as `get_markets` answers. */
export class MarketTree {
  readonly #books = new Map<string, Map<string, Set<string>>>();

  /** Notes the pair, and the market when there is one. */
  add(sportsbook: string, sport: string, market?: string): void {
    let sports = this.#books.get(sportsbook);
    if (sports === undefined) {
      sports = new Map();
      this.#books.set(sportsbook, sports);
    }
    let names = sports.get(sport);
    if (names === undefined) {
      names = new Set();
      sports.set(sport, names);
    }
    if (market !== undefined) names.add(market);
  }

  get sportsbooks(): readonly string[] {
    return [...this.#books.keys()];
  }

  get sports(): readonly string[] {
    return [...new Set([...this.#books.values()].flatMap((sports) => [...sports.keys()]))];
  }

  toJSON(): unknown {
    return Object.fromEntries(
      [...this.#books].map(([book, sports]) => [
        book,
        Object.fromEntries([...sports].map(([sport, names]) => [sport, [...names]])),
      ]),
    );
  }
}

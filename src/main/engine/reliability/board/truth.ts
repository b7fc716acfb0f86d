import type { FeedFilters } from '#contract/filters.ts';
import { admits } from '#domain/catalogue/filters.ts';
import type { SeededChance } from '../seeded-chance.ts';

/** What the provider holds of a selection. */
export interface TrueOutcome {
  readonly american: number | null;
  readonly name: string;
  readonly line: string | number | null;
  readonly overUnder: string | null;
  readonly target: string | null;
  readonly link: string | null;
}

/** A game at a sportsbook, as the provider holds it. */
export interface TrueListing {
  readonly sportsbook: string;
  readonly sport: string;
  readonly game: string;
  readonly outcomes: Map<string, TrueOutcome>;
}

export const BOOKS = ['circa', 'fanduel', 'betmgm'] as const;
/** The league of each game; some are named as badly as can be. */
export const GAMES: Readonly<Record<string, string>> = {
  'A vs B, 2026-11-22, 07': 'NBA',
  'C vs D, 2026-11-22, 08': 'NBA',
  'E vs F, 2026-11-22, 08': 'NFL',
  constructor: 'NHL',
};
export const MARKETS = ['Moneyline', 'Spread', 'Total'] as const;
export const KEYS = ['home', 'away', 'over', '__proto__'] as const;

/** The provider's board in plain maps: the oracle that a client's board is compared with. For tests. */
export class Truth {
  readonly #listings = new Map<string, TrueListing>();

  listings(): TrueListing[] {
    return [...this.#listings.values()];
  }

  find(sportsbook: string, game: string): TrueListing | undefined {
    return this.#listings.get(`${sportsbook}\n${game}`);
  }

  /** The listing, made where it is not there. */
  ensure(sportsbook: string, game: string): TrueListing {
    let listing = this.find(sportsbook, game);
    if (listing === undefined) {
      listing = { sportsbook, game, sport: GAMES[game]!, outcomes: new Map() };
      this.#listings.set(`${sportsbook}\n${game}`, listing);
    }
    return listing;
  }

  remove({ sportsbook, game }: TrueListing): void {
    this.#listings.delete(`${sportsbook}\n${game}`);
  }

  /** What a client with these filters has to have, a line a selection, sorted. */
  lines(filters: FeedFilters): string[] {
    const isWanted = admits(filters);
    return this.listings()
      .flatMap((listing) =>
        [...listing.outcomes]
          .filter(([, outcome]) => isWanted(listing, outcome.name))
          .map(([key, outcome]) => lineOf({ ...listing, outcome: key, ...outcome })),
      )
      .sort();
  }
}

/** A selection on one line. */
export function lineOf(
  selection: TrueOutcome & { sportsbook: string; sport: string; game: string; outcome: string },
): string {
  const { sportsbook, sport, game, outcome, american, name, line, overUnder, target, link } = selection;
  return JSON.stringify([sportsbook, game, outcome, sport, american, name, line, overUnder, target, link]);
}

/** A new price, line and link for a selection; its name goes with its key, as at a sportsbook. */
export function anyOutcome(key: string, chance: SeededChance): TrueOutcome {
  const american = chance.pick([-110, 100, 150, -250, 10_000, null]);
  return {
    american,
    name: MARKETS[(KEYS as readonly string[]).indexOf(key) % MARKETS.length]!,
    line: chance.pick([null, 5.5, '5.5', '-3', -3]),
    overUnder: chance.pick([null, 'Over', 'O']),
    target: chance.pick([null, 'A', 'B']),
    link: chance.pick([null, 'https://book.example/1', 'https://book.example/2']),
  };
}

import type { Board } from '../../board/board.ts';
import type { Changes } from '../../board/changes.ts';
import type { Listing } from '../../board/listings.ts';
import type { ArmedRule } from '../armed-rule.ts';
import type { Surroundings } from '../looking/surroundings.ts';

/** Tells the rules that wait for it of games that come to the board and leave it. */
export class GameEvents {
  readonly #board: Board;
  readonly #watchersOf: (game: number) => readonly ArmedRule[];
  /** Listings that were there before, by number, so that what comes to them is no new game. */
  readonly #seen: (Listing | undefined)[] = [];

  constructor(board: Board, watchersOf: (game: number) => readonly ArmedRule[]) {
    this.#board = board;
    this.#watchersOf = watchersOf;
  }

  /** Takes note of a listing; says whether it was there before. */
  see(number: number, listing: Listing): boolean {
    if (this.#seen[number] === listing) return true;
    this.#seen[number] = listing;
    return false;
  }

  /** `newListing`: the one that came with the fold, if one did. */
  added(changes: Changes, newListing: Listing | undefined, around: Surroundings): void {
    if (newListing === undefined && changes.gamesAdded.length === 0) return;
    const games = new Set(changes.gamesAdded);
    if (newListing !== undefined) games.add(newListing.game);
    for (const game of games)
      this.#tell('game-added', game, changes.gamesAdded.includes(game), newListing, around);
  }

  removed(changes: Changes, around: Surroundings): void {
    const { listings, selections } = this.#board;
    const listing = changes.count === 0 ? undefined : listings.at(selections.listing(changes.selection(0)));
    const games = new Set(changes.gamesRemoved);
    if (listing !== undefined) games.add(listing.game);
    for (const game of games)
      this.#tell('game-removed', game, changes.gamesRemoved.includes(game), listing, around);
  }

  /** `isWhole`: at every sportsbook; a rule that names sportsbooks hears of each of them. */
  #tell(
    event: 'game-added' | 'game-removed',
    game: number,
    isWhole: boolean,
    listing: Listing | undefined,
    around: Surroundings,
  ): void {
    const sportsbook = listing === undefined ? '' : this.#board.sportsbooks.at(listing.sportsbook);
    for (const { event: kind, watcher } of this.#watchersOf(game))
      if (watcher.isChoosy ? watcher.heeds(sportsbook) : isWhole)
        kind?.gameChanged(event, game, sportsbook, around);
  }
}

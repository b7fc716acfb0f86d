import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import { isDraw } from '../identity/selection/bet-side.ts';
import { ListingBets, type ReadBet } from './listing-bets.ts';

/**
 * What each selection of the board is a bet on, found by one look at an array: read when somebody asks, kept until
 * `forget`. Whoever takes note of the board's folds says what to forget.
 */
export class BoardBets {
  readonly #board: Board;
  readonly #wordings: ListingBets;
  /** By selection; `undefined` = not asked yet. */
  readonly #bets: (ReadBet | null | undefined)[] = [];
  readonly #draws = new WeakMap<Listing, ReadonlySet<string>>();

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#wordings = new ListingBets(board, fixtures);
  }

  /** What a selection is a bet on, also one that has left with the last fold; `null` where that can't be told for sure. */
  of(selection: number): ReadBet | null {
    const known = this.#bets[selection];
    if (known !== undefined) return known;
    const { selections, listings } = this.#board;
    const listing = listings.at(selections.listing(selection))!;
    const bet = this.#wordings.identify(
      selection,
      listing.game,
      this.#draws.get(listing) ?? this.#readDraws(listing),
    );
    if (selection >= this.#bets.length) this.#grow(2 * selection);
    this.#bets[selection] = bet;
    return bet;
  }

  /** What was read of a selection; `undefined` where nobody asked. */
  known(selection: number): ReadBet | null | undefined {
    return this.#bets[selection];
  }

  /** A selection's words are others now, or its number is another selection's. */
  forget(selection: number): void {
    if (selection < this.#bets.length) this.#bets[selection] = undefined;
  }

  /**
   * Whether a selection that came, went or was reworded may make others of its listing bets on something else: with a draw
   * beside them the sides of a moneyline are.
   */
  mayTurnOthers(selection: number, listing: Listing, isReworded: boolean): boolean {
    const draws = this.#draws.get(listing);
    if (draws === undefined || listing.isGone) return false;
    return (isReworded && draws.size > 0) || isDraw(this.#board.selections.target(selection));
  }

  /** Whether others than before stand beside a draw in a listing; its selections are read anew from now on. */
  isTurned(listing: Listing): boolean {
    const before = this.#draws.get(listing);
    const after = this.#readDraws(listing);
    return before?.size !== after.size || [...before].some((name) => !after.has(name));
  }

  /** Whether what was read of a game means something else now. */
  isReworded(game: number): boolean {
    return this.#wordings.isReworded(game);
  }

  /** Its teams have other names, or it has left. */
  forgetGame(game: number): void {
    this.#wordings.forgetGame(game);
  }

  /** Without holes, or the array would become a table of hashes. */
  #grow(length: number): void {
    for (let at = this.#bets.length; at <= length; at += 1) this.#bets.push(undefined);
  }

  #readDraws(listing: Listing): ReadonlySet<string> {
    const { selections } = this.#board;
    const names = new Set<string>();
    for (let at = listing.head; at !== NONE; at = selections.next(at)) {
      const name = selections.name(at);
      if (name !== null && isDraw(selections.target(at))) names.add(name);
    }
    this.#draws.set(listing, names);
    return names;
  }
}

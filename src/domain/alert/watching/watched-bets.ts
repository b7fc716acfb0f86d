import type { Board } from '../../board/board.ts';
import { CHANGES_OF_BETS, type Changes } from '../../board/changes.ts';
import type { Fixtures } from '../../board/fixtures.ts';
import type { Listing } from '../../board/listings.ts';
import { NONE } from '../../board/selections.ts';
import type { Comparison } from '../../comparison/comparison.ts';
import type { Market } from '../../comparison/match-markets.ts';
import { isDraw } from '../../identity/selection/bet-side.ts';
import { type BetIdentity, betIdentity, namesWithDraw } from '../../identity/selection/selection-identity.ts';
import { addTo } from './lists.ts';

/** Wordings remembered; beyond that all are forgotten at once. */
const MOST_READ = 200_000;

/** What a selection is a bet on. */
export interface WatchedBet {
  readonly market: Pick<Market, 'key' | 'kind' | 'period' | 'ways'>;
  readonly side: string;
  /** The selection's own line, `null` where it has none. */
  readonly line: number | null;
}

/** What rules ask of the comparison, and which labels are one match. Give it every fold's `Changes`. */
export class WatchedBets {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #comparison: Comparison;
  /** By selection; `undefined` = not asked yet. */
  #bets: (WatchedBet | null | undefined)[] = [];
  /** By wording within a game: twenty sportsbooks write much of it alike. */
  readonly #read = new Map<string, WatchedBet | null>();
  #draws = new WeakMap<Listing, ReadonlySet<string>>();
  #gamesOf: Map<number, number[]> | undefined;
  #regroupings = -1;

  constructor(board: Board, fixtures: Fixtures, comparison: Comparison) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#comparison = comparison;
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    const { gamesAdded, gamesRemoved, gamesRestated } = changes;
    if (gamesAdded.length + gamesRemoved.length + gamesRestated.length > 0) this.#gamesOf = undefined;
    // a game's number may go to another game, whose words mean something else
    if (gamesRemoved.length > 0) this.#read.clear();
    if (gamesRestated.length > 0 || this.#regroupings !== this.#fixtures.regroupings) {
      this.#regroupings = this.#fixtures.regroupings;
      this.forgetAll();
      return;
    }
    for (let at = 0; at < changes.count; at += 1)
      if ((changes.what(at) & CHANGES_OF_BETS) !== 0) this.#reword(changes.selection(at));
  }

  /** Games came or went without a note. */
  forgetAll(): void {
    this.#gamesOf = undefined;
    this.#bets = [];
    this.#read.clear();
    this.#draws = new WeakMap();
  }

  /** What a selection is a bet on; `null` where that can't be told for sure, and of one that has left. */
  betOf(selection: number): WatchedBet | null {
    const known = this.#bets[selection];
    if (known !== undefined) return known;
    const { selections, listings } = this.#board;
    const listing = listings.at(selections.listing(selection))!;
    const name = selections.name(selection);
    const overUnder = selections.overUnder(selection);
    const target = selections.target(selection);
    const line = selections.line(selection);
    const withDraw = this.#withDraw(listing);
    const hasDraw = name !== null && withDraw.has(name);
    const written = `${listing.game}\u001f${hasDraw}\u001f${name}\u001f${line}\u001f${overUnder}\u001f${target}`;
    let bet = this.#read.get(written);
    if (bet === undefined) {
      const game = this.#board.games.at(listing.game);
      const isFlipped = this.#fixtures.isFlipped(listing.game);
      const read = betIdentity({ name, line, overUnder, target }, { ...game, isFlipped, withDraw });
      bet = read && watchedBet(read);
      if (this.#read.size >= MOST_READ) this.#read.clear();
      this.#read.set(written, bet);
    }
    this.#bets[selection] = bet;
    return bet;
  }

  #withDraw(listing: Listing): ReadonlySet<string> {
    const known = this.#draws.get(listing);
    if (known !== undefined) return known;
    const { selections } = this.#board;
    const offered = [];
    for (let at = listing.head; at !== NONE; at = selections.next(at))
      offered.push({ name: selections.name(at), target: selections.target(at) });
    const names = namesWithDraw(offered);
    this.#draws.set(listing, names);
    return names;
  }

  #reword(selection: number): void {
    const { selections, listings } = this.#board;
    this.#bets[selection] = undefined;
    if (!isDraw(selections.target(selection))) return;
    // with a draw beside them, the other sides become bets on something else
    const listing = listings.at(selections.listing(selection))!;
    const { head } = listing;
    this.#draws.delete(listing);
    for (let at = head; at !== NONE; at = selections.next(at)) this.#bets[at] = undefined;
  }

  marketsOf(match: number): ReadonlyMap<string, Market> {
    return this.#comparison.marketsOf(match);
  }

  /** The games on the board that are this match. */
  gamesOf(match: number): readonly number[] {
    if (this.#gamesOf === undefined) {
      this.#gamesOf = new Map();
      for (const game of this.#board.games.numbers())
        addTo(this.#gamesOf, this.#fixtures.matchOf(game), game);
    }
    return this.#gamesOf.get(match) ?? [];
  }
}

function watchedBet({ market: key, side, ways, kind, period, line }: BetIdentity): WatchedBet {
  return { market: { key, kind, period, ways }, side, line };
}

/** A market's key without its line. */
export function familyOf(market: string): string {
  return market.slice(0, market.lastIndexOf('|') + 1);
}

/** The line of one side: a spread's key bears the home team's. */
export function lineOf(market: WatchedBet['market'], side: string): number | null {
  const text = market.key.slice(market.key.lastIndexOf('|') + 1);
  const line = text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(line)) return null;
  return market.kind === 'spread' && side === 'away' ? 0 - line : line;
}

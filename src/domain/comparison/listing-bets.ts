import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Game } from '../board/games.ts';
import {
  type BetIdentity,
  betIdentity,
  type SelectionParts,
} from '../identity/selection/selection-identity.ts';

/** Most wordings remembered of a label: lines that move for hours write new ones all the time. */
const MOST_READ = 50_000;

/** What a selection is a bet on, and what its market's key has in common with those of other lines. */
export interface ReadBet extends BetIdentity {
  readonly family: string;
}

/** What wordings mean under one label of the match. */
interface KnownWords {
  readonly game: Game;
  readonly isFlipped: boolean;
  readonly bets: Map<string, ReadBet | null>;
}

/** Reads what listings are bets on. What sportsbooks write alike is read once. */
export class ListingBets {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #read = new Map<number, KnownWords>();

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#fixtures = fixtures;
  }

  /** What words mean under the label of a game at a sportsbook that offers a draw under these names. */
  identify(words: SelectionParts, game: number, withDraw: ReadonlySet<string>): ReadBet | null {
    const known = this.#wordsOf(game);
    const { name, line, overUnder, target } = words;
    const hasDraw = name !== null && withDraw.has(name);
    const written = `${hasDraw}\u001f${name}\u001f${typeof line}\u001f${line}\u001f${overUnder}\u001f${target}`;
    const before = known.bets.get(written);
    if (before !== undefined) return before;
    const read = betIdentity(words, { ...known.game, isFlipped: known.isFlipped, withDraw });
    const bet = read && { ...read, family: familyOf(read.market) };
    if (known.bets.size >= MOST_READ) known.bets.clear();
    known.bets.set(written, bet);
    return bet;
  }

  /** Whether what was read under a game's label means something else now. */
  isReworded(game: number): boolean {
    const known = this.#read.get(game);
    const now = this.#board.games.at(game);
    return known !== undefined && (known.game.home !== now.home || known.game.away !== now.away);
  }

  /** Its teams have other names, or it has left. */
  forgetGame(game: number): void {
    this.#read.delete(game);
  }

  /** Forgets what was read: another match is read from now on. */
  forgetAll(): void {
    this.#read.clear();
  }

  /** What was read under the label of a game; anew when another label has got its number. */
  #wordsOf(number: number): KnownWords {
    const game = this.#board.games.at(number);
    const isFlipped = this.#fixtures.isFlipped(number);
    const known = this.#read.get(number);
    if (known !== undefined && known.game.label === game.label && known.isFlipped === isFlipped) return known;
    const words = { game: { ...game }, isFlipped, bets: new Map() };
    this.#read.set(number, words);
    return words;
  }
}

/** A market's key without its line. */
function familyOf(market: string): string {
  return market.slice(0, market.lastIndexOf('|') + 1);
}

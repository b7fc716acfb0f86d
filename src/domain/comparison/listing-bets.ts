import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Game } from '../board/games.ts';
import { betKey } from '../identity/selection/bet-keys.ts';
import { type BetIdentity, betIdentity } from '../identity/selection/selection-identity.ts';

/** Most wordings, and most words, remembered of a label: lines that move for hours write new ones all the time. */
const MOST_READ = 50_000;

/** What a selection is a bet on, with texts that it is known by. */
export interface ReadBet extends BetIdentity {
  /** See `betKey`. */
  readonly id: string;
  /** What its market's key has in common with those of other lines. */
  readonly family: string;
}

/** What wordings mean under one label of the match. */
interface KnownWords {
  readonly game: Game;
  readonly isFlipped: boolean;
  /** By the births of wordings. */
  readonly byWording: Map<number, ReadBet | null>;
  /** The same at sportsbooks that offer a draw under the wording's name. */
  readonly besideDraw: Map<number, ReadBet | null>;
  /** By the words themselves: sportsbooks have keys of their own for what they put alike. */
  readonly byWords: Map<string, ReadBet | null>;
}

/** Reads what listings are bets on. What sportsbooks write alike is read once. */
export class ListingBets {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #known = new Map<number, KnownWords>();

  constructor(board: Board, fixtures: Fixtures) {
    this.#board = board;
    this.#fixtures = fixtures;
  }

  /** What a selection means under the label of a game at a sportsbook that offers a draw under these names. */
  identify(selection: number, game: number, withDraw: ReadonlySet<string>): ReadBet | null {
    const { selections } = this.#board;
    const known = this.#wordsOf(game);
    const name = withDraw.size === 0 ? null : selections.name(selection);
    const hasDraw = name !== null && withDraw.has(name);
    const bets = hasDraw ? known.besideDraw : known.byWording;
    const birth = selections.wordings.birth(selections.wording(selection));
    const before = bets.get(birth);
    if (before !== undefined) return before;
    const bet = this.#read(selection, known, hasDraw, withDraw);
    keep(bets, birth, bet);
    return bet;
  }

  /** Whether what was read under a game's label means something else now. */
  isReworded(game: number): boolean {
    const known = this.#known.get(game);
    const now = this.#board.games.at(game);
    return known !== undefined && (known.game.home !== now.home || known.game.away !== now.away);
  }

  /** Its teams have other names, or it has left. */
  forgetGame(game: number): void {
    this.#known.delete(game);
  }

  #read(
    selection: number,
    { game, isFlipped, byWords }: KnownWords,
    hasDraw: boolean,
    withDraw: ReadonlySet<string>,
  ): ReadBet | null {
    const words = this.#board.selections.words(selection);
    const { name, line, overUnder, target } = words;
    const written = `${hasDraw}\u001f${name}\u001f${typeof line}\u001f${line}\u001f${overUnder}\u001f${target}`;
    const before = byWords.get(written);
    if (before !== undefined) return before;
    const read = betIdentity(words, { ...game, isFlipped, withDraw });
    const bet = read && { ...read, id: betKey(read), family: familyOf(read.market) };
    keep(byWords, written, bet);
    return bet;
  }

  /** What was read under the label of a game; anew when another label has got its number. */
  #wordsOf(number: number): KnownWords {
    const game = this.#board.games.at(number);
    const isFlipped = this.#fixtures.isFlipped(number);
    const known = this.#known.get(number);
    if (known !== undefined && known.game.label === game.label && known.isFlipped === isFlipped) return known;
    const words: KnownWords = {
      game: { ...game },
      isFlipped,
      byWording: new Map(),
      besideDraw: new Map(),
      byWords: new Map(),
    };
    this.#known.set(number, words);
    return words;
  }
}

function keep<Key>(bets: Map<Key, ReadBet | null>, key: Key, bet: ReadBet | null): void {
  if (bets.size >= MOST_READ) bets.clear();
  bets.set(key, bet);
}

/** A market's key without its line. */
function familyOf(market: string): string {
  return market.slice(0, market.lastIndexOf('|') + 1);
}

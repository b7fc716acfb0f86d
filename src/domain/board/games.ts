import { Slots } from './columns.ts';
import type { GameAtBook } from './messages.ts';

/** A game as the board knows it. Texts are the provider's own. */
export interface Game {
  readonly label: string;
  sport: string;
  home: string;
  away: string;
  /** Start, Unix ms; `null` where no sportsbook said it. */
  startsAtMs: number | null;
  universalId: string | null;
  /** Sportsbooks that carry it now. */
  sportsbooks: number;
}

/** The games on the board by dense number; a game leaves with the last sportsbook that carries it. */
export class Games {
  readonly #slots = new Slots();
  readonly #games: (Game | undefined)[] = [];
  readonly #numberOf = new Map<string, number>();
  /** The sportsbook that stated the start, by game. */
  readonly #startBy: string[] = [];
  #state = 0;

  get size(): number {
    return this.#numberOf.size;
  }

  /** Until it rises, what was no news of a game is none. */
  get state(): number {
    return this.#state;
  }

  at(number: number): Game {
    return this.#games[number]!;
  }

  find(label: string): number | undefined {
    return this.#numberOf.get(label);
  }

  numbers(): IterableIterator<number> {
    return this.#numberOf.values();
  }

  /**
   * The number of a game; a new one starts with no sportsbook. Says whether it is new, or more or something else is known
   * of it now. `carries`: whether a sportsbook carries a game now.
   */
  ensure(
    stated: GameAtBook,
    carries: (sportsbook: string, game: number) => boolean,
  ): { readonly number: number; readonly news: 'added' | 'restated' | null } {
    const known = this.#numberOf.get(stated.game);
    if (known !== undefined) {
      return { number: known, news: this.restate(known, stated, carries) ? 'restated' : null };
    }
    const number = this.#slots.take();
    this.#startBy[number] = stated.startsAtMs === null ? '' : stated.sportsbook;
    this.#games[number] = {
      label: stated.game,
      sport: stated.sport,
      home: stated.home,
      away: stated.away,
      startsAtMs: stated.startsAtMs,
      universalId: stated.universalId,
      sportsbooks: 0,
    };
    this.#numberOf.set(stated.game, number);
    return { number, news: 'added' };
  }

  /** Takes over what is said of a game that is known. Says whether more or something else is known of it now. */
  restate(
    number: number,
    stated: GameAtBook,
    carries: (sportsbook: string, game: number) => boolean,
  ): boolean {
    const isMoved = this.#moveStart(number, stated, carries);
    const isNews = this.#complete(this.#games[number]!, stated) || isMoved;
    if (isNews) this.#state += 1;
    return isNews;
  }

  /** A sportsbook no longer carries a game: a start that another one states may count from now on. Says how many still do. */
  leave(number: number): number {
    const game = this.#games[number]!;
    game.sportsbooks -= 1;
    this.#state += 1;
    return game.sportsbooks;
  }

  /** Takes a game off; its number and words stay readable until `recycle`. */
  remove(number: number): void {
    this.#numberOf.delete(this.#games[number]!.label);
    this.#slots.giveBack(number);
  }

  recycle(): void {
    this.#slots.recycle();
  }

  /** Takes over a start: the first one, and another one from whom it came, so that books can't make it flicker. */
  #moveStart(
    number: number,
    { startsAtMs, sportsbook }: GameAtBook,
    carries: (sportsbook: string, game: number) => boolean,
  ): boolean {
    const game = this.#games[number]!;
    if (startsAtMs === null || startsAtMs === game.startsAtMs) return false;
    const by = this.#startBy[number]!;
    if (game.startsAtMs !== null && by !== sportsbook && carries(by, number)) return false;
    this.#startBy[number] = sportsbook;
    game.startsAtMs = startsAtMs;
    return true;
  }

  /** Fills what earlier sportsbooks left out; what one said stands, so that books can't make it flicker. */
  #complete(game: Game, stated: GameAtBook): boolean {
    const isMore =
      (game.home === '' && stated.home !== '') ||
      (game.away === '' && stated.away !== '') ||
      (game.sport === '' && stated.sport !== '') ||
      (game.universalId === null && stated.universalId !== null);
    if (!isMore) return false;
    game.home ||= stated.home;
    game.away ||= stated.away;
    game.sport ||= stated.sport;
    game.universalId ??= stated.universalId;
    return true;
  }
}

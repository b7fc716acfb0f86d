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

  get size(): number {
    return this.#numberOf.size;
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

  /** The number of a game; a new one starts with no sportsbook. Says whether it is new, or more is known of it now. */
  ensure(stated: GameAtBook): { readonly number: number; readonly news: 'added' | 'restated' | null } {
    const known = this.#numberOf.get(stated.game);
    if (known !== undefined) {
      return { number: known, news: this.#complete(this.#games[known]!, stated) ? 'restated' : null };
    }
    const number = this.#slots.take();
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

  /** Takes a game off; its number and words stay readable until `recycle`. */
  remove(number: number): void {
    this.#numberOf.delete(this.#games[number]!.label);
    this.#slots.giveBack(number);
  }

  recycle(): void {
    this.#slots.recycle();
  }

  /** Fills what earlier sportsbooks left out; what one said stands, so that books can't make it flicker. */
  #complete(game: Game, stated: GameAtBook): boolean {
    const isComplete =
      game.home !== '' &&
      game.away !== '' &&
      game.sport !== '' &&
      game.startsAtMs !== null &&
      game.universalId !== null;
    if (isComplete) return false;
    const before = { ...game };
    game.home ||= stated.home;
    game.away ||= stated.away;
    game.sport ||= stated.sport;
    game.startsAtMs ??= stated.startsAtMs;
    game.universalId ??= stated.universalId;
    return (
      before.home !== game.home ||
      before.away !== game.away ||
      before.sport !== game.sport ||
      before.startsAtMs !== game.startsAtMs ||
      before.universalId !== game.universalId
    );
  }
}

import type { Sportsbook } from '../catalogue/sportsbooks.ts';
import type { Chance } from './chance.ts';
import type { Sheet } from './prices/sheet.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const BOOK_CLEAR_EVERY_MS = 100 * MINUTE_MS;
const SPORT_CLEAR_EVERY_MS = 160 * MINUTE_MS;

/** Now and then the connection behind a sportsbook drops: all it had is cleared, and comes again seconds later. */
export class Clearances {
  readonly #world: World;
  readonly #chance: Chance;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  begin(): void {
    for (const book of this.#world.sportsbooks) {
      this.#planBookClear(book);
      this.#planSportClear(book);
    }
  }

  #planBookClear(book: Sportsbook): void {
    this.#world.after(this.#chance.exponential(BOOK_CLEAR_EVERY_MS), () => {
      this.#clear(book, null);
      this.#planBookClear(book);
    });
  }

  #planSportClear(book: Sportsbook): void {
    this.#world.after(this.#chance.exponential(SPORT_CLEAR_EVERY_MS), () => {
      const games = this.#world.games;
      if (games.length > 0) this.#clear(book, this.#chance.pick(games).league.sport);
      this.#planSportClear(book);
    });
  }

  #clear(book: Sportsbook, sport: string | null): void {
    const cleared: Sheet[] = [];
    for (const sheet of this.#world.listedSheets()) {
      if (sheet.book === book && (sport === null || sheet.game.league.sport === sport)) cleared.push(sheet);
    }
    if (cleared.length === 0) return;
    for (const sheet of cleared) sheet.isListed = false;
    this.#world.tell({
      feed: 'odds',
      action: sport === null ? 'book_clear' : 'sport_clear',
      atMs: this.#world.nowMs,
      sportsbook: book.id,
      sport,
      cleared,
    });
    let delayMs = this.#chance.between(2000, 9000);
    for (const sheet of cleared) {
      delayMs += this.#chance.between(5, 60);
      this.#world.after(delayMs, () => this.#listAgain(sheet));
    }
  }

  #listAgain(sheet: Sheet): void {
    if (sheet.isGone || sheet.isListed || sheet.game.phase === 'ended') return;
    sheet.refresh();
    sheet.isListed = true;
    const atMs = this.#world.nowMs;
    this.#world.tell({ feed: 'odds', action: 'initial_state', atMs, sheet, offered: sheet.listed() });
  }
}

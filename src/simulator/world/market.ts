import type { Chance } from './chance.ts';
import { Clearances } from './clearances.ts';
import type { ContestEvent } from './games/contest.ts';
import type { Game } from './games/game.ts';
import type { Group } from './games/proposition.ts';
import { Pace } from './pace.ts';
import type { Sheet, SlotPrices } from './prices/sheet.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
/** How far one move carries, and how strongly the market is drawn back, in deviations of the game. */
const MOVE = 0.016;
const PULL = 0.012;
const SHARE_OF_FULL_UPDATES = 0.05;
/** How often sportsbooks close their markets when something happens in a game of this kind. */
const SUSPENDS_ON_SCORE = {
  basketball: 0.12,
  football: 0.95,
  hockey: 1,
  baseball: 0.8,
  soccer: 1,
  tennis: 0.2,
  mma: 0.3,
  esports: 0.12,
};

/** The sportsbooks of a world: lists games, moves prices, suspends, takes down. Speaks by `world.tell`. */
export class Market {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #pace: Pace;
  readonly #clearances: Clearances;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
    this.#pace = new Pace(world.options.ratePerSecond, chance.fork('pace'));
    this.#clearances = new Clearances(world, chance.fork('clearances'));
  }

  /** Begins to move prices. */
  open(): void {
    this.#clearances.begin();
    this.#world.after(0, () => this.#move());
  }

  /** Puts a game on the board: at once when the evening opens, else book by book. */
  list(game: Game, isOpening: boolean): void {
    for (const sheet of this.#world.sheetsOf(game)) {
      if (isOpening) {
        sheet.refresh();
        sheet.isListed = true;
      } else {
        const delayMs = sheet.book.lagMs * this.#chance.between(5, 60);
        this.#world.after(delayMs, () => {
          if (!sheet.isGone && game.phase !== 'ended') this.#tellWhole(sheet, 'game_added');
        });
      }
    }
  }

  /** The game has started: some sportsbooks take it down, the others drop their props. */
  goLive(game: Game): void {
    for (const sheet of this.#world.sheetsOf(game)) {
      const staysUp = this.#chance.happens(sheet.book.inPlay);
      const delayMs = sheet.book.lagMs * this.#chance.between(0.3, 4);
      this.#world.after(delayMs, () => {
        if (!staysUp) this.#remove(sheet);
        else if (sheet.isListed) this.#tellWhole(sheet, 'game_update');
      });
    }
  }

  /** Something happened on the field. `before` is the progress of the game before it. */
  react(game: Game, event: ContestEvent, before: number): void {
    if (event.ended) return;
    const { model } = game.league;
    const firstPartOver = before < model.firstPart && game.contest.progress >= model.firstPart;
    const suspends = event.points > 0 && this.#chance.happens(SUSPENDS_ON_SCORE[model.kind]);
    for (const sheet of this.#world.sheetsOf(game)) {
      if (!sheet.isListed) continue;
      const lagMs = sheet.book.lagMs * this.#chance.between(0.4, 1.2);
      if (suspends) this.#suspend(sheet, lagMs);
      else if (event.points > 0) this.#followLater(sheet, 'margin', lagMs, true);
      if (event.points > 0 && !suspends) this.#followLater(sheet, 'total', lagMs + 150, true);
      if (firstPartOver) this.#refreshLater(sheet, lagMs + 8000);
    }
  }

  /** The game is over: every sportsbook takes it down in its own time. */
  takeDown(game: Game): void {
    for (const sheet of this.#world.sheetsOf(game)) {
      this.#world.after(sheet.book.lagMs * this.#chance.between(0.5, 8), () => this.#remove(sheet));
    }
  }

  /** The market changes its mind about one game; the sportsbooks follow, the sharp ones first. */
  #move(): void {
    const game = this.#pickGame();
    if (game !== null) this.#moveGame(game);
    this.#world.after(this.#pace.nextDelayMs(), () => this.#move());
  }

  #moveGame(game: Game): void {
    const { model } = game.league;
    const turn = this.#chance.next();
    const group: Group = turn < 0.45 ? 'margin' : turn < 0.75 ? 'total' : 'players';
    const sheets = this.#world.sheetsOf(game);
    if (this.#chance.happens(0.35)) {
      const sheet = sheets[Math.floor(this.#chance.next() * sheets.length)];
      if (sheet === undefined) return;
      sheet.leanAnew(group);
      this.#followLater(sheet, group, sheet.book.lagMs * 0.2, false);
      return;
    }
    if (group === 'margin') {
      const pull = (game.opening.margin - game.marginMean) * PULL;
      game.marginMean += pull + this.#chance.normal(0, model.marginDeviation * MOVE);
    } else if (group === 'total') {
      const pull = (game.opening.total - game.totalMean) * PULL;
      game.totalMean += pull + this.#chance.normal(0, model.totalDeviation * MOVE);
    } else this.#movePlayer(game);
    for (const sheet of sheets) {
      if (!sheet.isListed || !this.#chance.happens(sheet.book.reaction)) continue;
      this.#followLater(sheet, group, sheet.book.lagMs * this.#chance.between(0.4, 1.6), false);
    }
  }

  #movePlayer(game: Game): void {
    if (game.offering.deeds.length === 0) return;
    const deed = this.#chance.pick(game.offering.deeds)[0]?.deed;
    if (deed) deed.mean = Math.max(0.05, deed.mean + this.#chance.normal(0, deed.deviation * 0.05));
  }

  #followLater(sheet: Sheet, group: Group, delayMs: number, thoroughly: boolean): void {
    this.#world.after(delayMs, () => {
      if (!sheet.isListed) return;
      const changed = sheet.follow(group, thoroughly);
      if (changed !== null && !sheet.isSuspended && this.#chance.happens(SHARE_OF_FULL_UPDATES)) {
        this.#tellWhole(sheet, 'game_update');
      } else this.#tellChange(sheet, changed);
    });
  }

  #refreshLater(sheet: Sheet, delayMs: number): void {
    this.#world.after(delayMs, () => {
      if (sheet.isListed) this.#tellWhole(sheet, 'game_update');
    });
  }

  #suspend(sheet: Sheet, lagMs: number): void {
    this.#world.after(lagMs, () => {
      if (!sheet.isListed || sheet.isSuspended) return;
      this.#tellChange(sheet, sheet.suspend());
      this.#world.after(this.#chance.between(4000, 25_000), () => {
        const changed = sheet.resume();
        if (sheet.isListed) this.#tellChange(sheet, changed);
      });
    });
  }

  #tellWhole(sheet: Sheet, action: 'game_added' | 'game_update' | 'initial_state'): void {
    sheet.refresh();
    sheet.isListed = true;
    this.#pace.count();
    const atMs = this.#world.nowMs;
    this.#world.tell({ feed: 'odds', action, atMs, sheet, offered: sheet.listed() });
  }

  #tellChange(sheet: Sheet, changed: SlotPrices | null): void {
    if (changed === null) return;
    this.#pace.count();
    const atMs = this.#world.nowMs;
    this.#world.tell({ feed: 'odds', action: 'line_update', atMs, sheet, offered: changed });
  }

  #remove(sheet: Sheet): void {
    sheet.isGone = true;
    if (!sheet.isListed) return;
    sheet.isListed = false;
    this.#pace.count();
    this.#world.tell({ feed: 'odds', action: 'game_removed', atMs: this.#world.nowMs, sheet });
  }

  /** Games under way are busiest, then those that start soon. */
  #pickGame(): Game | null {
    const { games, nowMs } = this.#world;
    for (let tries = 0; tries < 24 && games.length > 0; tries += 1) {
      const game = games[Math.floor(this.#chance.next() * games.length)]!;
      const isSoon = game.startsAtMs - nowMs < 90 * MINUTE_MS;
      const weight = game.phase === 'live' ? 1 : game.phase === 'ended' ? 0 : isSoon ? 0.35 : 0.16;
      if (this.#chance.happens(weight)) return game;
    }
    return null;
  }
}

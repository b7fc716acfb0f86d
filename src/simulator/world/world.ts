import type { Sportsbook } from '../catalogue/sportsbooks.ts';
import { takeSportsbooks } from '../catalogue/sportsbooks.ts';
import { Chance } from './chance.ts';
import { EventQueue } from './event-queue.ts';
import { createGame, type Fixture, type Game } from './games/game.ts';
import { namesAt } from './games/naming.ts';
import { leaguesOfEvening, Schedule } from './games/schedule.ts';
import { Market } from './market.ts';
import type { OddsMessage, PlayMessage, WorldMessage } from './messages.ts';
import { Sheet } from './prices/sheet.ts';

/** What decides an evening. Two worlds with equal options are equal for ever. */
export interface WorldOptions {
  readonly seed: number | string;
  readonly books: number;
  /** Games on the board, under way and to come; one that ends is followed by a new one. */
  readonly games: number;
  /** Odds frames a second, on average over the whole feed. */
  readonly ratePerSecond: number;
  /** When the evening is, Unix ms. */
  readonly startMs: number;
  /** Adds the pseudo-book `consensus`. */
  readonly consensus: boolean;
}

const MINUTE_MS = 60_000;

/**
 * An evening of sport and the sportsbooks that quote it, without clock or network: time passes only by `step`.
 * However the steps are cut, the same messages come at the same moments.
 */
export class World {
  readonly options: WorldOptions;
  readonly sportsbooks: readonly Sportsbook[];
  readonly #chance: Chance;
  readonly #schedule: Schedule;
  readonly #queue = new EventQueue<() => void>();
  readonly #games: Game[] = [];
  readonly #sheets = new Map<Game, readonly Sheet[]>();
  readonly #market: Market;
  #messages: WorldMessage[] = [];
  #nextNumber = 0;
  #nowMs: number;

  constructor(options: WorldOptions) {
    this.options = options;
    this.sportsbooks = takeSportsbooks(options.books, options.consensus);
    this.#nowMs = options.startMs;
    this.#chance = new Chance(options.seed);
    this.#schedule = new Schedule(this.#chance.fork('schedule'));
    this.#market = new Market(this, this.#chance.fork('market'));
    this.#fillEvening();
    this.#market.open();
  }

  /** The world's own time, Unix ms. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Games on the board, in no order that means anything. */
  get games(): readonly Game[] {
    return this.#games;
  }

  /** The game at each sportsbook that ever quotes it, listed now or not. */
  sheetsOf(game: Game): readonly Sheet[] {
    return this.#sheets.get(game) ?? [];
  }

  /** What stands on the board now. */
  *listedSheets(): Generator<Sheet> {
    for (const sheets of this.#sheets.values()) for (const sheet of sheets) if (sheet.isListed) yield sheet;
  }

  /** Lets `ms` milliseconds pass and tells what happened, in order. */
  step(ms: number): readonly WorldMessage[] {
    const untilMs = this.#nowMs + ms;
    for (let due = this.#queue.takeDue(untilMs); due !== undefined; due = this.#queue.takeDue(untilMs)) {
      this.#nowMs = due.atMs;
      due.event();
    }
    this.#nowMs = untilMs;
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }

  /** Plans something for later. For the parts of the world only. */
  after(delayMs: number, event: () => void): void {
    this.#queue.add(this.#nowMs + Math.max(0, delayMs), event);
  }

  /** Tells something to whoever steps. For the parts of the world only. */
  tell(message: OddsMessage | PlayMessage): void {
    this.#messages.push(message);
  }

  #fillEvening(): void {
    const leagues = leaguesOfEvening(this.options.games);
    const had = new Map<string, number>();
    const chance = this.#chance.fork('evening');
    for (const league of leagues) {
      const before = had.get(league.sport) ?? 0;
      had.set(league.sport, before + 1);
      const isMarquee = before === 0;
      // Every third game, so that each league has games under way and games to come.
      const isLive = before % 3 === 1;
      const fixture = isLive
        ? this.#schedule.underWay(league, this.#nowMs, chance.between(0.03, 0.8))
        : this.#schedule.upcoming(league, this.#nowMs, chance.exponential(170 * MINUTE_MS));
      this.#admit(fixture, isMarquee, true);
    }
  }

  /** A new game for one that ended. */
  #follow(ended: Game): void {
    const lead = 20 * MINUTE_MS + this.#chance.exponential(300 * MINUTE_MS);
    const fixture = this.#schedule.upcoming(ended.league, this.#nowMs, lead);
    this.#admit(fixture, ended.isMarquee, false);
  }

  #admit(fixture: Fixture, isMarquee: boolean, isOpening: boolean): void {
    const number = this.#nextNumber++;
    const game = createGame(fixture, number, isMarquee, this.#chance.fork(`game/${number}`));
    this.#games.push(game);
    if (game.startsAtMs <= this.#nowMs) this.#catchUp(game);
    else this.after(game.startsAtMs - this.#nowMs, () => this.#start(game));
    const sheets = this.sportsbooks
      .filter(() => this.#chance.happens(0.94))
      .map((book) => new Sheet(book, game, namesAt(book, game), this.#chance.fork(`${number}/${book.id}`)));
    this.#sheets.set(game, sheets);
    this.#market.list(game, isOpening);
  }

  /** A game that was under way before the evening began: what happened until now is only counted. */
  #catchUp(game: Game): void {
    game.phase = 'live';
    let ended = false;
    while (!ended && game.contest.nextAtMs <= this.#nowMs) ended = game.contest.advance().ended;
    if (ended) this.after(0, () => this.#end(game));
    else this.after(game.contest.nextAtMs - this.#nowMs, () => this.#play(game));
  }

  #start(game: Game): void {
    game.phase = 'live';
    const state = game.contest.state;
    this.tell({ feed: 'plays', kind: 'started', atMs: this.#nowMs, game, state, event: null });
    this.#market.goLive(game);
    this.after(game.contest.nextAtMs - this.#nowMs, () => this.#play(game));
  }

  #play(game: Game): void {
    const before = game.contest.progress;
    const event = game.contest.advance();
    this.tell({ feed: 'plays', kind: 'play', atMs: this.#nowMs, game, state: event.state, event });
    this.#market.react(game, event, before);
    if (event.ended) this.#end(game);
    else this.after(game.contest.nextAtMs - this.#nowMs, () => this.#play(game));
  }

  #end(game: Game): void {
    game.phase = 'ended';
    const state = game.contest.state;
    this.tell({ feed: 'plays', kind: 'ended', atMs: this.#nowMs, game, state, event: null });
    this.#market.takeDown(game);
    this.after(this.#chance.between(60_000, 200_000), () => {
      this.#games.splice(this.#games.indexOf(game), 1);
      this.#sheets.delete(game);
      this.#follow(game);
    });
  }
}

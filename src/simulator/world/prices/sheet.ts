import type { Sportsbook } from '../../catalogue/sportsbooks.ts';
import type { Chance } from '../chance.ts';
import type { Game } from '../games/game.ts';
import type { Group, Proposition } from '../games/proposition.ts';
import { chooseOffer, type Offer } from './offer.ts';
import { fairWays, type Outlook, outlookOf } from './outlook.ts';
import { americanFor, withHold } from './pricing.ts';

/** In a sheet's prices: the sportsbook does not list this way. */
export const ABSENT = 0;
/** In a sheet's prices: listed, not offered now. */
export const SUSPENDED = 1;

/** How a sportsbook names a game: nearly always as the others do. */
export interface SheetNames {
  readonly label: string;
  readonly home: string;
  readonly away: string;
  /** Start as text, US Eastern. */
  readonly when: string;
}

/** Slots and what they hold now, side by side. A price is American, or `SUSPENDED`. */
export interface SlotPrices {
  readonly slots: Uint16Array;
  readonly prices: Int16Array;
}

const SHARE_OF_MAINS = 0.55;
const SHARE_OF_ALTERNATES = 0.07;
const MAIN_LINE_MOVES_BEYOND = 0.085;
/** Beyond these a way is no longer offered. */
const LONGEST_SHOT = 0.008;
const SHADE: Record<Group, number> = { margin: 0.007, total: 0.007, players: 0.012 };

const fair = new Float64Array(3);

/** One game at one sportsbook: what is offered, at what price. `prices` holds a price for each slot. */
export class Sheet {
  readonly book: Sportsbook;
  readonly game: Game;
  readonly names: SheetNames;
  /** The sportsbook's own number for the game. */
  readonly infoId: number;
  readonly prices: Int16Array;
  /** On the board now. */
  isListed = false;
  /** Taken down for good. */
  isGone = false;
  isSuspended = false;
  #offer: Offer;
  readonly #shade: Record<Group, number> = { margin: 0, total: 0, players: 0 };
  readonly #chance: Chance;

  constructor(book: Sportsbook, game: Game, names: SheetNames, chance: Chance) {
    this.book = book;
    this.game = game;
    this.names = names;
    this.infoId = chance.whole(10_000_000, 1_999_999_999);
    this.prices = new Int16Array(game.offering.slots);
    this.#chance = chance;
    for (const group of ['margin', 'total', 'players'] as const) this.leanAnew(group);
    this.#offer = chooseOffer(book, game);
  }

  /** The sportsbook takes a new view of its own on one group of markets. */
  leanAnew(group: Group): void {
    this.#shade[group] = this.#chance.normal(0, SHADE[group]);
  }

  /** Chooses and prices everything anew; what is not offered any more is gone. */
  refresh(): void {
    this.#offer = chooseOffer(this.book, this.game);
    this.prices.fill(ABSENT);
    for (const group of ['margin', 'total', 'players'] as const) {
      const mains = group === 'players' ? 0 : this.#offer.mains[group];
      this.#offer.groups[group].forEach((proposition, at) => {
        this.#price(proposition, null);
        if (at >= mains && !this.isSuspended) this.#dropUnoffered(proposition);
      });
    }
  }

  /** Everything that is listed, with its price. */
  listed(): SlotPrices {
    const slots: number[] = [];
    this.prices.forEach((price, slot) => {
      if (price !== ABSENT) slots.push(slot);
    });
    return { slots: Uint16Array.from(slots), prices: Int16Array.from(slots, (slot) => this.prices[slot]!) };
  }

  /**
   * Follows the market in one group: most of the main lines, a few of the others (all when `thoroughly`).
   * Returns what changed, `null` when nothing did.
   */
  follow(group: Group, thoroughly: boolean): SlotPrices | null {
    if (this.isSuspended && group !== 'players') return null;
    const changed = new Set<number>();
    if (group !== 'players') this.#moveMainLine(group, changed);
    const propositions = this.#offer.groups[group];
    const mains = group === 'players' ? 0 : this.#offer.mains[group];
    propositions.forEach((proposition, at) => {
      const share = at < mains ? SHARE_OF_MAINS : SHARE_OF_ALTERNATES;
      if (thoroughly || this.#chance.happens(share)) {
        this.#price(proposition, changed);
      }
    });
    return this.#pricesOf(changed);
  }

  /** Takes all but the props off offer, as books do when somebody may score. */
  suspend(): SlotPrices | null {
    this.isSuspended = true;
    const changed = new Set<number>();
    for (const group of ['margin', 'total'] as const) {
      for (const proposition of this.#offer.groups[group]) this.#withdraw(proposition, changed);
    }
    return this.#pricesOf(changed);
  }

  /** Offers again what was suspended, at today's prices. */
  resume(): SlotPrices | null {
    this.isSuspended = false;
    const changed = new Set<number>();
    for (const group of ['margin', 'total'] as const) {
      this.#moveMainLine(group, changed);
      for (const proposition of this.#offer.groups[group]) this.#price(proposition, changed);
    }
    return this.#pricesOf(changed);
  }

  /** When the main line is no longer near a coin flip the sportsbook offers another, and drops the far ones. */
  #moveMainLine(group: 'margin' | 'total', changed: Set<number>): void {
    const main = group === 'margin' ? this.#offer.spread : this.#offer.total;
    if (main === null || (group === 'margin' && this.game.league.model.fixedSpread !== null)) return;
    const outlook = outlookOf(this.game, 'game');
    if (outlook === null) return;
    fairWays(main, outlook, this.game, fair);
    if (Math.abs(fair[0]! - 0.5) <= MAIN_LINE_MOVES_BEYOND) return;
    const before = this.#offer;
    this.#offer = chooseOffer(this.book, this.game);
    for (const each of ['margin', 'total', 'players'] as const) {
      const still = new Set(this.#offer.groups[each]);
      for (const proposition of before.groups[each]) {
        if (!still.has(proposition)) this.#withdraw(proposition, changed);
      }
      const known = new Set(before.groups[each]);
      for (const proposition of this.#offer.groups[each]) {
        if (!known.has(proposition)) this.#price(proposition, changed);
      }
    }
  }

  /** A complete update does not carry alternates that nobody may bet on. */
  #dropUnoffered({ firstSlot, ways }: Proposition): void {
    for (let slot = firstSlot; slot < firstSlot + ways; slot += 1) {
      if (this.prices[slot] === SUSPENDED) this.prices[slot] = ABSENT;
    }
  }

  #withdraw(proposition: Proposition, changed: Set<number> | null): void {
    for (let way = 0; way < proposition.ways; way += 1) {
      this.#set(proposition.firstSlot + way, SUSPENDED, changed);
    }
  }

  #price(proposition: Proposition, changed: Set<number> | null): void {
    const outlook = outlookOf(this.game, proposition.period);
    if (outlook === null || (this.isSuspended && proposition.group !== 'players')) {
      this.#withdraw(proposition, changed);
      return;
    }
    this.#lean(proposition, outlook);
    const { ways, firstSlot } = proposition;
    let isOffered = true;
    for (let way = 0; way < ways; way += 1) {
      if (!(fair[way]! >= LONGEST_SHOT && fair[way]! <= 1 - LONGEST_SHOT)) isOffered = false;
    }
    const hold = this.#holdOf(proposition);
    for (let way = 0; way < ways; way += 1) {
      const price = isOffered ? americanFor(withHold(fair[way]!, ways, hold), this.book.ladder) : SUSPENDED;
      this.#set(firstSlot + way, price, changed);
    }
  }

  /** The fair probabilities as this sportsbook sees them. */
  #lean(proposition: Proposition, outlook: Outlook): void {
    fairWays(proposition, outlook, this.game, fair);
    const room = Math.min(fair[0]!, 1 - fair[0]!) * 2;
    const shade = this.#shade[proposition.group] * room;
    fair[0] = fair[0]! + shade;
    fair[1] = fair[1]! - shade;
  }

  /** Props and alternates are dearer, but no market of a sportsbook is dearer than 6 % before rounding. */
  #holdOf(proposition: Proposition): number {
    const factor = proposition.group === 'players' ? 1.3 : proposition.period === 'first' ? 1.1 : 1;
    return Math.min(0.06, this.book.hold * factor);
  }

  #set(slot: number, price: number, changed: Set<number> | null): void {
    if (this.prices[slot] === price) return;
    this.prices[slot] = price;
    changed?.add(slot);
  }

  #pricesOf(changed: ReadonlySet<number>): SlotPrices | null {
    if (changed.size === 0) return null;
    const slots = Uint16Array.from(changed);
    return { slots, prices: Int16Array.from(slots, (slot) => this.prices[slot]!) };
  }
}

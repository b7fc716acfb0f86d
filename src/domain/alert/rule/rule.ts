import type { DevigMethod } from '../../odds/fair/devig.ts';
import type { StakePlan } from '../../odds/fair/stake.ts';
import type { MoveUnit } from '../../odds/price-move.ts';
import type { WatchSubject } from '../../watchlist/watchlist.ts';

/** The kinds of rules. */
export const RULE_KINDS = ['price', 'move', 'line', 'steam', 'event', 'value', 'arbitrage', 'play'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** What a rule looks at. */
export type RuleTarget =
  | { readonly type: 'league'; readonly sport: string }
  /** A watchlist by its name. */
  | { readonly type: 'watchlist'; readonly watchlist: string }
  | { readonly type: 'entry'; readonly entry: WatchSubject }
  /** All that every given list has a name for; a list that is left out lets everything through. */
  | RuleFilter;

/** A saved filter. Markets by key or by name, teams and players in any spelling. */
export interface RuleFilter {
  readonly type: 'filter';
  readonly sports?: readonly string[];
  readonly markets?: readonly string[];
  readonly games?: readonly string[];
  readonly teams?: readonly string[];
  readonly players?: readonly string[];
  /** Sides of the market: `home`, `away`, `draw`, `over`, `under`, `yes`, `no`. */
  readonly sides?: readonly string[];
}

export const DIRECTIONS = ['up', 'down', 'both'] as const;
/** `up`: pays more than before (or a higher line). */
export type Direction = (typeof DIRECTIONS)[number];

/** Fires when a price comes to pay as much as is wanted (or as little). */
export interface PriceRule {
  readonly kind: 'price';
  /** American. */
  readonly price: number;
  /** `at-least` (the default): pays as much or more. */
  readonly reach?: 'at-least' | 'at-most';
  /** The wanted line or one better for the bettor. */
  readonly line?: number;
  /** `any` (the default): each sportsbook for itself; `best`: the best price of all of them. */
  readonly of?: 'any' | 'best';
}

/** Fires when a price has moved by so much within so long. */
export interface MoveRule {
  readonly kind: 'move';
  readonly by: number;
  readonly unit: MoveUnit;
  readonly withinS: number;
  readonly direction: Direction;
}

/** Fires when a sportsbook's main spread or total has moved by so many points, or through a key number. */
export interface LineRule {
  readonly kind: 'line';
  readonly by?: number;
  readonly through?: readonly number[];
  /** Counts only what moved within so long; without it, since it was first seen or last told. */
  readonly withinS?: number;
  readonly direction?: Direction;
}

/** Fires when several sportsbooks have moved one bet the same way. */
export interface SteamRule {
  readonly kind: 'steam';
  readonly sportsbooksMoving: number;
  readonly by: number;
  readonly unit: MoveUnit;
  readonly withinS: number;
  readonly direction: Direction;
  /** Sportsbooks that share one source: each group counts once. Adds to those that are known and to those of the settings. */
  readonly groups?: readonly (readonly string[])[];
}

export const GAME_EVENTS = [
  'suspended',
  'reopened',
  'new-market',
  'game-added',
  'game-removed',
  'starts-soon',
] as const;
export type GameEvent = (typeof GAME_EVENTS)[number];

/** Fires when something happens to what is offered. */
export interface EventRule {
  readonly kind: 'event';
  readonly events: readonly GameEvent[];
  /** For `starts-soon`: so long before the start. */
  readonly minutes?: number;
}

/** Fires when a price is worth more than so much against a fair one. */
export interface ValueRule {
  readonly kind: 'value';
  /** Percent; it fires above it, not at it. */
  readonly overPct: number;
  /** The sportsbooks whose prices, without their margin, are taken for fair; weights 1 where left out. */
  readonly fair: readonly { readonly sportsbook: string; readonly weight?: number }[];
  readonly method: DevigMethod;
  readonly stake?: StakePlan;
}

/** Fires when all sides of a market can be bet with a sure return, or two lines leave a middle between them. */
export interface ArbitrageRule {
  readonly kind: 'arbitrage';
  readonly find: 'arbitrage' | 'middle';
  /** Percent of the stake, whatever the result; it fires above it. A middle usually costs: then it is below 0. */
  readonly overPct: number;
  /** For a middle: the least number of points between the lines. */
  readonly gap?: number;
  /** Each leg was stated by its sportsbook so long ago at most. */
  readonly freshS: number;
  readonly stake?: StakePlan;
}

/** Fires on what happens in a game, as the play-by-play and live-score feeds tell it. */
export interface PlayRule {
  readonly kind: 'play';
  readonly what: 'score' | 'period' | 'event' | 'difference';
  /** For `event`: the provider's words, e.g. `goal`. */
  readonly events?: readonly string[];
  /** For `difference`: points between the two at most. */
  readonly atMost?: number;
  /** Only this one, as the feed words it: for `period`, else every new one, and for `difference`, else any. */
  readonly period?: string;
}

export type RuleTrigger =
  | PriceRule
  | MoveRule
  | LineRule
  | SteamRule
  | EventRule
  | ValueRule
  | ArbitrageRule
  | PlayRule;

/** How often a rule fires: for good only once; each time; not for so long; not before it has gone back by so much. */
export type Repeat =
  | 'once'
  | 'every'
  | { readonly afterMinutes: number }
  /** Cents for `price`, percent for `value` and `arbitrage`. */
  | { readonly afterReturnBy: number };

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a rule is awake. `from` is in, `to` is out; a span over midnight belongs to the day that it begins on. */
export interface ActiveHours {
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
  /** All days where left out. */
  readonly days?: readonly Weekday[];
  /** IANA name; the machine's zone where left out. */
  readonly timeZone?: string;
}

export const PHASES = ['pre-match', 'in-play', 'both'] as const;
export const IMPORTANCES = ['low', 'normal', 'high'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** What every rule may say besides. */
export interface RuleConditions {
  readonly phase?: (typeof PHASES)[number];
  /** Only prices that pay at least this, and at most that. American. */
  readonly minPrice?: number;
  readonly maxPrice?: number;
  /** Only these, by the provider's ids; all where left out. */
  readonly sportsbooks?: readonly string[];
  /** `every` where left out. */
  readonly repeat?: Repeat;
  /** ISO 8601; silent from then on. */
  readonly expires?: string;
  readonly hours?: ActiveHours;
  readonly sound?: boolean;
  readonly importance?: Importance;
  readonly isOff?: boolean;
}

/** A rule as it is written, kept, exported and read: one form everywhere. The name is unique. */
export type Rule = { readonly name: string; readonly on: RuleTarget } & RuleTrigger & RuleConditions;

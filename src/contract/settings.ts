import type { QuietHours } from '#domain/alert/quiet-time.ts';
import type { SportsbookGroup } from '#domain/catalogue/sportsbook-groups.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import type { FeedFilters } from './filters.ts';

/** The ways in which prices can be written. */
export const ODDS_FORMATS = ['american', 'decimal', 'fractional', 'implied'] as const;
export type OddsFormat = (typeof ODDS_FORMATS)[number];

/** The themes; `system` follows the desktop. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How close the rows of tables stand. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** What the floating ticker shows. */
export const TICKER_KINDS = ['prices', 'watchlist', 'plays'] as const;
export type TickerKind = (typeof TICKER_KINDS)[number];

/** A game whose plays the user follows. */
export interface FollowedGame {
  /** The provider's label. */
  readonly game: string;
  /** Start, Unix ms; where it was not known, when it was picked. */
  readonly startsAtMs: number;
  /** Whether it is followed on while another screen is open. */
  readonly isPinned: boolean;
}

/** Most games that are followed at a time: more than anybody reads, and few enough for every plan. */
export const MOST_FOLLOWED = 10;

/**
 * How the columns of one league's odds screen stand, where the user changed them. Columns by their ids: the provider's
 * id of a sportsbook, or `figure:` and the name of a figure.
 */
export interface LeagueColumns {
  /** From left to right; columns not named follow. */
  readonly order: readonly string[];
  /** Columns that are left out. */
  readonly hidden: readonly string[];
  /** Widths that the user chose, px. */
  readonly widths: Readonly<Record<string, number>>;
}

/** The widths that a column can have, px. */
export const COLUMN_WIDTHS = { least: 56, most: 320 } as const;

/** Most groups of sportsbooks, and most characters of the name of one: a name stands above a column. */
export const GROUP_LIMITS = { groups: 50, nameLength: 40 } as const;

/** The least and the most that a number among the settings can be, in its own unit. */
export const SETTING_RANGES = {
  tickerOpacity: { least: 0.4, most: 1 },
  historyDays: { least: 0, most: 36_500 },
  historyMegabytes: { least: 0, most: 100_000_000 },
} as const;

/**
 * The address of an HTTP proxy, as `http://10.0.0.1:3128` or `https://proxy.example`. One with a name and password in it
 * is not taken: the settings are a plain file.
 */
export const PROXY_ADDRESS = /^https?:\/\/(\[[0-9a-f:.]+\]|[\p{L}\d._-]+)(:\d{1,5})?\/?$/iu;

/** What the user chose; kept between starts. The key is not here: it lives in the keychain. */
export interface Settings {
  readonly theme: Theme;
  readonly oddsFormat: OddsFormat;
  readonly density: Density;
  /** IANA name of the zone in which times are written; empty text = the system's. */
  readonly timeZone: string;
  /** Sportsbooks in the user's order, by the provider's ids; those not named follow in the product's order. */
  readonly sportsbookOrder: readonly string[];
  /** Sportsbooks whose columns stand together, where the first of them stands; see `GROUP_LIMITS`. */
  readonly sportsbookGroups: readonly SportsbookGroup[];
  /** Sportsbooks whose columns are left out, by the provider's ids. */
  readonly hiddenSportsbooks: readonly string[];
  /** Columns of the odds screen by league, where they differ from the above. */
  readonly columns: Readonly<Record<string, LeagueColumns>>;
  /** Shortcuts that differ from the product's, by the action's name; empty text = none. */
  readonly shortcuts: Readonly<Record<string, string>>;
  /** Games whose plays are followed, in the order in which they were picked; at most `MOST_FOLLOWED`. */
  readonly followedGames: readonly FollowedGame[];
  readonly tickerShows: TickerKind;
  /** The watchlist that the ticker shows, by its id; empty text = the first. */
  readonly tickerWatchlist: string;
  /** How much of what lies behind the ticker is covered. Unit: fraction. */
  readonly tickerOpacity: number;
  /** Whether closing the window leaves Linewatch in the tray; else it quits. */
  readonly closesToTray: boolean;
  /** Whether it has been said where Linewatch goes when its window is closed. */
  readonly isTrayTold: boolean;
  /** Whether the system starts Linewatch at login, without a window. */
  readonly startsAtLogin: boolean;
  /** Whether alerts may show notifications. */
  readonly notifies: boolean;
  readonly quietHours: QuietHours;
  /** Until when no alert shows a notification. Unix ms; 0 = not paused. */
  readonly pausedUntilMs: number;
  /** Whether the first steps have been shown. */
  readonly isWelcomed: boolean;
  /** The odds screen to open with. Empty text = the first league that has games. */
  readonly sport: string;
  readonly market: string;
  /** What the provider is asked for. */
  readonly filters: FeedFilters;
  /** Prices older than this leave the history; 0 = never. Unit: days. */
  readonly historyDays: number;
  /** The size of the history on disk, from which on the oldest prices leave it; 0 = any. Unit: MiB. */
  readonly historyMegabytes: number;
  /** Stakes that alerts tell with a value or an arbitrage; `null` = none. */
  readonly stakePlan: StakePlan | null;
  /** An HTTP proxy for everything that goes to the provider; empty text = none. See `PROXY_ADDRESS`. */
  readonly proxy: string;
  /** The provider's base address. */
  readonly base: string;
}

/** What a first start gets, and what a damaged file falls back to. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  oddsFormat: 'american',
  density: 'comfortable',
  timeZone: '',
  sportsbookOrder: [],
  sportsbookGroups: [],
  hiddenSportsbooks: [],
  columns: {},
  shortcuts: {},
  followedGames: [],
  tickerShows: 'prices',
  tickerWatchlist: '',
  tickerOpacity: 0.85,
  closesToTray: true,
  isTrayTold: false,
  startsAtLogin: false,
  notifies: true,
  quietHours: { isOn: false, fromMinute: 23 * 60, toMinute: 7 * 60 },
  pausedUntilMs: 0,
  isWelcomed: false,
  sport: '',
  market: 'moneyline',
  filters: {},
  historyDays: 0,
  historyMegabytes: 20_480,
  stakePlan: null,
  proxy: '',
  base: 'https://spro.agency/api',
};

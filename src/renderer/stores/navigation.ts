import { observable, type Writable } from './observable.ts';

/** The screens of the window, in the order in which they stand in the navigation. */
export const SCREENS = [
  'odds',
  'watchlists',
  'alerts',
  'plays',
  'parlays',
  'bets',
  'diagnostics',
  'settings',
] as const;
export type ScreenName = (typeof SCREENS)[number];

/** The parts of the panel over the screen. */
export const FEED_PARTS = ['key', 'filters'] as const;
export type FeedPart = (typeof FEED_PARTS)[number];

/** A game that is looked for on the odds screen. */
export interface SoughtGame {
  /** The provider's label. */
  readonly game: string;
  readonly home: string;
  readonly away: string;
}

/** Where the user is. Nothing is kept: a start begins at the odds. */
export interface Navigation {
  readonly screen: Writable<ScreenName>;
  /** The part of the panel of key and filters that lies over the screen; `null` = none. */
  readonly feedPanel: Writable<FeedPart | null>;
  /** Whether the palette lies over the screen. */
  readonly palette: Writable<boolean>;
  /** Whether the list of shortcuts lies over the screen. */
  readonly shortcutSheet: Writable<boolean>;
  /** The game whose page lies over the odds, by its label; `null` = none. */
  readonly game: Writable<string | null>;
  /** Whether recorded games lie over the settings, and the label of the one to begin with; `null` = they do not. */
  readonly recorded: Writable<{ readonly game: string | null } | null>;
  /** Whether the choice of columns lies over the odds screen. */
  readonly columns: Writable<boolean>;
  /** The first step that is shown beside the screen, counted from 0; `null` = none. */
  readonly firstStep: Writable<number | null>;
  /** The game that the odds screen shall go to as soon as it has it; it takes it away then. */
  readonly sought: Writable<SoughtGame | null>;
}

/** A window that has just been opened; the very first one begins with the first steps. */
export function startNavigation(isFirstStart: boolean): Navigation {
  return {
    screen: observable<ScreenName>('odds'),
    feedPanel: observable<FeedPart | null>(null),
    palette: observable(false),
    shortcutSheet: observable(false),
    game: observable<string | null>(null),
    recorded: observable<{ readonly game: string | null } | null>(null),
    columns: observable(false),
    firstStep: observable<number | null>(isFirstStart ? 0 : null),
    sought: observable<SoughtGame | null>(null),
  };
}

import type { FeedFilters } from './filters.ts';

/** The ways in which prices can be written. */
export const ODDS_FORMATS = ['american', 'decimal', 'fractional', 'implied'] as const;
export type OddsFormat = (typeof ODDS_FORMATS)[number];

/** The themes; `system` follows the desktop. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the user chose; kept between starts. The key is not here: it lives in the keychain. */
export interface Settings {
  readonly theme: Theme;
  readonly oddsFormat: OddsFormat;
  /** The odds screen to open with. Empty text = the first league that has games. */
  readonly sport: string;
  readonly market: string;
  /** What the provider is asked for. */
  readonly filters: FeedFilters;
  /** The provider's base address. */
  readonly base: string;
}

/** What a first start gets, and what a damaged file falls back to. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  oddsFormat: 'american',
  sport: '',
  market: 'moneyline',
  filters: {},
  base: 'https://spro.agency/api',
};

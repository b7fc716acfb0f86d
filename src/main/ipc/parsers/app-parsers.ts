import type { AppRequests } from '#contract/requests/app-requests.ts';
import {
  DEFAULT_SETTINGS,
  DENSITIES,
  ODDS_FORMATS,
  PROXY_ADDRESS,
  type Settings,
  THEMES,
  TICKER_KINDS,
} from '#contract/settings.ts';
import type { Parsers } from '../door.ts';
import {
  fieldsOf,
  isAddress,
  isColumns,
  isCount,
  isDays,
  isFilters,
  isFollowedGames,
  isMegabytes,
  isNames,
  isOneOf,
  isQuietHours,
  isText,
  isTextTable,
  isTickerOpacity,
  isTimeZone,
  isTruth,
  nothing,
} from './fields.ts';
import { isSportsbookGroups } from './sportsbook-groups.ts';
import { isStakePlan } from './stake-plan.ts';

/** Most characters of a report that is saved. */
const MAX_REPORT = 1_000_000;

const SETTING_CHECKS: { [K in keyof Settings]: (value: unknown) => boolean } = {
  theme: isOneOf(THEMES),
  oddsFormat: isOneOf(ODDS_FORMATS),
  density: isOneOf(DENSITIES),
  timeZone: isTimeZone,
  sportsbookOrder: isNames,
  sportsbookGroups: isSportsbookGroups,
  hiddenSportsbooks: isNames,
  columns: isColumns,
  shortcuts: isTextTable,
  followedGames: isFollowedGames,
  tickerShows: isOneOf(TICKER_KINDS),
  tickerWatchlist: isText,
  tickerOpacity: isTickerOpacity,
  closesToTray: isTruth,
  isTrayTold: isTruth,
  startsAtLogin: isTruth,
  notifies: isTruth,
  quietHours: isQuietHours,
  pausedUntilMs: isCount,
  isWelcomed: isTruth,
  sport: isText,
  market: isText,
  filters: isFilters,
  historyDays: isDays,
  historyMegabytes: isMegabytes,
  stakePlan: (value) => value === null || isStakePlan(value),
  proxy: (value) => value === '' || (isText(value) && PROXY_ADDRESS.test(value)),
  base: isAddress,
};

/** Takes apart what a window asks about the app, its state and the settings. */
export const APP_PARSERS: Pick<Parsers, keyof AppRequests> = {
  'app.info': nothing,
  'status.read': nothing,
  'engine.begin': nothing,
  'diagnostics.read': nothing,
  'diagnostics.save'(input) {
    const text = fieldsOf(input)?.['text'];
    return typeof text === 'string' && text.length <= MAX_REPORT ? { text } : undefined;
  },
  'settings.read': nothing,
  'settings.change'(input) {
    const fields = fieldsOf(input);
    if (fields === undefined) return undefined;
    const isRight = Object.entries(fields).every(
      ([name, value]) =>
        Object.hasOwn(DEFAULT_SETTINGS, name) && SETTING_CHECKS[name as keyof Settings](value),
    );
    return isRight ? (fields as Partial<Settings>) : undefined;
  },
};

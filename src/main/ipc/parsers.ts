import { type FeedFilters, FILTER_LISTS } from '#contract/filters.ts';
import { DEFAULT_SETTINGS, ODDS_FORMATS, type Settings, THEMES } from '#contract/settings.ts';
import type { Parsers } from './door.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Longest text a window may send in one field. */
const MAX_TEXT = 200;

function fieldsOf(input: unknown): Fields | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const prototype = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null ? (input as Fields) : undefined;
}

function nothing(input: unknown): null | undefined {
  return input === null ? null : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isOneOf(values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && values.includes(value);
}

/** Most names in one filter list, and most games whose plays a window follows. */
const MAX_NAMES = 5_000;
const MAX_GAMES = 200;

function isTextList(value: unknown, most: number): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.length <= most && value.every(isText);
}

function isFilters(value: unknown): value is FeedFilters {
  const fields = fieldsOf(value);
  return (
    fields !== undefined &&
    Object.entries(fields).every(
      ([list, names]) => (FILTER_LISTS as readonly string[]).includes(list) && isTextList(names, MAX_NAMES),
    )
  );
}

function isAddress(value: unknown): value is string {
  return isText(value) && URL.canParse(value) && /^(https?|wss?):$/.test(new URL(value).protocol);
}

const SETTING_CHECKS: { [K in keyof Settings]: (value: unknown) => boolean } = {
  theme: isOneOf(THEMES),
  oddsFormat: isOneOf(ODDS_FORMATS),
  sport: isText,
  market: isText,
  filters: isFilters,
  base: isAddress,
};

function settingsChange(input: unknown): Partial<Settings> | undefined {
  const fields = fieldsOf(input);
  if (fields === undefined) return undefined;
  const isRight = Object.entries(fields).every(
    ([name, value]) => Object.hasOwn(DEFAULT_SETTINGS, name) && SETTING_CHECKS[name as keyof Settings](value),
  );
  return isRight ? (fields as Partial<Settings>) : undefined;
}

/** One parser a request; a missing one does not compile. */
export const PARSERS: Parsers = {
  'app.info': nothing,
  'status.read': nothing,
  'leagues.read': nothing,
  'screen.open'(input) {
    const fields = fieldsOf(input);
    if (fields === undefined || !isText(fields['sport']) || !isText(fields['market'])) return undefined;
    return { sport: fields['sport'], market: fields['market'] };
  },
  'screen.painted'(input) {
    const fields = fieldsOf(input);
    if (fields === undefined || !isCount(fields['generation']) || !isCount(fields['number']))
      return undefined;
    return { generation: fields['generation'], number: fields['number'] };
  },
  'screen.close': nothing,
  'settings.read': nothing,
  'settings.change': settingsChange,
  'catalogue.read': nothing,
  'catalogue.refresh': nothing,
  'markets.read'(input) {
    const isNarrowed = isFilters(input) && input.games === undefined && input.markets === undefined;
    return isNarrowed
      ? {
          ...(input.sports && { sports: input.sports }),
          ...(input.sportsbooks && { sportsbooks: input.sportsbooks }),
        }
      : undefined;
  },
  'filters.read': nothing,
  'filters.change': (input) => (isFilters(input) ? input : undefined),
  'key.read': nothing,
  'key.enter'(input) {
    const fields = fieldsOf(input);
    const key = fields?.['key'];
    const base = fields?.['base'];
    const isKey = isText(key) && key !== '' && !/\s/.test(key);
    return isKey && isAddress(base) ? { key, base } : undefined;
  },
  'key.remove': nothing,
  'parlays.read'(input) {
    const sportsbook = fieldsOf(input)?.['sportsbook'];
    return isText(sportsbook) && sportsbook !== '' ? { sportsbook } : undefined;
  },
  'plays.follow'(input) {
    const games = fieldsOf(input)?.['games'];
    return Array.isArray(games) && (games.length === 0 || isTextList(games, MAX_GAMES))
      ? { games }
      : undefined;
  },
  'plays.read'(input) {
    const game = fieldsOf(input)?.['game'];
    return isText(game) ? { game } : undefined;
  },
  'diagnostics.read': nothing,
};

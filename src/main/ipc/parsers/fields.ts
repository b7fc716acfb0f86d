import { type FeedFilters, FILTER_LISTS } from '#contract/filters.ts';
import {
  COLUMN_WIDTHS,
  type FollowedGame,
  type LeagueColumns,
  MOST_FOLLOWED,
  SETTING_RANGES,
} from '#contract/settings.ts';
import { LAST_MINUTE, type QuietHours } from '#domain/alert/quiet-time.ts';

/** The fields of a plain object that a window sent. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest text a window may send in one field. */
const MAX_TEXT = 200;
/** Most names in one filter list. */
const MAX_NAMES = 5_000;
/** Most entries of a table of texts. */
const MAX_ENTRIES = 1_000;

/** The fields of a plain object; `undefined` of anything else. */
export function fieldsOf(input: unknown): Fields | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const prototype = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null ? (input as Fields) : undefined;
}

/** The parser of a request that takes nothing. */
export function nothing(input: unknown): null | undefined {
  return input === null ? null : undefined;
}

/** The parser of what names a batch that is on screen. */
export function painted(input: unknown): { generation: number; number: number } | undefined {
  const fields = fieldsOf(input);
  if (fields === undefined || !isCount(fields['generation']) || !isCount(fields['number'])) return undefined;
  return { generation: fields['generation'], number: fields['number'] };
}

/** A text of at most 200 characters. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

/** A whole number from 0 up. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The check that a value is one of some texts. */
export function isOneOf(values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && values.includes(value);
}

/** At least one text, at most `most`. */
export function isTextList(value: unknown, most: number): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.length <= most && value.every(isText);
}

/** A list of at most 5,000 texts; it may be empty. */
export function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_NAMES && value.every(isText);
}

/** A plain object of at most 1,000 texts. */
export function isTextTable(value: unknown): value is Record<string, string> {
  const fields = fieldsOf(value);
  if (fields === undefined) return false;
  const entries = Object.entries(fields);
  return entries.length <= MAX_ENTRIES && entries.every((entry) => entry.every(isText));
}

/** Columns by league, their widths within what a column can have; at most 1,000 leagues. */
export function isColumns(value: unknown): value is Record<string, LeagueColumns> {
  const leagues = fieldsOf(value);
  if (leagues === undefined) return false;
  const entries = Object.entries(leagues);
  return (
    entries.length <= MAX_ENTRIES && entries.every(([sport, columns]) => isText(sport) && isLeague(columns))
  );
}

function isLeague(value: unknown): boolean {
  const fields = fieldsOf(value);
  const widths = fieldsOf(fields?.['widths']);
  if (fields === undefined || widths === undefined) return false;
  if (Object.keys(fields).length !== 3 || !isNames(fields['order']) || !isNames(fields['hidden']))
    return false;
  const chosen = Object.entries(widths);
  return (
    chosen.length <= MAX_ENTRIES && chosen.every(([id, widthPx]) => isText(id) && isColumnWidth(widthPx))
  );
}

function isColumnWidth(value: unknown): boolean {
  return isCount(value) && value >= COLUMN_WIDTHS.least && value <= COLUMN_WIDTHS.most;
}

/** Followed games, as many as there can be. */
export function isFollowedGames(value: unknown): value is FollowedGame[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_FOLLOWED &&
    value.every((each) => {
      const fields = fieldsOf(each);
      return (
        fields !== undefined &&
        isText(fields['game']) &&
        isCount(fields['startsAtMs']) &&
        isTruth(fields['isPinned']) &&
        Object.keys(fields).length === 3
      );
    })
  );
}

/** Yes or no. */
export function isTruth(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A time zone that this system knows by its IANA name, or empty text. */
export function isTimeZone(value: unknown): value is string {
  if (!isText(value)) return false;
  if (value === '') return true;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}

/** Filters as the contract has them: known lists, none of them empty. */
export function isFilters(value: unknown): value is FeedFilters {
  const fields = fieldsOf(value);
  return (
    fields !== undefined &&
    Object.entries(fields).every(
      ([list, names]) => (FILTER_LISTS as readonly string[]).includes(list) && isTextList(names, MAX_NAMES),
    )
  );
}

/** An address that a feed can have. */
export function isAddress(value: unknown): value is string {
  return isText(value) && URL.canParse(value) && /^(https?|wss?):$/.test(new URL(value).protocol);
}

/** Quiet hours with minutes that a day has. */
export function isQuietHours(value: unknown): value is QuietHours {
  const fields = fieldsOf(value);
  const isMinute = (minute: unknown) => isCount(minute) && minute <= LAST_MINUTE;
  return (
    fields !== undefined &&
    isTruth(fields['isOn']) &&
    isMinute(fields['fromMinute']) &&
    isMinute(fields['toMinute']) &&
    Object.keys(fields).length === 3
  );
}

/** A limit of the history's age, 0 = none. */
export function isDays(value: unknown): value is number {
  return isCount(value) && isWithin(value, 'historyDays');
}

/** A limit of the history's size in MiB, 0 = none. */
export function isMegabytes(value: unknown): value is number {
  return isCount(value) && isWithin(value, 'historyMegabytes');
}

/** The fraction of what lies behind the ticker that is covered. */
export function isTickerOpacity(value: unknown): value is number {
  return typeof value === 'number' && isWithin(value, 'tickerOpacity');
}

function isWithin(value: number, name: keyof typeof SETTING_RANGES): boolean {
  const { least, most } = SETTING_RANGES[name];
  return value >= least && value <= most;
}

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

const SETTING_CHECKS: { [K in keyof Settings]: (value: unknown) => boolean } = {
  theme: isOneOf(THEMES),
  oddsFormat: isOneOf(ODDS_FORMATS),
  sport: isText,
  market: isText,
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
};

import { type FeedFilters, FILTER_LISTS } from '#contract/filters.ts';

/** The fields of a plain object that a window sent. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest text a window may send in one field. */
const MAX_TEXT = 200;
/** Most names in one filter list. */
const MAX_NAMES = 5_000;

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

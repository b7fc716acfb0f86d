import { readWatchlist } from '../../watchlist/read-watchlists.ts';
import type { Watchlist } from '../../watchlist/watchlist.ts';
import { isTimeZone, minuteOf } from './active-hours.ts';
import { JsonFields, RuleMistake } from './json-fields.ts';
import { readTarget } from './read-target.ts';
import { optional, readPrice, readTrigger } from './read-trigger.ts';
import {
  type ActiveHours,
  IMPORTANCES,
  PHASES,
  type Repeat,
  type Rule,
  type RuleConditions,
  WEEKDAYS,
} from './rule.ts';

/** Most rules, and watchlists beside them in a file. */
const RULE_LIMITS = { rules: 20_000, watchlists: 200 };

/** What a file of rules holds. */
export interface RulesFile {
  readonly rules: readonly Rule[];
  readonly watchlists: readonly Watchlist[];
}

/**
 * Reads rules and watchlists from JSON that was parsed: `{ "rules": [...], "watchlists": [...] }`, or a bare list of
 * rules. Throws `RuleMistake`, which names the rule and the field.
 */
export function readRules(value: unknown): RulesFile {
  const fields = new JsonFields(Array.isArray(value) ? { rules: value } : value, 'the file');
  const rules = fields.has('rules') ? listOf(fields, 'rules', RULE_LIMITS.rules) : [];
  const lists = fields.has('watchlists') ? listOf(fields, 'watchlists', RULE_LIMITS.watchlists) : [];
  if (fields.has('version') && fields.raw('version') !== 1)
    fields.wrong('version', 'has to be 1: a newer Linewatch wrote the file');
  fields.end();
  const file = {
    rules: rules.map((each, at) => readRule(each, `rule ${at + 1}${named(each)}`)),
    watchlists: lists.map((each, at) => listFrom(each, at)),
  };
  unique(file.rules, 'rules');
  unique(file.watchlists, 'watchlists');
  return file;
}

/** Reads one rule. `where`: what the sentence about a mistake calls it. Throws `RuleMistake`. */
export function readRule(value: unknown, where = 'the rule'): Rule {
  const fields = new JsonFields(value, where);
  const rule = {
    name: fields.text('name'),
    on: readTarget(fields.within('on')),
    ...readTrigger(fields),
    ...readConditions(fields),
  };
  const { repeat } = rule;
  const returns = rule.kind === 'price' || rule.kind === 'value' || rule.kind === 'arbitrage';
  if (typeof repeat === 'object' && 'afterReturnBy' in repeat && !returns)
    fields.wrong('repeat', '"afterReturnBy" goes with the kinds "price", "value" and "arbitrage"');
  fields.end();
  return rule;
}

function readConditions(fields: JsonFields): RuleConditions {
  return {
    ...optional(fields, 'phase', () => fields.choice('phase', PHASES)),
    ...optional(fields, 'minPrice', () => readPrice(fields, 'minPrice')),
    ...optional(fields, 'maxPrice', () => readPrice(fields, 'maxPrice')),
    ...optional(fields, 'sportsbooks', () => fields.texts('sportsbooks')),
    ...optional(fields, 'repeat', () => readRepeat(fields)),
    ...optional(fields, 'expires', () => readInstant(fields)),
    ...optional(fields, 'hours', () => readHours(fields.within('hours'))),
    ...optional(fields, 'sound', () => fields.flag('sound')),
    ...optional(fields, 'importance', () => fields.choice('importance', IMPORTANCES)),
    ...optional(fields, 'isOff', () => fields.flag('isOff')),
  };
}

function readRepeat(fields: JsonFields): Repeat {
  const value = fields.raw('repeat');
  if (value === 'once' || value === 'every') return value;
  if (typeof value === 'string')
    return fields.wrong('repeat', 'has to be "once", "every", {"afterMinutes":5} or {"afterReturnBy":10}');
  const repeat = fields.within('repeat');
  const read: Repeat = repeat.has('afterMinutes')
    ? { afterMinutes: repeat.number('afterMinutes', 0.01, 100_000) }
    : { afterReturnBy: repeat.number('afterReturnBy', 0.01, 100_000) };
  repeat.end();
  return read;
}

function readInstant(fields: JsonFields): string {
  const text = fields.text('expires');
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ||
    !/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ||
    Number.isNaN(Date.parse(text))
  )
    return fields.wrong('expires', 'has to be a time like "2026-12-31T23:00:00Z", with its zone');
  return text;
}

/** Reads hours of the day. Throws `RuleMistake`. */
export function readHours(hours: JsonFields): ActiveHours {
  for (const name of ['from', 'to'])
    if (minuteOf(hours.text(name)) === null) hours.wrong(name, 'has to be a time of day like "09:30"');
  const read: ActiveHours = {
    from: hours.text('from'),
    to: hours.text('to'),
    ...optional(hours, 'days', () => hours.choices('days', WEEKDAYS)),
    ...optional(hours, 'timeZone', () => {
      const zone = hours.text('timeZone');
      return isTimeZone(zone)
        ? zone
        : hours.wrong('timeZone', 'is no time zone; write e.g. "America/New_York"');
    }),
  };
  hours.end();
  return read;
}

/** A list that may be empty. */
function listOf(fields: JsonFields, name: string, most: number): readonly unknown[] {
  const value = fields.raw(name);
  if (!Array.isArray(value) || value.length > most)
    return fields.wrong(name, `has to be a list of at most ${most}`);
  return value;
}

function listFrom(value: unknown, at: number): Watchlist {
  const read = readWatchlist(value);
  if (typeof read === 'string') throw new RuleMistake(`watchlist ${at + 1}: ${read}`);
  return read;
}

function named(value: unknown): string {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? ` ("${name.slice(0, 60)}")` : '';
}

function unique(all: readonly { readonly name: string }[], what: string): void {
  const names = new Set<string>();
  for (const { name } of all) {
    if (names.has(name))
      throw new RuleMistake(`two ${what} are called "${name}": give each a name of its own`);
    names.add(name);
  }
}

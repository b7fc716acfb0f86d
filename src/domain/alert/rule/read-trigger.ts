import { parseAmerican } from '../../odds/american.ts';
import { DEVIG_METHODS } from '../../odds/fair/devig.ts';
import type { StakePlan } from '../../odds/fair/stake.ts';
import { MOVE_UNITS } from '../../odds/price-move.ts';
import type { JsonFields } from './json-fields.ts';
import { DIRECTIONS, GAME_EVENTS, RULE_KINDS, type RuleTrigger } from './rule.ts';

const DAY_S = 86_400;
const MOST_POINTS = 1000;

/** Reads what a rule waits for. Throws `RuleMistake`. */
export function readTrigger(fields: JsonFields): RuleTrigger {
  const kind = fields.choice('kind', RULE_KINDS);
  switch (kind) {
    case 'price':
      return {
        kind,
        price: readPrice(fields, 'price'),
        ...optional(fields, 'reach', () => fields.choice('reach', ['at-least', 'at-most'])),
        ...optional(fields, 'line', () => fields.number('line', -MOST_POINTS, MOST_POINTS)),
        ...optional(fields, 'of', () => fields.choice('of', ['any', 'best'])),
      };
    case 'move':
      return { kind, ...readMove(fields) };
    case 'line':
      return readLine(fields);
    case 'steam':
      return {
        kind,
        sportsbooksMoving: fields.whole('sportsbooksMoving', 2, 100),
        ...readMove(fields),
        ...optional(fields, 'groups', () => readGroups(fields)),
      };
    case 'event':
      return readEvents(fields);
    case 'value':
      return {
        kind,
        overPct: fields.number('overPct', -100, 1000),
        fair: fields.list('fair', 50).map((each) => readFair(each, fields)),
        method: fields.choice('method', DEVIG_METHODS),
        ...readStake(fields),
      };
    case 'arbitrage':
      return readArbitrage(fields);
    case 'play':
      return readPlay(fields);
  }
}

/** Reads an American price as a number. Throws `RuleMistake`. */
export function readPrice(fields: JsonFields, name: string): number {
  const value = fields.raw(name);
  const parsed = typeof value === 'number' ? parseAmerican(value) : undefined;
  if (!parsed?.ok || parsed.american !== value)
    return fields.wrong(name, 'has to be an American price as a whole number, e.g. -110 or 150');
  return value as number;
}

/** A field that may be left out. */
export function optional<Name extends string, const Value>(
  fields: JsonFields,
  name: Name,
  read: () => Value,
): { readonly [N in Name]?: Value } {
  return (fields.has(name) ? { [name]: read() } : {}) as { readonly [N in Name]?: Value };
}

function readMove(fields: JsonFields) {
  return {
    by: fields.number('by', 0.01, 100_000),
    unit: fields.choice('unit', MOVE_UNITS),
    withinS: fields.number('withinS', 1, DAY_S),
    direction: fields.choice('direction', DIRECTIONS),
  };
}

function readLine(fields: JsonFields): RuleTrigger {
  const rule = {
    kind: 'line',
    ...optional(fields, 'by', () => fields.number('by', 0.25, MOST_POINTS)),
    ...optional(fields, 'through', () => readNumbers(fields, 'through')),
    ...optional(fields, 'withinS', () => fields.number('withinS', 1, DAY_S)),
    ...optional(fields, 'direction', () => fields.choice('direction', DIRECTIONS)),
  } as const;
  if (rule.by === undefined && rule.through === undefined)
    return fields.wrong('by', 'or "through" has to say how far the line moves');
  return rule;
}

function readEvents(fields: JsonFields): RuleTrigger {
  const events = fields.choices('events', GAME_EVENTS);
  const needsMinutes = events.includes('starts-soon');
  if (!needsMinutes && fields.has('minutes'))
    return fields.wrong('minutes', 'goes with the event "starts-soon"');
  return { kind: 'event', events, ...(needsMinutes && { minutes: fields.number('minutes', 1, 1440) }) };
}

function readArbitrage(fields: JsonFields): RuleTrigger {
  const find = fields.has('find') ? fields.choice('find', ['arbitrage', 'middle']) : 'arbitrage';
  if (find === 'arbitrage' && fields.has('gap')) return fields.wrong('gap', 'goes with "find": "middle"');
  return {
    kind: 'arbitrage',
    find,
    overPct: fields.number('overPct', -50, 1000),
    ...(find === 'middle' && { gap: fields.number('gap', 0.5, MOST_POINTS) }),
    freshS: fields.number('freshS', 1, 600),
    ...readStake(fields),
  };
}

function readPlay(fields: JsonFields): RuleTrigger {
  const what = fields.choice('what', ['score', 'period', 'event', 'difference']);
  const goesWith = { events: ['event'], atMost: ['difference'], period: ['period', 'difference'] } as const;
  for (const [name, those] of Object.entries(goesWith))
    if (fields.has(name) && !(those as readonly string[]).includes(what))
      return fields.wrong(name, `goes with "what": "${those[0]}"`);
  return {
    kind: 'play',
    what,
    ...(what === 'event' && { events: fields.texts('events') }),
    ...(what === 'difference' && { atMost: fields.number('atMost', 0, MOST_POINTS) }),
    ...optional(fields, 'period', () => fields.text('period')),
  };
}

function readFair(value: unknown, fields: JsonFields) {
  if (typeof value === 'string' && value !== '') return { sportsbook: value };
  const each = value as { sportsbook?: unknown; weight?: unknown } | null;
  if (typeof each?.sportsbook !== 'string' || each.sportsbook === '')
    return fields.wrong(
      'fair',
      'has to hold sportsbooks, or objects like {"sportsbook":"pinnacle","weight":2}',
    );
  if (each.weight === undefined) return { sportsbook: each.sportsbook };
  if (typeof each.weight !== 'number' || !(each.weight > 0))
    return fields.wrong('fair', 'has a weight that is not a number above 0');
  return { sportsbook: each.sportsbook, weight: each.weight };
}

function readStake(fields: JsonFields): { readonly stake?: StakePlan } {
  return optional(fields, 'stake', () => readStakePlan(fields.within('stake')));
}

/** Reads a plan of stakes, a rule's own or that of the settings. Throws `RuleMistake`. */
export function readStakePlan(stake: JsonFields): StakePlan {
  const by = stake.choice('by', ['kelly', 'fixed']);
  const currency = stake.text('currency');
  if (!/^[A-Z]{3}$/.test(currency)) return stake.wrong('currency', 'has to be three letters, e.g. "USD"');
  const plan: StakePlan =
    by === 'fixed'
      ? { by, amount: stake.number('amount', 0.01, 1e9), currency }
      : {
          by,
          bankroll: stake.number('bankroll', 0.01, 1e9),
          multiplier: stake.number('multiplier', 0.01, 1),
          capPct: stake.number('capPct', 0.01, 100),
          currency,
        };
  stake.end();
  return plan;
}

function readNumbers(fields: JsonFields, name: string): readonly number[] {
  const list = fields.list(name, 50);
  return list.every((each) => typeof each === 'number' && Math.abs(each) <= MOST_POINTS)
    ? (list as number[])
    : fields.wrong(name, 'has to hold numbers, e.g. [3, 7]');
}

function readGroups(fields: JsonFields): readonly (readonly string[])[] {
  const list = isEmptyList(fields.raw('groups')) ? [] : fields.list('groups', 100);
  const isRight = list.every(
    (group) => Array.isArray(group) && group.length > 1 && group.every((each) => typeof each === 'string'),
  );
  return isRight
    ? (list as string[][])
    : fields.wrong('groups', 'has to hold lists of sportsbooks, e.g. [["betrivers", "unibet"]]');
}

/** Where nothing is meant by default, a list of nothing says just that. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

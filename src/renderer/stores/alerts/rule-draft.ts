import { RuleMistake } from '#domain/alert/rule/json-fields.ts';
import { readRule } from '#domain/alert/rule/read-rules.ts';
import {
  DIRECTIONS,
  GAME_EVENTS,
  IMPORTANCES,
  PHASES,
  RULE_KINDS,
  type Rule,
  type RuleKind,
  WEEKDAYS,
} from '#domain/alert/rule/rule.ts';
import { DEVIG_METHODS } from '#domain/odds/fair/devig.ts';
import { MOVE_UNITS } from '#domain/odds/price-move.ts';

/**
 * How a field of a rule is typed. A `list` has commas between; `groups` are lists with semicolons between; `weights`
 * are names, each perhaps with a colon and a number behind.
 */
export type FieldForm =
  | { readonly form: 'number' | 'text' | 'list' | 'numbers' | 'groups' | 'weights' | 'time' | 'flag' }
  | { readonly form: 'choice' | 'choices'; readonly values: readonly string[] };

/** A field of a rule in the editor. */
export type RuleField = FieldForm & {
  readonly name: string;
  /** What it begins with in a new rule; none = it may be left out. */
  readonly initial?: string;
};

const MOVE: readonly RuleField[] = [
  { name: 'by', form: 'number', initial: '10' },
  { name: 'unit', form: 'choice', values: MOVE_UNITS, initial: 'cents' },
  { name: 'withinS', form: 'number', initial: '300' },
  { name: 'direction', form: 'choice', values: DIRECTIONS, initial: 'both' },
];

/** What each kind of rule asks for. */
export const KIND_FIELDS: Readonly<Record<RuleKind, readonly RuleField[]>> = {
  price: [
    { name: 'price', form: 'number', initial: '100' },
    { name: 'reach', form: 'choice', values: ['at-least', 'at-most'], initial: 'at-least' },
    { name: 'of', form: 'choice', values: ['any', 'best'], initial: 'any' },
    { name: 'line', form: 'number' },
  ],
  move: MOVE,
  line: [
    { name: 'by', form: 'number', initial: '1' },
    { name: 'through', form: 'numbers' },
    { name: 'withinS', form: 'number' },
    { name: 'direction', form: 'choice', values: DIRECTIONS, initial: 'both' },
  ],
  steam: [
    { name: 'sportsbooksMoving', form: 'number', initial: '3' },
    ...MOVE,
    { name: 'groups', form: 'groups' },
  ],
  event: [
    { name: 'events', form: 'choices', values: GAME_EVENTS, initial: 'suspended' },
    { name: 'minutes', form: 'number' },
  ],
  value: [
    { name: 'overPct', form: 'number', initial: '2' },
    { name: 'fair', form: 'weights', initial: 'pinnacle' },
    { name: 'method', form: 'choice', values: DEVIG_METHODS, initial: 'multiplicative' },
  ],
  arbitrage: [
    { name: 'find', form: 'choice', values: ['arbitrage', 'middle'], initial: 'arbitrage' },
    { name: 'overPct', form: 'number', initial: '0.5' },
    { name: 'gap', form: 'number' },
    { name: 'freshS', form: 'number', initial: '60' },
  ],
  play: [
    { name: 'what', form: 'choice', values: ['score', 'period', 'event', 'difference'], initial: 'score' },
    { name: 'events', form: 'list' },
    { name: 'atMost', form: 'number' },
    { name: 'period', form: 'text' },
  ],
};

/** What every rule may ask for besides; all of it may be left out. */
export const CONDITION_FIELDS: readonly RuleField[] = [
  { name: 'phase', form: 'choice', values: PHASES },
  { name: 'sportsbooks', form: 'list' },
  { name: 'minPrice', form: 'number' },
  { name: 'maxPrice', form: 'number' },
  { name: 'repeat', form: 'choice', values: ['every', 'once', 'afterMinutes', 'afterReturnBy'] },
  { name: 'repeatBy', form: 'number' },
  { name: 'hoursFrom', form: 'time' },
  { name: 'hoursTo', form: 'time' },
  { name: 'hoursDays', form: 'choices', values: WEEKDAYS },
  { name: 'expires', form: 'text' },
  { name: 'importance', form: 'choice', values: IMPORTANCES },
  { name: 'sound', form: 'flag' },
];

/** A rule as it is typed: a text a field, `''` where nothing is. `kind` and `name` are among them. */
export type RuleText = Readonly<Record<string, string>>;

/** What the texts come to: a rule, or the sentence that says what is missing. */
export type ReadDraft =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly message: string };

/** Texts of a rule of this kind before anything is typed. */
export function blankTexts(kind: RuleKind): RuleText {
  return Object.fromEntries(KIND_FIELDS[kind].map(({ name, initial }) => [name, initial ?? '']));
}

/** A rule as texts; what the form has no field for stands in `rest`, and comes back as it was. */
export function textsOf(rule: Readonly<Record<string, unknown>>): {
  readonly texts: RuleText;
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const kind = RULE_KINDS.find((each) => each === rule['kind']) ?? 'price';
  const fields = [...KIND_FIELDS[kind], ...CONDITION_FIELDS];
  const texts: Record<string, string> = { kind, name: String(rule['name'] ?? '') };
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rule)) {
    const field = fields.find((each) => each.name === name);
    if (name === 'repeat') Object.assign(texts, repeatTexts(value));
    else if (name === 'hours') Object.assign(texts, hoursTexts(value));
    else if (field) texts[name] = textOf(value, field);
    else if (name !== 'kind' && name !== 'name') rest[name] = value;
  }
  return { texts, rest };
}

/** Reads the texts as a rule; the door of the engine reads it once more. */
export function readDraft(texts: RuleText, rest: Readonly<Record<string, unknown>>): ReadDraft {
  const kind = RULE_KINDS.find((each) => each === texts['kind']) ?? 'price';
  const rule: Record<string, unknown> = { ...rest, kind, name: texts['name'] ?? '' };
  for (const field of [...KIND_FIELDS[kind], ...CONDITION_FIELDS]) {
    const text = texts[field.name]?.trim() ?? '';
    if (text === '' || field.name.startsWith('hours') || field.name.startsWith('repeat')) continue;
    rule[field.name] = fieldValue(text, field);
  }
  const repeat = repeatOf(texts);
  if (repeat !== undefined) rule['repeat'] = repeat;
  if (texts['hoursFrom'] || texts['hoursTo']) {
    const days = listOf(texts['hoursDays'] ?? '');
    rule['hours'] = { from: texts['hoursFrom'], to: texts['hoursTo'], ...(days.length > 0 && { days }) };
  }
  try {
    return { ok: true, rule: readRule(rule) };
  } catch (error) {
    if (!(error instanceof RuleMistake)) throw error;
    return { ok: false, message: error.message };
  }
}

function fieldValue(text: string, field: RuleField): unknown {
  switch (field.form) {
    case 'number':
      return Number(text);
    case 'list':
    case 'choices':
      return listOf(text);
    case 'numbers':
      return listOf(text).map(Number);
    case 'groups':
      return text.split(';').map(listOf);
    case 'weights':
      return listOf(text).map(weighted);
    case 'flag':
      return text === 'yes';
    default:
      return text;
  }
}

function textOf(value: unknown, field: RuleField): string {
  if (field.form === 'groups' && Array.isArray(value))
    return value.map((group) => (Array.isArray(group) ? group.join(', ') : '')).join('; ');
  if (field.form === 'flag') return value === true ? 'yes' : '';
  return Array.isArray(value) ? value.map(itemText).join(', ') : String(value);
}

function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { sportsbook, weight } = item as { readonly sportsbook: string; readonly weight?: number };
  return weight === undefined ? sportsbook : `${sportsbook}: ${weight}`;
}

function weighted(text: string): unknown {
  const [sportsbook = '', weight] = text.split(':').map((part) => part.trim());
  return weight === undefined ? { sportsbook } : { sportsbook, weight: Number(weight) };
}

function repeatTexts(repeat: unknown): RuleText {
  if (typeof repeat === 'string') return { repeat };
  const [name, by] = Object.entries(repeat as object)[0] ?? ['every', ''];
  return { repeat: name, repeatBy: String(by) };
}

function repeatOf(texts: RuleText): unknown {
  const repeat = texts['repeat'];
  if (!repeat) return undefined;
  return repeat.startsWith('after') ? { [repeat]: Number(texts['repeatBy']) } : repeat;
}

function hoursTexts(hours: unknown): RuleText {
  const { from = '', to = '', days = [] } = hours as { from?: string; to?: string; days?: readonly string[] };
  return { hoursFrom: from, hoursTo: to, hoursDays: days.join(', ') };
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

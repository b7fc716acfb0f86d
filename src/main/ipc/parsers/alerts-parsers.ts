import { type AlertQuery, MOST_ALERTS_READ, type Silence } from '#contract/alerts.ts';
import type { AlertsRequests } from '#contract/requests/alerts-requests.ts';
import { JsonFields } from '#domain/alert/rule/json-fields.ts';
import { readHours, readRule } from '#domain/alert/rule/read-rules.ts';
import { RULE_KINDS } from '#domain/alert/rule/rule.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isCount, isOneOf, isText, isTruth, nothing } from './fields.ts';
import { rightly } from './rightly.ts';

/** Most alerts that are marked read by their numbers. */
const MOST_MARKED = 10_000;
/** Most rules that are tried besides the kept ones. */
const MOST_TRIED = 100;
const MOST_SNOOZED = 20_000;

/** Takes apart what a window asks about rules and alerts. */
export const ALERTS_PARSERS: Pick<Parsers, keyof AlertsRequests> = {
  'rules.read': nothing,
  'rules.save'(input) {
    const fields = fieldsOf(input);
    const replaces = fields?.['replaces'];
    const rule = rightly(() => readRule(fields?.['rule']));
    return rule !== undefined && (replaces === null || isText(replaces)) ? { rule, replaces } : undefined;
  },
  'rules.remove'(input) {
    const name = fieldsOf(input)?.['name'];
    return isText(name) ? { name } : undefined;
  },
  'rules.import': nothing,
  'rules.export': nothing,
  'rules.dryRun'(input) {
    const given = fieldsOf(input)?.['rules'];
    if (given === null) return { rules: null };
    if (!Array.isArray(given) || given.length > MOST_TRIED) return undefined;
    const rules = rightly(() => given.map((each) => readRule(each)));
    return rules && { rules };
  },
  'rules.cancelDryRun': nothing,
  'alerts.read': queryOf,
  'alerts.mark-read'(input) {
    const alertIds = fieldsOf(input)?.['alertIds'];
    if (alertIds === null) return { alertIds };
    return Array.isArray(alertIds) && alertIds.length <= MOST_MARKED && alertIds.every(isCount)
      ? { alertIds }
      : undefined;
  },
  'alerts.export': nothing,
  'silence.read': nothing,
  'silence.change': silenceOf,
};

const isKind = isOneOf([...RULE_KINDS, 'held-back', 'away']);
const PARTS: Readonly<Record<keyof AlertQuery, (value: unknown) => boolean>> = {
  text: isText,
  rule: isText,
  kind: isKind,
  isUnread: isTruth,
  isSilent: isTruth,
  fromMs: isCount,
  untilMs: isCount,
  beforeId: isCount,
  limit: (value) => isCount(value) && value >= 1 && value <= MOST_ALERTS_READ,
};

function queryOf(input: unknown): AlertQuery | undefined {
  const fields = fieldsOf(input);
  if (fields === undefined || !Object.hasOwn(fields, 'limit')) return undefined;
  const isRight = Object.entries(fields).every(
    ([name, value]) => Object.hasOwn(PARTS, name) && PARTS[name as keyof AlertQuery](value),
  );
  return isRight ? (fields as unknown as AlertQuery) : undefined;
}

function silenceOf(input: unknown): Silence | undefined {
  const fields = fieldsOf(input);
  if (fields === undefined) return undefined;
  const { quietHours, pausedUntilMs, snoozedUntilMs } = fields;
  const hours =
    quietHours === null ? null : rightly(() => readHours(new JsonFields(quietHours, 'quiet hours')));
  const snoozed = Object.entries(fieldsOf(snoozedUntilMs) ?? { '': '' });
  const isRight =
    hours !== undefined &&
    (pausedUntilMs === null || isCount(pausedUntilMs)) &&
    snoozed.length <= MOST_SNOOZED &&
    snoozed.every(([rule, untilMs]) => isText(rule) && isCount(untilMs));
  return isRight
    ? {
        quietHours: hours,
        pausedUntilMs,
        snoozedUntilMs: Object.fromEntries(snoozed) as Record<string, number>,
      }
    : undefined;
}

import { GROUP_LIMITS } from '#contract/settings.ts';
import type { SportsbookGroup } from '#domain/catalogue/sportsbook-groups.ts';
import { type Fields, fieldsOf, isNames, isText, isTruth } from './fields.ts';

/** Groups whose names differ, with each sportsbook in one of them at most. */
export function isSportsbookGroups(value: unknown): value is SportsbookGroup[] {
  if (!Array.isArray(value) || value.length > GROUP_LIMITS.groups) return false;
  const groups = value.map(fieldsOf);
  return (
    groups.every(isGroup) &&
    areDistinct(groups.map(({ name }) => name)) &&
    areDistinct(groups.flatMap(({ sportsbooks }) => sportsbooks))
  );
}

function isGroup(fields: Fields | undefined): fields is Fields & SportsbookGroup {
  if (fields === undefined || Object.keys(fields).length !== 3) return false;
  const { name, sportsbooks, isOneSource } = fields;
  const isName = isText(name) && name.trim() !== '' && name.length <= GROUP_LIMITS.nameLength;
  return isName && isNames(sportsbooks) && isTruth(isOneSource);
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

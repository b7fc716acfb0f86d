import { GROUP_LIMITS } from '#contract/settings.ts';
import type { SportsbookGroup } from '#domain/catalogue/sportsbook-groups.ts';

type Groups = readonly SportsbookGroup[];

/** Why a name can't be that of a group: it is empty, another one has it, or there are as many groups as can be. */
export type NameFault = 'empty' | 'taken' | 'full';

/** What is wrong with a name for a new group, or for the one that is called `present`; `null` = nothing. */
export function nameFault(groups: Groups, name: string, present: string | null): NameFault | null {
  if (name.trim() === '') return 'empty';
  if (groups.some((each) => each.name !== present && isSameName(each.name, name))) return 'taken';
  return present === null && groups.length >= GROUP_LIMITS.groups ? 'full' : null;
}

/** Adds a group without sportsbooks. */
export function addGroup(groups: Groups, name: string): Groups {
  return [...groups, { name, sportsbooks: [], isOneSource: false }];
}

/** Gives a group another name. */
export function renameGroup(groups: Groups, name: string, next: string): Groups {
  return groups.map((each) => (each.name === name ? { ...each, name: next } : each));
}

/** Says whether a group counts as one source. */
export function changeSource(groups: Groups, name: string, isOneSource: boolean): Groups {
  return groups.map((each) => (each.name === name ? { ...each, isOneSource } : each));
}

/** Puts a sportsbook into a group, out of the one that it was in; `null` = into none. */
export function putInto(groups: Groups, sportsbook: string, name: string | null): Groups {
  return groups.map((each) => {
    const others = each.sportsbooks.filter((id) => id !== sportsbook);
    if (each.name === name) return { ...each, sportsbooks: [...others, sportsbook] };
    return others.length === each.sportsbooks.length ? each : { ...each, sportsbooks: others };
  });
}

/** Two names that a person reads as one. */
function isSameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}

import type { MenuAction, MenuGroup } from '#contract/menu.ts';
import type { WindowsRequests } from '#contract/requests/windows-requests.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isText, nothing } from './fields.ts';

/** Most menus, and most actions in one. */
const MOST_GROUPS = 12;
const MOST_ACTIONS = 60;

/** Takes apart what a window asks about the windows. */
export const WINDOWS_PARSERS: Pick<Parsers, keyof WindowsRequests> = {
  'ticker.toggle': nothing,
  'main.show': nothing,
  'menu.set'(input) {
    const groups = fieldsOf(input)?.['groups'];
    return Array.isArray(groups) && groups.length <= MOST_GROUPS && groups.every(isGroup)
      ? { groups }
      : undefined;
  },
};

function isGroup(value: unknown): value is MenuGroup {
  const fields = fieldsOf(value);
  const actions = fields?.['actions'];
  return (
    isText(fields?.['label']) &&
    Array.isArray(actions) &&
    actions.length <= MOST_ACTIONS &&
    actions.every(isAction)
  );
}

function isAction(value: unknown): value is MenuAction {
  const fields = fieldsOf(value);
  return fields !== undefined && ['id', 'label', 'shortcut'].every((name) => isText(fields[name]));
}

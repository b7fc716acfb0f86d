import { useEffect, useMemo } from 'react';
import { isTyped, pressedShortcut } from '../../stores/actions/shortcut.ts';
import { type ShortcutTable, tableOf } from '../../stores/actions/shortcut-table.ts';
import { texts } from '../../texts.ts';
import { IS_MAC } from '../../ui/shortcut-text.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';
import { ACTION_GROUPS, ACTIONS } from './action-list.ts';

/** Fields in which a key types something; an open drop-down list has the focus on what is chosen in it. */
const TYPED_INTO =
  'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, option, [contenteditable]';

/** The shortcuts in force: the user's own, then the product's. */
export function useShortcutTable(): ShortcutTable {
  const { settings } = useStores();
  const own = useSelected(settings.settings, ({ shortcuts }) => shortcuts);
  return useMemo(() => tableOf(ACTIONS, own), [own]);
}

/** Makes the application's menu of all actions, and runs what is chosen there. */
export function useAppMenu(): void {
  const stores = useStores();
  const table = useShortcutTable();
  useEffect(() => {
    stores.windows.setMenu(
      ACTION_GROUPS.map((group) => ({
        label: texts.actions.groups[group],
        actions: ACTIONS.filter((action) => action.group === group).map(({ id }) => ({
          id,
          label: texts.actions.titles[id],
          shortcut: table.shortcutOf(id),
        })),
      })),
    );
  }, [stores, table]);
  useEffect(
    () => stores.windows.hearMenu((id) => ACTIONS.find((action) => action.id === id)?.run(stores)),
    [stores],
  );
}

/** Runs actions by their shortcuts from anywhere in the window but a dialog. */
export function useShortcuts(): void {
  const stores = useStores();
  const table = useShortcutTable();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog:modal') !== null) return;
      const shortcut = pressedShortcut(event, IS_MAC);
      const id = table.actionOf(shortcut);
      const isInField = event.target instanceof Element && event.target.matches(TYPED_INTO);
      if (id === undefined || (isInField && isTyped(shortcut))) return;
      event.preventDefault();
      ACTIONS.find((action) => action.id === id)?.run(stores);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [stores, table]);
}

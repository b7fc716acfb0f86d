import type { KeyboardEvent } from 'react';
import { pressedShortcut } from '../../stores/actions/shortcut.ts';
import type { Pointed } from '../../stores/pointed.ts';
import type { Stores } from '../../stores/stores.ts';
import { IS_MAC } from '../../ui/shortcut-text.ts';
import { pointedActions } from './pointed-actions.ts';

/** Does by its key what stands in the menu of what is pointed at; answers whether there is such a thing. */
export function pressPointed(event: KeyboardEvent, pointed: Pointed | null, stores: Stores): boolean {
  if (event.key.length !== 1 || pointed === null) return false;
  const shortcut = pressedShortcut(event, IS_MAC);
  const action = pointedActions(pointed, stores).find((each) => each.shortcut === shortcut);
  action?.run(stores);
  return action !== undefined;
}

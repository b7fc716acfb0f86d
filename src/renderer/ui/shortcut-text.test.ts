import { expect, it } from 'vitest';
import { shortcutKeys } from './shortcut-text.ts';

it.each([
  ['Mod+Shift+k', false, ['Ctrl', 'Shift', 'K']],
  ['Mod+Shift+k', true, ['⌘', '⇧', 'K']],
  ['?', false, ['?']],
  ['Mod++', false, ['Ctrl', '+']],
  ['+', false, ['+']],
  ['Alt+ArrowUp', false, ['Alt', '↑']],
  ['', false, []],
])('writes %j, on a Mac %s, as %j', (shortcut, isMac, keys) => {
  expect(shortcutKeys(shortcut, isMac)).toEqual(keys);
});

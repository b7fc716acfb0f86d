import { expect, it } from 'vitest';
import { isAssignable } from '../../stores/actions/shortcut.ts';
import { ACTIONS } from './action-list.ts';

it('gives every action a shortcut that it may have, and none to two of them', () => {
  const shortcuts = ACTIONS.map(({ shortcut }) => shortcut);
  expect(shortcuts.filter((shortcut) => !isAssignable(shortcut))).toEqual([]);
  expect(new Set(shortcuts).size).toBe(ACTIONS.length);
  expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
});

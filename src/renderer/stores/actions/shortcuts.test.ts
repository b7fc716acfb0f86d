import { describe, expect, it } from 'vitest';
import { isAssignable, isTyped, type KeyPress, pressedShortcut } from './shortcut.ts';
import { chooseShortcut, tableOf } from './shortcut-table.ts';

function press(key: string, held = '', code = ''): KeyPress {
  const has = (name: string) => held.includes(name);
  return { key, code, ctrlKey: has('C'), metaKey: has('M'), altKey: has('A'), shiftKey: has('S') };
}

describe('pressedShortcut', () => {
  it.each([
    [press('k', 'C'), false, 'Mod+k'],
    [press('K', 'CS'), false, 'Mod+Shift+k'],
    [press('k', 'M'), true, 'Mod+k'],
    [press('k', 'C'), true, ''],
    [press('k', 'M'), false, ''],
    [press('?', 'S'), false, '?'],
    [press('M', 'S'), false, 'Shift+m'],
    [press('&', 'C', 'Digit1'), false, 'Mod+1'],
    [press('1', 'CS', 'Digit1'), false, 'Mod+Shift+1'],
    [press('Control', 'C'), false, ''],
    [press(' '), false, 'Space'],
    [press('ArrowLeft', 'A'), false, 'Alt+ArrowLeft'],
    [press('ArrowLeft', 'S'), false, 'Shift+ArrowLeft'],
    [press('F5'), false, 'F5'],
  ])('%j, on a Mac %s, is %j', (given, isMac, shortcut) => {
    expect(pressedShortcut(given, isMac)).toBe(shortcut);
  });

  it('leaves the keys that move about alone', () => {
    for (const reserved of ['', 'Tab', 'Shift+Tab', 'Enter', 'Escape', 'Space', 'ArrowUp', 'Home'])
      expect(isAssignable(reserved)).toBe(false);
    for (const free of ['Mod+Enter', 'Alt+ArrowUp', 'g', '?', 'F5']) expect(isAssignable(free)).toBe(true);
  });

  it('knows what types a sign', () => {
    for (const typed of ['?', 'g', 'Shift+m', '/']) expect(isTyped(typed)).toBe(true);
    for (const held of ['Mod+k', 'Alt+k', 'F5']) expect(isTyped(held)).toBe(false);
  });
});

describe('the table of shortcuts', () => {
  const actions = [
    { id: 'palette', shortcut: 'Mod+k' },
    { id: 'next', shortcut: ']' },
    { id: 'last', shortcut: '' },
  ];

  it('holds what the product gives where the user chose nothing', () => {
    const table = tableOf(actions, {});
    expect(table.actionOf('Mod+k')).toBe('palette');
    expect(table.shortcutOf('last')).toBe('');
    expect(table.actionOf('')).toBeUndefined();
  });

  it('prefers what the user chose, and never gives one shortcut to two actions', () => {
    const table = tableOf(actions, { last: ']', palette: '' });
    expect(table.actionOf(']')).toBe('last');
    expect(table.shortcutOf('next')).toBe('');
    expect(table.actionOf('Mod+k')).toBeUndefined();
  });

  it('takes a shortcut from its holder, and gives all back with the product’s own', () => {
    const taken = chooseShortcut(actions, {}, 'last', ']');
    expect(taken).toEqual({ last: ']', next: '' });
    const back = chooseShortcut(actions, taken, 'next', ']');
    expect(tableOf(actions, back).shortcutOf('next')).toBe(']');
    expect(tableOf(actions, back).shortcutOf('last')).toBe('');
  });

  it('ignores shortcuts of actions that are no more', () => {
    expect(tableOf(actions, { gone: ']' }).actionOf(']')).toBe('next');
  });
});

/**
 * A shortcut in words that are the same on every system: modifiers in the order `Mod`, `Alt`, `Shift`, then the key,
 * e.g. `Mod+Shift+k`, `]`, `?`. `Mod` is Ctrl, on a Mac Cmd. Empty text = none.
 */
export type Shortcut = string;

/** A key press as the browser tells it. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'Dead',
  'Unidentified',
]);
/** Keys that move about and leave dialogs everywhere: alone they can't be given to an action. */
const RESERVED =
  /^(Shift\+)?(Tab|Enter|Escape|Space|Backspace|Delete|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|ContextMenu)$/;

/** The shortcut that a key press means; empty for a modifier alone, and for one that belongs to the desktop. */
export function pressedShortcut(press: KeyPress, isMac: boolean): Shortcut {
  const { altKey, shiftKey } = press;
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other || MODIFIERS.has(press.key)) return '';
  const key = keyOf(press, mod || altKey);
  // a sign such as `?` has its shift within it already
  const isShifted = shiftKey && (key.length > 1 || key.toUpperCase() !== key || /\d/.test(key));
  return [mod ? 'Mod' : '', altKey ? 'Alt' : '', isShifted ? 'Shift' : '', key].filter(Boolean).join('+');
}

/** Whether an action may have the shortcut. */
export function isAssignable(shortcut: Shortcut): boolean {
  return shortcut !== '' && !RESERVED.test(shortcut);
}

/** Whether the shortcut types something where text is entered. */
export function isTyped(shortcut: Shortcut): boolean {
  return !/^(Mod|Alt)\+|^F\d+$|^Shift\+F\d+$/.test(shortcut);
}

function keyOf({ key, code }: KeyPress, isModified: boolean): string {
  if (key === ' ') return 'Space';
  // with a modifier the digit counts, whatever the layout has on its key
  if (isModified && /^Digit\d$/.test(code)) return code.slice(-1);
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether the keyboard is a Mac's: Cmd stands where others have Ctrl. */
export const IS_MAC = /^Mac/.test(globalThis.navigator?.platform ?? '');

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The keys of a shortcut as they stand on the keyboard: `Ctrl`, `Shift`, `K`. Empty for none. */
export function shortcutKeys(shortcut: string, isMac = IS_MAC): readonly string[] {
  if (shortcut === '') return [];
  // the plus sign is a key as well
  return shortcut.split(/\+(?=.)/).map((key) => {
    const name = (isMac ? MAC_SIGNS[key] : undefined) ?? NAMES[key] ?? key;
    return name.length === 1 ? name.toUpperCase() : name;
  });
}

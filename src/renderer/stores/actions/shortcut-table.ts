import type { Shortcut } from './shortcut.ts';

/** An action as far as its shortcut is concerned. */
export interface Bound {
  readonly id: string;
  /** What the product gives it. */
  readonly shortcut: Shortcut;
}

/** Which action has which shortcut: the user's own first, then the product's where nobody else has it. */
export interface ShortcutTable {
  /** Empty text where an action has none. */
  shortcutOf(id: string): Shortcut;
  /** The action of a shortcut, `undefined` where it has none. */
  actionOf(shortcut: Shortcut): string | undefined;
}

/** Gives out the shortcuts. An action whose own shortcut the user gave to another one is left without. */
export function tableOf(actions: readonly Bound[], own: Readonly<Record<string, string>>): ShortcutTable {
  const byAction = new Map<string, Shortcut>();
  const byShortcut = new Map<Shortcut, string>();
  const give = (id: string, shortcut: Shortcut) => {
    if (shortcut === '' || byShortcut.has(shortcut)) return;
    byAction.set(id, shortcut);
    byShortcut.set(shortcut, id);
  };
  for (const { id } of actions) if (Object.hasOwn(own, id)) give(id, own[id]!);
  for (const { id, shortcut } of actions) if (!Object.hasOwn(own, id)) give(id, shortcut);
  return { shortcutOf: (id) => byAction.get(id) ?? '', actionOf: (shortcut) => byShortcut.get(shortcut) };
}

/** The user's shortcuts after one more choice; a choice that is the product's own is not kept. */
export function chooseShortcut(
  actions: readonly Bound[],
  own: Readonly<Record<string, string>>,
  id: string,
  shortcut: Shortcut,
): Readonly<Record<string, string>> {
  const kept = Object.entries(own).filter(
    ([other, held]) => other !== id && (shortcut === '' || held !== shortcut),
  );
  const isProducts = actions.find((action) => action.id === id)?.shortcut === shortcut;
  const holder = shortcut === '' ? undefined : tableOf(actions, own).actionOf(shortcut);
  const takenFrom = holder !== undefined && holder !== id ? [[holder, ''] as const] : [];
  return Object.fromEntries([...kept, ...takenFrom, ...(isProducts ? [] : [[id, shortcut] as const])]);
}

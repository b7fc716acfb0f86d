import { shortcutKeys } from './shortcut-text.ts';

/** A shortcut as keys of the keyboard; nothing where there is none. */
export function ShortcutKeys({ shortcut }: { readonly shortcut: string }) {
  const keys = shortcutKeys(shortcut);
  if (keys.length === 0) return null;
  return (
    <span className="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

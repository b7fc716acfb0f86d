import { texts } from '../../texts.ts';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { useStores } from '../stores-context.ts';

/** The way to the first game. */
export function FindStep() {
  const { navigation } = useStores();
  const table = useShortcutTable();
  const words = texts.onboarding.find;
  return (
    <>
      <p>
        <ShortcutKeys shortcut={table.shortcutOf('palette.open')} /> {words.palette}
      </p>
      <p>
        <ShortcutKeys shortcut={table.shortcutOf('shortcuts.show')} /> {words.sheet}
      </p>
      <p>{words.status}</p>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        onClick={() => navigation.palette.write(true)}
      >
        {words.open}
      </button>
    </>
  );
}

import { useState } from 'react';
import { chooseShortcut } from '../../stores/actions/shortcut-table.ts';
import { texts } from '../../texts.ts';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { ACTIONS, type ActionId } from '../actions/action-list.ts';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';
import { ShortcutField } from './shortcut-field.tsx';

/** Every action with its shortcut, each of which can be another. */
export function ShortcutEditor() {
  const { settings } = useStores();
  const own = useSelected(settings.settings, (current) => current.shortcuts);
  const table = useShortcutTable();
  const [edited, setEdited] = useState<ActionId | null>(null);
  const [said, setSaid] = useState('');
  const words = texts.settings.shortcuts;

  const choose = (id: ActionId, shortcut: string) => {
    const holder = ACTIONS.find((action) => action.id === table.actionOf(shortcut));
    settings.change({ shortcuts: chooseShortcut(ACTIONS, own, id, shortcut) });
    setEdited(null);
    setSaid(
      holder === undefined || holder.id === id
        ? words.kept(texts.actions.titles[id])
        : words.taken(texts.actions.titles[holder.id]),
    );
  };

  return (
    <>
      <div className="setting-row">
        <span className="hint" role="status">
          {said}
        </span>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            settings.change({ shortcuts: {} });
            setSaid('');
          }}
        >
          {words.reset}
        </button>
      </div>
      <ul className="shortcuts" aria-label={words.list}>
        {ACTIONS.map(({ id }) => (
          <li key={id} className="shortcut-line">
            <span>{texts.actions.titles[id]}</span>
            {edited === id ? (
              <ShortcutField
                action={texts.actions.titles[id]}
                holderOf={(shortcut) => {
                  const holder = ACTIONS.find((action) => action.id === table.actionOf(shortcut));
                  return holder === undefined || holder.id === id ? null : texts.actions.titles[holder.id];
                }}
                onChoose={(shortcut) => choose(id, shortcut)}
                onLeave={() => setEdited(null)}
              />
            ) : (
              <span className="shortcut-now">
                {table.shortcutOf(id) === '' ? (
                  <span className="hint">{words.none}</span>
                ) : (
                  <ShortcutKeys shortcut={table.shortcutOf(id)} />
                )}
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={words.change(texts.actions.titles[id])}
                  onClick={() => setEdited(id)}
                >
                  {words.changeShort}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

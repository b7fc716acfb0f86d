import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { texts } from '../../texts.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { ACTION_ENTRIES, hereEntries, type PaletteEntry, paletteIndex } from './palette-entries.ts';

/** More matches than these nobody reads: one types another letter. */
const MOST_SHOWN = 40;

/** Finds games, teams, players, screens and actions from anywhere. */
export function Palette() {
  const { navigation } = useStores();
  return useObservable(navigation.palette) ? <OpenPalette /> : null;
}

function OpenPalette() {
  const stores = useStores();
  const { navigation, names, scheduler } = stores;
  const known = useObservable(names.names);
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => names.refresh(), [names]);

  const [here] = useState(() => hereEntries(stores));
  const index = useMemo(() => paletteIndex(known, scheduler.nowMs(), here), [known, scheduler, here]);
  const found = useMemo(
    () => (query.trim() === '' ? [...here, ...ACTION_ENTRIES] : index.find(query, MOST_SHOWN)),
    [index, query, here],
  );
  const at = Math.min(cursor, found.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another line or list is what moves the view.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, found]);

  const close = () => navigation.palette.write(false);
  const run = (entry: PaletteEntry | undefined, isModified: boolean) => {
    if (entry === undefined) return;
    close();
    const act = isModified && entry.openPage ? entry.openPage : entry.run;
    // the dialog gives the keyboard back first, then the action may take it on
    requestAnimationFrame(() => act(stores));
  };
  const press = (event: KeyboardEvent) => {
    const count = found.length;
    if (event.key === 'Enter') run(found[at], event.ctrlKey || event.metaKey);
    else if (event.key === 'ArrowDown') setCursor(count === 0 ? 0 : (at + 1) % count);
    else if (event.key === 'ArrowUp') setCursor(count === 0 ? 0 : (at - 1 + count) % count);
    else if (event.key === 'PageDown') setCursor(Math.max(0, Math.min(count - 1, at + 8)));
    else if (event.key === 'PageUp') setCursor(Math.max(0, at - 8));
    else return;
    event.preventDefault();
  };

  return (
    <Modal label={texts.actions.palette.label} className="palette" onClose={close}>
      <div className="palette-field">
        <SearchIcon size={16} />
        <input
          type="text"
          role="combobox"
          aria-label={texts.actions.palette.label}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder={texts.actions.palette.placeholder}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCursor(0);
          }}
          onKeyDown={press}
        />
      </div>
      <p className="spoken" role="status">
        {query === '' ? '' : texts.actions.palette.found(found.length)}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label={texts.actions.palette.results}
        data-empty={found.length === 0 || undefined}
      >
        {found.map((entry, place) => (
          <PaletteLine
            key={entry.key}
            id={`${id}-${place}`}
            entry={entry}
            isChosen={place === at}
            onPoint={() => setCursor(place)}
            onRun={(isModified) => run(entry, isModified)}
          />
        ))}
      </div>
      {found.length === 0 ? (
        <div className="palette-none">
          <p>{texts.actions.palette.none(query.trim())}</p>
          <p className="hint">{texts.actions.palette.noneHint}</p>
        </div>
      ) : null}
      {found[at]?.openPage ? (
        <p className="palette-foot">
          <ShortcutKeys shortcut="Enter" /> {texts.actions.palette.enter}
          <ShortcutKeys shortcut="Mod+Enter" /> {texts.actions.palette.modEnter}
        </p>
      ) : null}
    </Modal>
  );
}

interface PaletteLineProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
  readonly onRun: (isModified: boolean) => void;
}

function PaletteLine({ id, entry, isChosen, onPoint, onRun }: PaletteLineProps) {
  const table = useShortcutTable();
  const { action, kind, title, note } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field has the focus and the keys.
    <div
      id={id}
      className="palette-line"
      role="option"
      aria-selected={isChosen}
      onMouseMove={isChosen ? undefined : onPoint}
      onClick={(event) => onRun(event.ctrlKey || event.metaKey)}
    >
      <span className="palette-kind">{texts.actions.palette.kinds[kind]}</span>
      <span className="palette-title">{title}</span>
      <span className="palette-note">{note}</span>
      {action === null ? null : <ShortcutKeys shortcut={table.shortcutOf(action.id)} />}
    </div>
  );
}

import type { KeyboardEvent } from 'react';
import { texts } from '../../texts.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { shortcutKeys } from '../../ui/shortcut-text.ts';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { focusGrid, SEARCH_ID } from '../landmarks.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Finds teams as the user types. Escape clears and then leaves for the table. */
export function SearchField() {
  const { search } = useStores();
  const text = useObservable(search);
  const keys = shortcutKeys(useShortcutTable().shortcutOf('search.teams'));
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && text !== '') search.write('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') focusGrid();
    else return;
    event.preventDefault();
  };

  return (
    <search className="search">
      <SearchIcon size={14} />
      <input
        id={SEARCH_ID}
        type="search"
        aria-label={texts.search.label}
        aria-keyshortcuts={keys.join('+') || undefined}
        placeholder={texts.search.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => search.write(event.currentTarget.value)}
        onKeyDown={leave}
      />
      {keys.length === 1 ? (
        <span className="search-key" aria-hidden="true">
          {keys[0]}
        </span>
      ) : null}
    </search>
  );
}

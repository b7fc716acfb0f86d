import { type KeyboardEvent, useEffect, useRef } from 'react';
import { texts } from '../../texts.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { focusGrid } from '../landmarks.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Finds teams as the user types. `/` comes here from anywhere, Escape clears and then leaves for the table. */
export function SearchField() {
  const { search } = useStores();
  const text = useObservable(search);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const jump = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, []);

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
        ref={input}
        type="search"
        aria-label={texts.search.label}
        aria-keyshortcuts="/"
        placeholder={texts.search.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => search.write(event.currentTarget.value)}
        onKeyDown={leave}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type === 'search' || target.type === 'text';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

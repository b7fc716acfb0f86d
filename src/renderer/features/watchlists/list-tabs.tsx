import type { KeyboardEvent } from 'react';
import type { Watchlists } from '#contract/watchlists.ts';
import { texts } from '../../texts.ts';
import { useDragOrder } from '../../ui/use-drag-order.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** The watchlists by name: chosen by click or arrow, put in order by dragging or with Alt and an arrow. */
export function ListTabs({ lists }: { readonly lists: Watchlists }) {
  const { watchlists } = useStores();
  const current = useObservable(watchlists.current);
  const dragOrder = useDragOrder(watchlists.move);

  const press = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const at = lists.findIndex(({ watchlistId }) => watchlistId === current);
    const beside = step === undefined ? undefined : lists[at + step];
    if (step === undefined || !beside || current === null) return;
    event.preventDefault();
    if (event.altKey) return void watchlists.move(current, at + step);
    watchlists.choose(beside.watchlistId);
    document.getElementById(`list-${beside.watchlistId}`)?.focus();
  };

  return (
    <div
      className="watch-lists"
      role="tablist"
      aria-orientation="vertical"
      aria-label={texts.watchlists.lists}
      tabIndex={-1}
      onKeyDown={press}
    >
      {lists.map(({ watchlistId, name, entries }, at) => (
        <button
          key={watchlistId}
          id={`list-${watchlistId}`}
          type="button"
          role="tab"
          className="watch-list"
          aria-selected={watchlistId === current}
          tabIndex={watchlistId === current ? 0 : -1}
          {...dragOrder(watchlistId, at)}
          onClick={() => watchlists.choose(watchlistId)}
        >
          <span className="watch-list-name">{name}</span>
          <span className="second-line">{texts.watchlists.entries(entries.length)}</span>
        </button>
      ))}
    </div>
  );
}

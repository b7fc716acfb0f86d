import { type DragEvent, useState } from 'react';
import { texts } from '../../texts.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/screen-icons.tsx';
import { sportsbookName, sportsbookOrderOf } from '../../ui/sportsbook-names.ts';
import { useStores } from '../stores-context.ts';
import { useKnownSportsbooks } from '../use-known-sportsbooks.ts';
import { useSelected } from '../use-observable.ts';

/** The sportsbooks in their order: dragged or moved by buttons, and left out by their box. */
export function SportsbookOrder() {
  const { settings } = useStores();
  const order = useSelected(settings.settings, (current) => current.sportsbookOrder);
  const hidden = useSelected(settings.settings, (current) => current.hiddenSportsbooks);
  const books = useKnownSportsbooks().sort(sportsbookOrderOf(order));
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const words = texts.settings.sportsbooks;

  const move = (id: string, to: number) => {
    const at = books.indexOf(id);
    if (to < 0 || to >= books.length || to === at) return;
    const moved = books.toSpliced(at, 1).toSpliced(to, 0, id);
    settings.change({ sportsbookOrder: moved });
    setSaid(words.moved(sportsbookName(id), to + 1, books.length));
  };
  const show = (id: string, isShown: boolean) =>
    settings.change({
      hiddenSportsbooks: isShown ? hidden.filter((other) => other !== id) : [...hidden, id],
    });
  const dragOver = (event: DragEvent, id: string) => {
    event.preventDefault();
    if (dragged !== null && dragged !== id) move(dragged, books.indexOf(id));
  };

  if (books.length === 0) return <p className="hint">{words.empty}</p>;
  return (
    <>
      <div className="setting-row">
        <span className="hint">
          {words.shown(books.filter((id) => !hidden.includes(id)).length, books.length)}
        </span>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => settings.change({ sportsbookOrder: [], hiddenSportsbooks: [] })}
        >
          {words.reset}
        </button>
      </div>
      <p className="spoken" role="status">
        {said}
      </p>
      <ol className="books" aria-label={words.list}>
        {books.map((id, at) => (
          <li
            key={id}
            className="book-line"
            draggable
            data-dragged={id === dragged || undefined}
            onDragStart={() => setDragged(id)}
            onDragOver={(event) => dragOver(event, id)}
            onDragEnd={() => setDragged(null)}
          >
            <label>
              <input
                type="checkbox"
                aria-label={words.show(sportsbookName(id))}
                checked={!hidden.includes(id)}
                onChange={(event) => show(id, event.currentTarget.checked)}
              />
              {sportsbookName(id)}
            </label>
            <button
              type="button"
              className="button button-icon"
              aria-label={words.up(sportsbookName(id))}
              aria-disabled={at === 0}
              onClick={() => move(id, at - 1)}
            >
              <ArrowUpIcon size={14} />
            </button>
            <button
              type="button"
              className="button button-icon"
              aria-label={words.down(sportsbookName(id))}
              aria-disabled={at === books.length - 1}
              onClick={() => move(id, at + 1)}
            >
              <ArrowDownIcon size={14} />
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

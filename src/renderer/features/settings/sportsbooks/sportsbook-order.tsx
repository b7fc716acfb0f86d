import { useState } from 'react';
import { groupFinder, moveTogether } from '#domain/catalogue/sportsbook-groups.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../../texts.ts';
import { OrderList } from '../../../ui/order-list.tsx';
import { useStores } from '../../stores-context.ts';
import { useKnownSportsbooks, useSportsbookOrder } from '../../use-known-sportsbooks.ts';
import { useSelected } from '../../use-observable.ts';

/** The sportsbooks in their order: dragged or moved by buttons, and left out by their box. */
export function SportsbookOrder() {
  const { settings } = useStores();
  const groups = useSelected(settings.settings, (current) => current.sportsbookGroups);
  const hidden = useSelected(settings.settings, (current) => current.hiddenSportsbooks);
  const books = useSportsbookOrder()(useKnownSportsbooks());
  const groupOf = groupFinder(groups);
  const [said, setSaid] = useState('');
  const words = texts.settings.sportsbooks;

  const move = (id: string, to: number) => {
    const beside = books[to]!;
    const moved = moveTogether(books, id, beside, groups);
    settings.change({ sportsbookOrder: moved });
    const group = groupOf(id);
    const isAlone = group === undefined || group === groupOf(beside);
    const place = moved.indexOf(id) + 1;
    setSaid((isAlone ? words.moved : words.movedWith(group.name))(sportsbookName(id), place, books.length));
  };
  const show = (id: string, isShown: boolean) =>
    settings.change({
      hiddenSportsbooks: isShown ? hidden.filter((other) => other !== id) : [...hidden, id],
    });

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
      <OrderList
        label={words.list}
        words={words}
        items={books.map((id) => ({
          id,
          name: sportsbookName(id),
          isShown: !hidden.includes(id),
          group: groupOf(id)?.name ?? null,
        }))}
        onMove={move}
        onShow={show}
      />
    </>
  );
}

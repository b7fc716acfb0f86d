import { useDeferredValue, useMemo, useState } from 'react';
import type { Aged, CatalogueGame } from '#contract/catalogue.ts';
import type { FilterList } from '#contract/filters.ts';
import { type Chosen, choose, countChosen, isChosen } from '../../stores/feed/filter-draft.ts';
import { texts } from '../../texts.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { useMinute } from '../use-minute.ts';
import { linesOf } from './filter-lines.ts';
import { PartAge } from './part-age.tsx';

interface FilterColumnProps {
  readonly list: FilterList;
  readonly chosen: Chosen;
  readonly offered: readonly string[];
  /** For the list of games: with sport and start. */
  readonly games: readonly CatalogueGame[] | null;
  readonly age: Aged<unknown>;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One list: how much of it is chosen, a search, all or none, the names, and how old it is. */
export function FilterColumn({ list, chosen, offered, games, age, onChoose }: FilterColumnProps) {
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search);
  const minuteMs = useMinute();
  const lines = useMemo(
    () => linesOf(list, offered, games, sought, minuteMs),
    [list, offered, games, sought, minuteMs],
  );
  const title = texts.filters.lists[list];
  const matching = lines.flatMap((line) => (line.kind === 'name' ? [line.name] : []));
  const toggle = (name: string) => onChoose(choose(chosen, offered, [name], !isChosen(chosen, name)));

  return (
    <section className="filter-column" aria-label={title}>
      <div className="filter-head">
        <h3 className="part-title">{title}</h3>
        <span className="filter-count" role="status">
          {texts.filters.count(countChosen(chosen, offered), offered.length)}
        </span>
      </div>
      <SearchInput label={texts.filters.search(title)} value={search} onChange={setSearch} />
      <div className="filter-bulk">
        <button
          type="button"
          className="button button-quiet"
          aria-label={texts.filters.allOf(title)}
          onClick={() => onChoose(choose(chosen, offered, matching, true))}
        >
          {texts.filters.all}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label={texts.filters.noneOf(title)}
          onClick={() => onChoose(choose(chosen, offered, matching, false))}
        >
          {texts.filters.none}
        </button>
        {sought === '' ? null : <span className="filter-found">{texts.filters.found(matching.length)}</span>}
      </div>
      {lines.length > 0 ? (
        <PickList label={title} lines={lines} isPicked={(name) => isChosen(chosen, name)} onToggle={toggle} />
      ) : (
        <p className="filter-empty hint">
          {offered.length > 0 ? texts.filters.noMatch : texts.filters.nothing(title)}
        </p>
      )}
      <PartAge age={age} />
    </section>
  );
}

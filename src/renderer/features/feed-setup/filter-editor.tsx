import { useMemo, useState } from 'react';
import type { Catalogue } from '#contract/catalogue.ts';
import { type FeedFilters, FILTER_LISTS, type FilterList } from '#contract/filters.ts';
import {
  type Chosen,
  draftOf,
  type FilterDraft,
  isSameAsk,
  namesOf,
  offerOf,
  withSports,
} from '../../stores/feed/filter-draft.ts';
import { FilterColumn } from './filter-column.tsx';
import { FilterFoot } from './filter-foot.tsx';
import { useOfferedMarkets } from './use-offered-markets.ts';

interface FilterEditorProps {
  readonly catalogue: Catalogue;
  readonly applied: FeedFilters;
}

/** The four lists side by side, and under them what the choice comes to. */
export function FilterEditor({ catalogue, applied }: FilterEditorProps) {
  const [edited, setEdited] = useState({ from: applied, draft: draftOf(applied) });
  // Filters that were changed elsewhere (a name replaced, another feed) are the new start of the draft.
  if (!isSameAsk(edited.from, applied)) setEdited({ from: applied, draft: draftOf(applied) });
  const { draft } = edited;
  const markets = useOfferedMarkets(catalogue, draft);
  const offer = useMemo(() => offerOf(catalogue, draft, markets.value), [catalogue, draft, markets.value]);

  const change = (next: FilterDraft) => setEdited({ from: edited.from, draft: next });
  const chooseIn = (list: FilterList, chosen: Chosen) =>
    change(
      list === 'sports' ? withSports(draft, chosen, catalogue.games.value) : { ...draft, [list]: chosen },
    );

  return (
    <>
      <div className="filter-columns">
        {FILTER_LISTS.map((list) => (
          <FilterColumn
            key={list}
            list={list}
            chosen={draft[list]}
            offered={namesOf(offer, list)}
            games={list === 'games' ? offer.games : null}
            age={list === 'markets' ? markets : catalogue[list]}
            onChoose={(chosen) => chooseIn(list, chosen)}
          />
        ))}
      </div>
      <FilterFoot draft={draft} offer={offer} applied={applied} onReset={() => change(draftOf(applied))} />
    </>
  );
}

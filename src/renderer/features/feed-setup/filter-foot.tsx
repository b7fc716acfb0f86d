import { useState } from 'react';
import type { FeedFilters } from '#contract/filters.ts';
import { outcomesAGame } from '#domain/catalogue/estimate.ts';
import {
  emptyLists,
  type FilterDraft,
  filtersOf,
  isSameAsk,
  largeAsk,
  type Offer,
  sizeOf,
} from '../../stores/feed/filter-draft.ts';
import { texts } from '../../texts.ts';
import { memoryText } from '../../ui/number-text.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

interface FilterFootProps {
  readonly draft: FilterDraft;
  readonly offer: Offer;
  readonly applied: FeedFilters;
  readonly onReset: () => void;
}

/** What the draft comes to, and the way to ask for it; a large ask is asked back. */
export function FilterFoot({ draft, offer, applied, onReset }: FilterFootProps) {
  const { filters: store, catalogue, status } = useStores();
  const onBoard = useSelected(status.status, (current) => current?.report.stats.selections ?? 0);
  const listings = useSelected(status.status, (current) => current?.report.stats.listings ?? 0);
  const [isAsked, setAsked] = useState(false);
  const filters = filtersOf(draft, offer);
  const learned = { selections: onBoard, listings, hasAllMarkets: applied.markets === undefined };
  const size = sizeOf(draft, offer, outcomesAGame(learned));
  const large = largeAsk(filters, size);
  const empty = emptyLists(draft, offer).map((list) => texts.filters.lists[list]);
  const isChanged = !isSameAsk(filters, applied);
  const megabytes = memoryText(size.snapshotBytes);

  const sizeWords = isChanged
    ? texts.filters.size(size.selections, megabytes)
    : texts.filters.onBoard(onBoard);

  const apply = () => {
    setAsked(false);
    void store.apply(filters);
  };

  if (isAsked && large !== null && empty.length === 0) {
    return (
      <div className="filter-foot question" role="alert">
        <p>
          <strong>{large === 'everything' ? texts.filters.everything : texts.filters.large}</strong>{' '}
          {texts.filters.largeHint(size.selections, megabytes)}
        </p>
        <div className="question-answers">
          {/* biome-ignore lint/a11y/noAutofocus: the question takes the place of the button that asked it. */}
          <button type="button" className="button" autoFocus onClick={() => setAsked(false)}>
            {texts.filters.back}
          </button>
          <button type="button" className="button button-main" onClick={apply}>
            {texts.filters.anyway}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="filter-foot">
      <button type="button" className="button" onClick={() => catalogue.refresh()}>
        {texts.filters.refresh}
      </button>
      <p className="filter-size" role="status">
        {empty.length > 0 ? (
          <span className="form-fault">{texts.filters.emptyList(empty.join(', '))}</span>
        ) : (
          sizeWords
        )}
      </p>
      <button type="button" className="button" disabled={!isChanged && empty.length === 0} onClick={onReset}>
        {texts.filters.reset}
      </button>
      <button
        type="button"
        className="button button-main"
        disabled={!isChanged || empty.length > 0}
        onClick={() => (large === null ? apply() : setAsked(true))}
      >
        {texts.filters.apply}
      </button>
    </div>
  );
}

import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { FilterAnswer } from './filter-answer.tsx';
import { FilterEditor } from './filter-editor.tsx';

/** What the feed is asked for: what became of the last ask, and the four lists to change it. */
export function FiltersPanel() {
  const { catalogue, filters, status } = useStores();
  const lists = useObservable(catalogue.catalogue);
  const state = useObservable(filters.state);
  const failure = useObservable(catalogue.failure);
  const source = useSelected(status.status, (current) => current?.report.source);
  if (lists === null || state === null) {
    return (
      <div className="filters-panel">
        <p className="hint" role="status">
          {failure ?? texts.filters.notRead}
        </p>
      </div>
    );
  }
  return (
    <div className="filters-panel">
      <p className="hint">
        {texts.filters.intro} {source === 'demo' ? texts.filters.demoNote : ''}
      </p>
      <FilterAnswer state={state} />
      <FilterEditor catalogue={lists} applied={state.filters} />
    </div>
  );
}

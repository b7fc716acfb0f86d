import { useEffect } from 'react';
import type { Aged, Catalogue } from '#contract/catalogue.ts';
import type { MarketsQuery } from '../../stores/feed/catalogue.ts';
import { type FilterDraft, filtersOf, offerOf } from '../../stores/feed/filter-draft.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Each question may cost one of the provider's few requests a minute: asked when the user has paused. */
const PAUSE_MS = 1200;

/** The markets of the chosen sports and sportsbooks; all markets until those are there. */
export function useOfferedMarkets(catalogue: Catalogue, draft: FilterDraft): Aged<readonly string[]> {
  const { catalogue: store, scheduler } = useStores();
  const narrowed = useObservable(store.markets);
  const { sports, sportsbooks } = filtersOf(draft, offerOf(catalogue, draft, []));
  const query: MarketsQuery = {
    ...(sports && sports.length > 0 && { sports }),
    ...(sportsbooks && sportsbooks.length > 0 && { sportsbooks }),
  };
  const asked = JSON.stringify(query);

  useEffect(() => {
    if (asked === '{}') return;
    return scheduler.after(PAUSE_MS, () => store.readMarkets(JSON.parse(asked) as MarketsQuery));
  }, [asked, store, scheduler]);

  const isUsable = asked !== '{}' && narrowed !== null && narrowed.value.length > 0;
  return isUsable ? narrowed : catalogue.markets;
}

import { lazy, Suspense } from 'react';
import type { OddsFormat } from '#contract/settings.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import type { Pointed } from '../../stores/pointed.ts';
import { texts } from '../../texts.ts';
import { priceText } from '../../ui/odds-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { POINTED_GROUPS, pointedActions, pointedWords } from './pointed-actions.ts';

/** Read when a menu is wanted first: no start waits for it. */
const ActionMenu = lazy(() =>
  import('../../ui/action-menu.tsx').then((module) => ({ default: module.ActionMenu })),
);

/** The menu of what the user points at, while it is open. */
export function PointedMenu() {
  const stores = useStores();
  const { pointed: store, watchlists, settings } = stores;
  const open = useObservable(store.menu);
  const lists = useObservable(watchlists.lists);
  const current = useObservable(watchlists.current);
  const format = useSelected(settings.settings, ({ oddsFormat }) => oddsFormat);
  if (open === null) return null;
  const actions = pointedActions(open.pointed, stores);
  const list = lists?.find(({ watchlistId }) => watchlistId === current)?.name ?? texts.watchlists.firstName;
  const words = pointedWords(open.pointed);
  const titles = { go: headOf(open.pointed, format), make: '', watch: texts.pointed.watchOn(list), copy: '' };
  const groups = POINTED_GROUPS.map((group) => ({
    title: titles[group],
    items: actions
      .filter((action) => action.group === group)
      .map((action) => ({ ...action, run: () => action.run(stores) })),
  })).filter(({ items }) => items.length > 0);
  return (
    <Suspense>
      <ActionMenu
        label={texts.pointed.menu(words)}
        groups={groups}
        beside={open.beside}
        onClosed={() => store.menu.write(null)}
      />
    </Suspense>
  );
}

/** What heads the menu: what is pointed at, and the price that stands there. */
function headOf(pointed: Pointed, format: OddsFormat): string {
  const { price } = pointed;
  const words = pointedWords(pointed);
  if (price === null) return words;
  const book = sportsbookName(price.sportsbook);
  return price.american === 0
    ? `${words} · ${book}`
    : `${words} · ${texts.pointed.priceAt(priceText(price.american, format), book)}`;
}

import { useCallback } from 'react';
import { standTogether } from '#domain/catalogue/sportsbook-groups.ts';
import { sportsbookOrderOf } from '#domain/catalogue/sportsbook-names.ts';
import { useStores } from './stores-context.ts';
import { useObservable, useSelected } from './use-observable.ts';

/** The sportsbooks of the catalogue, those on the screen, and those that the user has ordered or grouped before. */
export function useKnownSportsbooks(): string[] {
  const { catalogue, screen, settings } = useStores();
  const listed = useObservable(catalogue.catalogue)?.sportsbooks.value ?? [];
  const shown = useObservable(screen.shape).books;
  const order = useSelected(settings.settings, (current) => current.sportsbookOrder);
  const groups = useSelected(settings.settings, (current) => current.sportsbookGroups);
  const grouped = groups.flatMap(({ sportsbooks }) => sportsbooks);
  return [...new Set([...listed, ...shown.map(({ name }) => name), ...order, ...grouped])];
}

/** Puts sportsbooks as the user has them: in order, groups together. The same function while the settings are. */
export function useSportsbookOrder(): (sportsbooks: readonly string[]) => string[] {
  const { settings } = useStores();
  const order = useSelected(settings.settings, (current) => current.sportsbookOrder);
  const groups = useSelected(settings.settings, (current) => current.sportsbookGroups);
  return useCallback(
    (sportsbooks) => standTogether(sportsbooks.toSorted(sportsbookOrderOf(order)), groups).flat(),
    [order, groups],
  );
}

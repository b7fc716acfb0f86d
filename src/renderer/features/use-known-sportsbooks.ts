import { useStores } from './stores-context.ts';
import { useObservable, useSelected } from './use-observable.ts';

/** The sportsbooks of the catalogue, those on the screen, and those that the user has ordered before; a new list. */
export function useKnownSportsbooks(): string[] {
  const { catalogue, screen, settings } = useStores();
  const listed = useObservable(catalogue.catalogue)?.sportsbooks.value ?? [];
  const shown = useObservable(screen.shape).books;
  const order = useSelected(settings.settings, (current) => current.sportsbookOrder);
  return [...new Set([...listed, ...shown.map(({ name }) => name), ...order])];
}

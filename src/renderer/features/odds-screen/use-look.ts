import { useMemo } from 'react';
import { leagueColumns } from '../../stores/odds/league-columns.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';
import type { BoardLook } from './grid/board-view.ts';

/** The settings that shape the table; a new object only when one of them is another. */
export function useLook(sport: string): BoardLook {
  const { settings } = useStores();
  const oddsFormat = useSelected(settings.settings, (current) => current.oddsFormat);
  const density = useSelected(settings.settings, (current) => current.density);
  const sportsbookOrder = useSelected(settings.settings, (current) => current.sportsbookOrder);
  const sportsbookGroups = useSelected(settings.settings, (current) => current.sportsbookGroups);
  const hiddenSportsbooks = useSelected(settings.settings, (current) => current.hiddenSportsbooks);
  const league = useSelected(settings.settings, (current) => leagueColumns(current, sport));
  return useMemo(
    () => ({ oddsFormat, density, sportsbookOrder, sportsbookGroups, hiddenSportsbooks, sport, league }),
    [oddsFormat, density, sportsbookOrder, sportsbookGroups, hiddenSportsbooks, sport, league],
  );
}

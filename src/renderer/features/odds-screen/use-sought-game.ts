import { useEffect } from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import type { SoughtGame } from '../../stores/navigation.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** A game that is not there by then has left: it must not pull the user away when it comes back. */
const FORGOTTEN_AFTER_MS = 4000;

/** Goes to the game that is looked for, as soon as there is a row of it. */
export function useSoughtGame(rows: readonly ScreenRow[], goTo: (row: ScreenRow) => void): void {
  const { navigation, scheduler } = useStores();
  const sought = useObservable(navigation.sought);
  useEffect(() => {
    if (sought !== null) return scheduler.after(FORGOTTEN_AFTER_MS, () => navigation.sought.write(null));
    return undefined;
  }, [sought, navigation, scheduler]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new rows or another game are a reason to look again.
  useEffect(() => {
    const row = sought && rows.find((each) => isSought(each, sought));
    if (!row) return;
    navigation.sought.write(null);
    goTo(row);
  }, [rows, sought]);
}

/** The provider may list a match under two labels, and the screen has one of them. */
function isSought(row: ScreenRow, { game, home, away }: SoughtGame): boolean {
  if (row.game === game) return true;
  return (row.home === home && row.away === away) || (row.home === away && row.away === home);
}

import { useEffect } from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import type { SoughtGame } from '../../stores/navigation.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** A game that is not there by then has left: it must not pull the user away when it comes back. */
const FORGOTTEN_AFTER_MS = 4000;

/** The row of the game that is looked for, `null` while there is none. */
export function useSoughtGame(
  rows: readonly ScreenRow[],
): { readonly rowId: number; readonly side: number } | null {
  const { navigation, scheduler } = useStores();
  const sought = useObservable(navigation.sought);
  useEffect(() => {
    if (sought !== null) return scheduler.after(FORGOTTEN_AFTER_MS, () => navigation.sought.write(null));
    return undefined;
  }, [sought, navigation, scheduler]);
  const row = sought && rows.find((each) => isSought(each, sought));
  return row ? { rowId: row.rowId, side: 0 } : null;
}

/** The provider may list a match under two labels, and the screen has one of them. */
function isSought(row: ScreenRow, { game, home, away }: SoughtGame): boolean {
  if (row.game === game) return true;
  return (row.home === home && row.away === away) || (row.home === away && row.away === home);
}

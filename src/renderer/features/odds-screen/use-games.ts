import { useMemo } from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { type GameOrder, orderGames } from '../../stores/odds/game-order.ts';
import { movesSince, rowFigures } from '../../stores/odds/row-figures.ts';
import { daysAhead } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { type BoardView, offerOf } from './grid/board-view.ts';

/** Games that are sorted by what changes keep their places this long, so that nobody misses the one they look at. */
const RESORT_MS = 10_000;
/** What counts as moving now. */
const MOVEMENT_MS = 600_000;

/** The games on the screen, in their order. */
export function useGames(all: readonly ScreenRow[], search: string, view: BoardView): readonly ScreenRow[] {
  const { clock, gameList } = useStores();
  const time = useObservable(gameList.time);
  const order = useObservable(gameList.order);
  const isPlain = time === 'all' && order === 'start';
  const nowMs = useSelected(clock, (ms) => (isPlain ? 0 : Math.floor(ms / RESORT_MS) * RESORT_MS));
  return useMemo(
    () =>
      orderGames(all, {
        search,
        time,
        nowMs,
        daysAhead: (atMs) => daysAhead(atMs, nowMs),
        rank: rankOf(order, view, nowMs),
      }),
    [all, search, view, time, order, nowMs],
  );
}

function rankOf(order: GameOrder, view: BoardView, nowMs: number): ((row: ScreenRow) => number) | null {
  if (order === 'start') return null;
  if (order === 'movement') return (row) => -movesSince(offerOf(row, view), nowMs - MOVEMENT_MS);
  return (row) => rowFigures(offerOf(row, view))?.hold ?? Number.POSITIVE_INFINITY;
}

import type { GameHead, GameRow } from '#contract/game.ts';
import type { Pointed, PointedBet, PointedGame } from '../../stores/pointed.ts';
import type { Cursor } from '../odds-screen/cursor/grid-cursor.ts';
import { pricesAt } from '../odds-screen/cursor/pointed-cell.ts';
import type { BoardView } from '../odds-screen/grid/board-view.ts';
import { betName } from './market-words.tsx';

/** What a bet on a game's page is. */
export function betOfRow(
  head: GameHead,
  row: GameRow,
  at: number,
): { readonly game: PointedGame; readonly bet: PointedBet } {
  const { sport, home, away, startsAtMs, labels } = head;
  const side = row.sides[at] ?? '';
  return {
    game: { sport, home, away, startsAtMs, game: labels[0]!.label },
    bet: { market: row.market, side, wording: betName(head, row, side), player: row.player },
  };
}

/** What a cell of a game's page is: the side of its row, and the price of its sportsbook. */
export function pointedMarket(
  head: GameHead,
  rows: readonly GameRow[],
  at: Cursor,
  view: BoardView,
): Pointed | null {
  const row = rows.find(({ rowId }) => rowId === at.rowId);
  if (row?.sides[at.side] === undefined) return null;
  return { ...betOfRow(head, row, at.side), ...pricesAt(row, at, view), text: null, isPlay: false };
}

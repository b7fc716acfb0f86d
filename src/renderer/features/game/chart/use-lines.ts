import { useEffect, useRef, useState } from 'react';
import type { GameHead, GameRow } from '#contract/game.ts';
import { CELL_PRICED } from '#contract/odds-screen.ts';
import type { PricePoint } from '#domain/history/thin.ts';
import { type ChartLine, joined } from '../../../stores/game/chart-data.ts';
import type { ChartRange, PriceHistory } from '../../../stores/game/price-history.ts';
import { type BoardView, isBook } from '../../odds-screen/grid/board-view.ts';
import { useStores } from '../../stores-context.ts';

/** Points of one sportsbook that are held besides the kept history. */
const MOST_SEEN = 2_000;
/** Lines are drawn anew at most this often. */
const REDRAW_MS = 500;
/** Columns of pixels that are asked for: enough for a wide screen. */
const COLUMNS = 1_200;

interface LinesWanted {
  readonly head: GameHead;
  readonly row: GameRow;
  readonly side: number;
  readonly range: ChartRange;
  readonly view: BoardView;
}

/**
 * One line a sportsbook on the screen: what is kept on disk, then what the screen has seen since. For one bet: another
 * one is another component.
 */
export function useLines({ head, row, side, range, view }: LinesWanted): {
  readonly lines: readonly ChartLine[];
  readonly history: PriceHistory | null;
} {
  const { game, scheduler } = useStores();
  const [history, setHistory] = useState<PriceHistory | null>(null);
  const seen = useRef(new Map<string, PricePoint[]>());
  const [lines, setLines] = useState<readonly ChartLine[]>([]);
  const betSide = row.sides[side] ?? '';

  useEffect(() => {
    const reading = game.history(head, { market: row.market, side: betSide }, range, COLUMNS);
    // what was read before stands until the answer: the same bet, seen further back or once more
    const take = () => setHistory(reading.history.read());
    const unsubscribe = reading.history.subscribe(take);
    return () => {
      unsubscribe();
      reading.stop();
    };
  }, [game, head, row.market, betSide, range]);

  useEffect(() => {
    const { store } = view;
    let cancel: (() => void) | null = null;
    const draw = () => {
      cancel = null;
      const kept = new Map(history?.series.map(({ sportsbook, points }) => [sportsbook, points]));
      setLines(
        view.books
          .map(({ id }) => ({
            sportsbook: id,
            points: joined(kept.get(id) ?? [], seen.current.get(id) ?? []),
          }))
          .filter(({ points }) => points.length > 0),
      );
    };
    const look = () => {
      const { live, epoch } = store.freshness.read();
      for (const column of view.columns) {
        if (!isBook(column)) continue;
        const index = store.cells.indexOf(row.rowId, side, column.column);
        if (index < 0 || !live || store.cells.epoch[index] !== epoch) continue;
        const american = store.cells.state[index] === CELL_PRICED ? store.cells.american[index]! : 0;
        const points = seen.current.get(column.id) ?? [];
        if (points.at(-1)?.american === american) continue;
        if (points.length === 0 && american === 0) continue;
        // a price that has stood for a while has been in force since it came to stand
        const changedAtMs = store.cells.changedAtMs[index]!;
        const atMs = points.length === 0 && changedAtMs > 0 ? changedAtMs : scheduler.nowMs();
        seen.current.set(column.id, [...points.slice(-MOST_SEEN), { atMs, american, line: null }]);
      }
      cancel ??= scheduler.after(REDRAW_MS, draw);
    };
    look();
    draw();
    const unwatch = store.watchRow(row.rowId, look);
    return () => {
      unwatch();
      cancel?.();
    };
  }, [history, row.rowId, side, view, scheduler]);

  return { lines, history };
}

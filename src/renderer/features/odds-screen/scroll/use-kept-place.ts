import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { BoardRow } from '../grid/board-view.ts';
import { scrollTo } from './row-window.ts';

interface KeptPlace {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly BoardRow[];
  readonly tops: Float64Array;
  readonly openedId: number | null;
  readonly seenHeight: number;
}

/** Keeps a row where it is seen while it, or another one above it, opens and closes; what opens is brought into view. */
export function useKeptPlace({ scroller, rows, tops, openedId, seenHeight }: KeptPlace): void {
  const before = useRef({ rows, tops, openedId });
  useLayoutEffect(() => {
    const { rows: rowsBefore, tops: topsBefore, openedId: wasOpen } = before.current;
    before.current = { rows, tops, openedId };
    const grid = scroller.current;
    const rowId = openedId ?? wasOpen;
    if (!grid || openedId === wasOpen || rowsBefore !== rows) return;
    const at = rows.findIndex((row) => row.rowId === rowId);
    if (at < 0) return;
    const kept = grid.scrollTop + tops[at]! - topsBefore[at]!;
    grid.scrollTop = openedId === null ? kept : scrollTo(tops, at, kept, seenHeight);
  }, [scroller, rows, tops, openedId, seenHeight]);
}

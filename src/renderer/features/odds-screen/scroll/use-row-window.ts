import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { ROW_STEP, type RowWindow, rowWindow, seenRows } from './row-window.ts';

/** More new rows than this at once would be a task that is felt. */
const JUMP = 2 * ROW_STEP;

/** Where the list was when its rows were chosen, and whether only those that are seen were. Unit: px. */
interface Seen {
  readonly from: number;
  readonly isHurried: boolean;
}

/**
 * The rows of a scrolling list that are in the page. What scrolls is told nothing until other rows are due; meanwhile it
 * bears `data-scrolling`. After a jump the rows that are seen come first, those around them with the next frame.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  tops: Float64Array,
  seenHeight: number,
): RowWindow {
  const [seen, setSeen] = useState<Seen>({ from: 0, isHurried: false });
  const window = useMemo(
    () => (seen.isHurried ? seenRows : rowWindow)(tops, seen.from, seenHeight),
    [tops, seen, seenHeight],
  );
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const scroll = () => {
      element.dataset['scrolling'] = '';
      const from = element.scrollTop;
      const next = rowWindow(tops, from, seenHeight);
      if (isSame(next, window)) return;
      const isJump = Math.abs(next.from - window.from) > JUMP;
      // in the frame that shows them, not in a later one
      flushSync(() => setSeen({ from, isHurried: isJump }));
    };
    const end = () => {
      delete element.dataset['scrolling'];
    };
    element.addEventListener('scroll', scroll, { passive: true });
    element.addEventListener('scrollend', end);
    return () => {
      element.removeEventListener('scroll', scroll);
      element.removeEventListener('scrollend', end);
    };
  }, [scroller, tops, seenHeight, window]);
  useLayoutEffect(() => {
    const from = scroller.current?.scrollTop ?? 0;
    // with other rows the list may have been scrolled without any of them being due
    if (!seen.isHurried && !isSame(rowWindow(tops, from, seenHeight), window))
      setSeen({ from, isHurried: false });
  }, [scroller, tops, seenHeight, window, seen]);
  useEffect(() => {
    if (!seen.isHurried) return;
    const frame = requestAnimationFrame(() => setSeen({ from: seen.from, isHurried: false }));
    return () => cancelAnimationFrame(frame);
  }, [seen]);
  return window;
}

function isSame(left: RowWindow, right: RowWindow): boolean {
  return left.from === right.from && left.to === right.to;
}

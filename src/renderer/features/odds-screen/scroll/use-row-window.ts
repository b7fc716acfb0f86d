import { type RefObject, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type RowWindow, rowWindow } from './row-window.ts';

/**
 * The rows of a scrolling list that are in the page. What scrolls is told nothing until other rows are due; meanwhile it
 * bears `data-scrolling`.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  tops: Float64Array,
  seenHeight: number,
): RowWindow {
  const [seenFrom, setSeenFrom] = useState(0);
  const window = useMemo(() => rowWindow(tops, seenFrom, seenHeight), [tops, seenFrom, seenHeight]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const scroll = () => {
      element.dataset['scrolling'] = '';
      const next = rowWindow(tops, element.scrollTop, seenHeight);
      // in the frame that shows them, not in a later one
      if (next.from !== window.from || next.to !== window.to) flushSync(() => setSeenFrom(element.scrollTop));
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
  return window;
}

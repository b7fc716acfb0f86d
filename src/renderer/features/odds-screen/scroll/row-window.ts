/** Rows come and go so many at a time: the fewer frames change the page while it scrolls, the more scroll by untouched. */
export const ROW_STEP = 5;

/** The rows that are in the page: from, included, to, excluded. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** Where each row begins, and at last where all of them end. Unit: px from the top of the list. */
export function rowTops(count: number, heightOf: (at: number) => number): Float64Array {
  const tops = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) tops[at + 1] = tops[at]! + heightOf(at);
  return tops;
}

/**
 * The rows to have in the page where so much of the list is seen: those that are seen, and a step above and below. Another
 * window is due only when another step is the first one seen, so that both ends move in one frame.
 */
export function rowWindow(tops: Float64Array, seenFrom: number, seenHeight: number): RowWindow {
  const count = tops.length - 1;
  if (count === 0) return { from: 0, to: 0 };
  const step = Math.floor(rowAt(tops, seenFrom) / ROW_STEP) * ROW_STEP;
  const lowest = rowAt(tops, tops[Math.min(count, step + ROW_STEP)]! + seenHeight);
  return { from: Math.max(0, step - ROW_STEP), to: Math.min(count, lowest + 1 + ROW_STEP) };
}

/** The rows of a window that are seen themselves: what has to be there first when all of it is new. */
export function seenRows(tops: Float64Array, seenFrom: number, seenHeight: number): RowWindow {
  const count = tops.length - 1;
  if (count === 0) return { from: 0, to: 0 };
  return { from: rowAt(tops, seenFrom), to: Math.min(count, rowAt(tops, seenFrom + seenHeight) + 1) };
}

/** How far the list has to be scrolled for a row to be seen whole; where it is by now, if it is seen already. */
export function scrollTo(tops: Float64Array, at: number, seenFrom: number, seenHeight: number): number {
  const [top, bottom] = [tops[at] ?? 0, tops[at + 1] ?? 0];
  if (top < seenFrom) return top;
  return bottom > seenFrom + seenHeight ? Math.min(top, bottom - seenHeight) : seenFrom;
}

/** The row at a height; the nearest one beyond the ends. */
function rowAt(tops: Float64Array, height: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

import { describe, expect, it } from 'vitest';
import { ROW_STEP, rowTops, rowWindow, scrollTo, seenRows } from './row-window.ts';

const HEIGHT = 49;
const SEEN = 1_000;
const tops = rowTops(5_000, (at) => (at % 7 === 0 ? 73 : HEIGHT));

describe('rowTops', () => {
  it('says where each row begins, and where all end', () => {
    expect([...rowTops(3, (at) => 10 * (at + 1))]).toEqual([0, 10, 30, 60]);
    expect([...rowTops(0, () => 1)]).toEqual([0]);
  });
});

describe('rowWindow', () => {
  it('has all that is seen, wherever the list is scrolled to', () => {
    for (let from = 0; from <= tops.at(-1)! - SEEN; from += 777) {
      const window = rowWindow(tops, from, SEEN);
      expect(tops[window.from]).toBeLessThanOrEqual(from);
      expect(tops[window.to]).toBeGreaterThanOrEqual(from + SEEN);
    }
  });

  it('changes with every step of rows, not with every row', () => {
    const windows = new Set<string>();
    for (let from = 0; from < tops[100]!; from += 10)
      windows.add(JSON.stringify(rowWindow(tops, from, SEEN)));
    expect(windows.size).toBe(100 / ROW_STEP);
  });

  it('never holds more than what is seen and a few steps', () => {
    for (let from = 0; from < tops.at(-1)!; from += 991) {
      const window = rowWindow(tops, from, SEEN);
      expect(window.to - window.from).toBeLessThanOrEqual(SEEN / HEIGHT + 4 * ROW_STEP);
    }
  });

  it('is empty for an empty list and whole for a short one', () => {
    expect(
      rowWindow(
        rowTops(0, () => HEIGHT),
        0,
        SEEN,
      ),
    ).toEqual({ from: 0, to: 0 });
    expect(
      rowWindow(
        rowTops(3, () => HEIGHT),
        0,
        SEEN,
      ),
    ).toEqual({ from: 0, to: 3 });
    expect(
      rowWindow(
        rowTops(3, () => HEIGHT),
        5_000,
        SEEN,
      ),
    ).toEqual({ from: 0, to: 3 });
  });
});

describe('seenRows', () => {
  it('are those of the window that are seen, and no more', () => {
    for (let from = 0; from <= tops.at(-1)! - SEEN; from += 777) {
      const [seen, window] = [seenRows(tops, from, SEEN), rowWindow(tops, from, SEEN)];
      expect(tops[seen.from + 1]).toBeGreaterThan(from);
      expect(tops[seen.to]).toBeGreaterThanOrEqual(from + SEEN);
      expect(seen.from).toBeGreaterThanOrEqual(window.from);
      expect(seen.to).toBeLessThanOrEqual(window.to);
      expect(seen.to - seen.from).toBeLessThanOrEqual(SEEN / HEIGHT + 2);
    }
    expect(
      seenRows(
        rowTops(0, () => HEIGHT),
        0,
        SEEN,
      ),
    ).toEqual({ from: 0, to: 0 });
  });
});

describe('scrollTo', () => {
  const same = rowTops(100, () => 50);
  it.each([
    ['a row above', 3, 400, 150],
    ['a row below', 30, 400, 1050],
    ['a row that is seen', 12, 400, 400],
    ['a row at the lower edge', 18, 400, 450],
  ])('brings %s into view', (_, at, seenFrom, expected) => {
    expect(scrollTo(same, at, seenFrom, 500)).toBe(expected);
  });

  it('shows the beginning of a row that is higher than what is seen', () => {
    const high = rowTops(3, (at) => (at === 1 ? 900 : 50));
    expect(scrollTo(high, 1, 0, 500)).toBe(50);
  });
});

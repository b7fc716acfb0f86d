import { expect, it } from 'vitest';
import { blockBooks } from './opened-metrics.ts';

it.each([
  [4, false, 4],
  [9, false, 5],
  [12, true, 8],
  [20, true, 10],
  [25, true, 12],
  [60, false, 12],
])('%i sportsbooks, with lines: %s, stand %i below each other', (books, isLined, expected) => {
  expect(blockBooks(books, isLined)).toBe(expected);
});

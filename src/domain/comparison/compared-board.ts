import type { Board } from '../board/board.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Comparison } from './comparison.ts';

/** A board with what is known of it: which of its games are one match, and what its selections are bets on. */
export interface ComparedBoard {
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly comparison: Comparison;
}

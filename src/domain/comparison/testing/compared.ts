import { Board } from '../../board/board.ts';
import { Changes } from '../../board/changes.ts';
import { Fixtures } from '../../board/fixtures.ts';
import type { ComparedBoard } from '../compared-board.ts';
import { Comparison } from '../comparison.ts';

/** A board, with what is known of it as it stands; `note` takes the fold that was last. */
export function compared(board = new Board()): ComparedBoard & { note(): void } {
  const fixtures = new Fixtures(board.games);
  const everything = new Changes();
  everything.gamesAdded.push(...board.games.numbers());
  fixtures.note(everything);
  const comparison = new Comparison(board, fixtures);
  return {
    board,
    fixtures,
    comparison,
    note() {
      fixtures.note(board.changes);
      comparison.note(board.changes);
    },
  };
}

import type { GameRow } from '#contract/game.ts';
import { CELL_PRICED, type ScreenRow } from '#contract/odds-screen.ts';
import type { Pointed } from '../../../stores/pointed.ts';
import { texts } from '../../../texts.ts';
import { lineText } from '../../../ui/odds-text.ts';
import type { BoardView, BookColumn } from '../board-view.ts';
import { sideWords } from './side-words.ts';

/** What a price of an open row is: a side of one of its lines at a sportsbook. */
export function pointedPrice(
  { game, home, away, startsAtMs }: ScreenRow,
  row: GameRow,
  side: number,
  book: BookColumn,
  { sport, store: { cells } }: BoardView,
): Pointed {
  const name = row.sides[side] ?? '';
  const words = sideWords(name, { home, away });
  const index = cells.indexOf(row.rowId, side, book.column);
  const isPriced = index >= 0 && cells.state[index] === CELL_PRICED;
  const line = row.kind === 'spread' && name === 'away' ? -(row.line ?? 0) : row.line;
  const wording =
    line === null
      ? texts.bets.wording.moneyline(words)
      : texts.bets.wording.lined(words, lineText(line, row.kind === 'spread'));
  return {
    game: { sport, game, home, away, startsAtMs },
    bet: { market: row.market, side: name, wording, player: null },
    price: { sportsbook: book.id, american: isPriced ? cells.american[index]! : 0 },
    best: 0,
    text: null,
    isPlay: false,
  };
}

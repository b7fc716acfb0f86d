import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { sideLine } from '../../../stores/odds/side-line.ts';
import type { Pointed } from '../../../stores/pointed.ts';
import { mainBetWords, sideWords } from '../cells/side-words.ts';
import type { BoardView, BookColumn } from '../grid/board-view.ts';

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
  const wording = mainBetWords(row.kind, words, sideLine(row, name) ?? Number.NaN);
  return {
    game: { sport, game, home, away, startsAtMs },
    bet: { market: row.market, side: name, wording, player: null },
    price: { sportsbook: book.id, american: cells.priceAt(row.rowId, side, book.column) },
    best: 0,
    text: null,
    isPlay: false,
  };
}

import { describe, expect, it } from 'vitest';
import type { GameRow } from '#contract/game.ts';
import { makeCells } from '../../../bridge/make-batch.ts';
import { CellTable } from '../../../stores/odds/cell-table.ts';
import type { BoardView } from '../grid/board-view.ts';
import { pointedPrice } from './pointed-price.ts';

const cells = new CellTable();
cells.merge(makeCells([{ row: 3, side: 0, book: 5, american: 104 }]), null, () => undefined);
const view = { sport: 'NFL', store: { cells } } as unknown as BoardView;
const book = {
  bookId: 5,
  id: 'circa',
  name: 'Circa',
  column: cells.columnOf(5),
  bettable: true,
  group: null,
};
const game = { rowId: 0, game: 'Rams vs Browns', home: 'Rams', away: 'Browns', startsAtMs: 7, sides: [] };
const line: GameRow = {
  rowId: 3,
  market: 'game|spread|6',
  group: 'main',
  kind: 'spread',
  period: 'game',
  name: 'Spread',
  player: null,
  line: 6,
  sides: ['away', 'home'],
};

describe('pointedPrice', () => {
  it('is the bet on that side of that line, with the price at that sportsbook', () => {
    expect(pointedPrice(game, line, 0, book, view)).toMatchObject({
      game: { sport: 'NFL', game: 'Rams vs Browns' },
      bet: { market: 'game|spread|6', side: 'away', wording: 'Browns −6' },
      price: { sportsbook: 'circa', american: 104 },
    });
  });

  it('has no price where the sportsbook offers none', () => {
    expect(pointedPrice(game, line, 1, book, view)).toMatchObject({
      bet: { side: 'home', wording: 'Rams +6' },
      price: { american: 0 },
    });
    const moneyline: GameRow = { ...line, market: 'game|moneyline', kind: 'moneyline', line: null };
    expect(pointedPrice(game, moneyline, 1, book, view).bet?.wording).toBe('Rams to win');
  });
});
